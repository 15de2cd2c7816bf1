import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { EntryList } from '../../../shared/forms/entry-fields.ts'
import { EntryBox } from './entry-field.tsx'
import { placeOf, type TypedRow } from './entry-values.ts'

/** rows that a table takes, as its schema says */
const most = 200

/** A table that is entered row by row: rows are added, moved and taken away. */
export function EntryTable({
  prefix,
  list,
  rows,
  problems,
  onChange,
}: {
  /** what the ids of the boxes begin with */
  readonly prefix: string
  readonly list: EntryList
  readonly rows: readonly TypedRow[]
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (rows: readonly TypedRow[]) => void
}) {
  const idOf = (row: TypedRow, name: string) => `${prefix}${list.name}-${row.key}-${name}`
  const add = () => {
    const row: TypedRow = { key: rows.reduce((last, { key }) => Math.max(last, key), -1) + 1, texts: {} }
    onChange([...rows, row])
    const [first] = list.fields
    // The new row is there by the next frame: typing goes on in it.
    requestAnimationFrame(() => document.getElementById(idOf(row, first?.name ?? ''))?.focus())
  }
  const move = (from: number, to: number) => {
    const moved = rows[from]
    if (moved === undefined) return
    onChange(rows.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  return (
    <section className="papers-wide papers-table" aria-label={list.title}>
      <div className="papers-table-head">
        <h3>{list.title}</h3>
        <span className="quiet">{rows.length === 0 ? '没有填写，纸上留空行' : `${rows.length}条`}</span>
      </div>
      {rows.length === 0 ? null : (
        <ol className="papers-rows">
          {rows.map((row, index) => (
            <li key={row.key} className="papers-row">
              <div className="papers-row-boxes">
                {list.fields.map((field) => {
                  const id = idOf(row, field.name)
                  const problem = problems[placeOf(list.name, row.key, field.name)]
                  return (
                    <div
                      key={field.name}
                      className={field.kind === 'passage' ? 'papers-line papers-wide' : 'papers-line'}
                    >
                      <label htmlFor={id}>{field.title}</label>
                      <EntryBox
                        id={id}
                        field={field}
                        text={row.texts[field.name] ?? ''}
                        problem={problem}
                        onChange={(text) =>
                          onChange(
                            rows.map((one) =>
                              one.key === row.key
                                ? { ...one, texts: { ...one.texts, [field.name]: text } }
                                : one,
                            ),
                          )
                        }
                      />
                      {problem === undefined ? null : <p className="field-problem">{problem}</p>}
                    </div>
                  )
                })}
              </div>
              <div className="papers-row-buttons">
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={`${list.title}第${index + 1}条上移`}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={`${list.title}第${index + 1}条下移`}
                  disabled={index === rows.length - 1}
                  onClick={() => move(index, index + 1)}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`删除${list.title}第${index + 1}条`}
                  onClick={() => onChange(rows.toSpliced(index, 1))}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      <Button size="small" icon={<PlusOutlined aria-hidden />} disabled={rows.length >= most} onClick={add}>
        增加一条
      </Button>
    </section>
  )
}
