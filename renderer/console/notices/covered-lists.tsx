import { Button } from 'antd'
import { useState } from 'react'
import type { Notice } from '../../../shared/api/notice-contract.ts'

/** Rows that are shown before somebody asks for all of them. */
const atFirst = 100

/** 自由文字: what no program can cover, to be read by a person. */
export function FreeList({ free }: { readonly free: Notice['free'] }) {
  const { shown, more } = usePart(free)
  return (
    <section className="notice-part" aria-label="自由文字">
      <h3>须逐段阅读的自由文字（{free.length}段）</h3>
      {free.length === 0 ? (
        <p className="quiet">没有自由文字。</p>
      ) : (
        <>
          <p className="quiet">
            程序只能遮盖名录和文书中登记过的号码、姓名，其余不会自动遮盖。请确认没有不宜公开的内容。
          </p>
          <ol className="plain-list notice-free">
            {shown.map(({ where, field, text, covered }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of a notice never changes.
              <li key={index}>
                <span className="notice-place">
                  {where}：{field}
                  {covered ? <strong className="notice-found">含个人信息，已遮盖</strong> : null}
                </span>
                <span className="notice-text">{text}</span>
              </li>
            ))}
          </ol>
          {more}
        </>
      )}
    </section>
  )
}

/** What was covered, each with where it stands and what is shown instead. */
export function MaskedList({ masked }: { readonly masked: Notice['masked'] }) {
  const { shown, more } = usePart(masked)
  return (
    <section className="notice-part" aria-label="已遮盖">
      <h3>已遮盖（{masked.length}处）</h3>
      {masked.length === 0 ? (
        <p className="quiet">没有须遮盖的个人信息。</p>
      ) : (
        <>
          <table className="rows notice-masked">
            <thead>
              <tr>
                <th scope="col">位置</th>
                <th scope="col">种类</th>
                <th scope="col">公示的样子</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ where, field, meaning, shown: words }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of a notice never changes.
                <tr key={index}>
                  <td>
                    {where}
                    <span className="notice-field">{field}</span>
                  </td>
                  <td className="draws-nowrap">{meaning}</td>
                  <td>{words}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {more}
        </>
      )}
    </section>
  )
}

/** The first rows of a long list, and a button for the rest. */
function usePart<Row>(rows: readonly Row[]) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, atFirst)
  const rest = rows.length - shown.length
  const more =
    rest === 0 ? null : (
      <Button size="small" onClick={() => setAll(true)}>
        显示其余{rest}条
      </Button>
    )
  return { shown, more }
}
