import { Select } from 'antd'
import { useMemo } from 'react'
import type { FormStyle } from '../../../shared/forms/form-style.ts'
import { Sheet } from '../parts/sheet.tsx'
import { formsWithBoxes } from './style-draft.ts'

/** Boxes of a form that an office may add at most, and characters of a name. */
const most = 6
const longest = 20

/** 签字栏: what an office adds behind the boxes that a form has by itself. */
export function BoxesSheet({
  style,
  set,
}: {
  readonly style: FormStyle
  readonly set: (change: Partial<FormStyle>) => void
}) {
  const forms = useMemo(formsWithBoxes, [])
  const write = (form: string, typed: readonly string[]) => {
    const labels = typed.map((label) => label.trim().replace(/\s+/g, ' ').slice(0, longest))
    const own = [...new Set(labels.filter((label) => label !== ''))].slice(0, most)
    set({ extraSignatures: { ...style.extraSignatures, [form]: own } })
  }
  return (
    <Sheet title="增加签字栏">
      <p className="quiet style-note">
        文书原有的签字栏不变，增加的排在后面。输入名称后按回车，如“分管领导”，每种文书不超过{most}个。
      </p>
      <table className="rows style-boxes">
        <thead>
          <tr>
            <th scope="col">文书</th>
            <th scope="col">增加的签字栏</th>
          </tr>
        </thead>
        <tbody>
          {forms.map(({ id, name }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>
                <Select<string[]>
                  mode="tags"
                  className="style-tags"
                  aria-label={`${name}增加的签字栏`}
                  open={false}
                  suffixIcon={null}
                  maxCount={most}
                  tokenSeparators={['、', '，', ',']}
                  placeholder="没有增加"
                  value={[...(style.extraSignatures[id] ?? [])]}
                  onChange={(typed) => write(id, typed)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
