import { Input, InputNumber } from 'antd'
import { type FormStyle, usualPattern } from '../../../shared/forms/form-style.ts'
import { Sheet } from '../parts/sheet.tsx'
import { numberLines } from './style-draft.ts'

/** 文号: the pattern, what it comes to for each form that has one, and with what a year begins. */
export function NumbersSheet({
  style,
  numbers,
  problems,
  set,
}: {
  readonly style: FormStyle
  readonly numbers: {
    readonly year: number
    readonly words: readonly { readonly word: string; readonly last: number }[]
  }
  readonly problems: Readonly<Record<string, string>>
  readonly set: (change: Partial<FormStyle>) => void
}) {
  const setFirst = (word: string, first: number | null) => {
    const { [word]: _, ...others } = style.firstNumbers
    set({ firstNumbers: first === null || first === 1 ? others : { ...others, [word]: first } })
  }
  return (
    <Sheet title="文号">
      <div className="form">
        <div className="form-line">
          <label htmlFor="style-pattern">文号格式</label>
          <div>
            <Input
              id="style-pattern"
              className="code"
              value={style.numberPattern ?? ''}
              maxLength={60}
              placeholder={usualPattern}
              status={problems.numberPattern === undefined ? '' : 'error'}
              onChange={(event) =>
                set({ numberPattern: event.target.value === '' ? null : event.target.value })
              }
            />
            <p className={problems.numberPattern === undefined ? 'quiet' : 'field-problem'}>
              {problems.numberPattern ??
                '{字} 是文书自己的代字，{年} 是年份，{号} 是顺序号，如“云住建{字}〔{年}〕{号}号”。不写 {字} 时各种文书统一编号。'}
            </p>
          </div>
        </div>
      </div>
      {problems.numberPattern === undefined ? (
        <table className="rows style-numbers">
          <thead>
            <tr>
              <th scope="col">文书</th>
              <th scope="col">{numbers.year}年已用到</th>
              <th scope="col">下一个文号</th>
              <th scope="col">每年从几号起</th>
            </tr>
          </thead>
          <tbody>
            {numberLines(style, numbers).map(({ word, forms, last, first, next }) => (
              <tr key={word}>
                <td>{forms.join('、')}</td>
                <td>{last === 0 ? '还没有用' : `${last}号`}</td>
                <td>{next}</td>
                <td>
                  <InputNumber<number>
                    aria-label={`${forms.join('、')}每年从几号起`}
                    min={1}
                    max={999_999}
                    precision={0}
                    value={first}
                    onChange={(value) => setFirst(word, value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="quiet">
        文号在文书归档时给出，一份一个，永不重用；年内已经用过的，从已用号和起始号中较大的接着编；起始号每年都作数。演练不占用文号。
      </p>
    </Sheet>
  )
}
