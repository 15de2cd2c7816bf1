import { useMutation } from '@tanstack/react-query'
import { Button, Select, Tag } from 'antd'
import { useState } from 'react'
import type { ImportSummary } from '../../../shared/api/import-report.ts'
import { columnOf, type RegisterName, registerColumns } from '../../../shared/registry/columns.ts'
import { notRead } from '../../../shared/registry/header.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'

/** How the header was read, in a line. */
export function headerWords({ header }: ImportSummary): string {
  const unknown = header.ignored.filter(({ why }) => why === 'unknown').length
  const mapped = header.columns.filter((column) => column.mapped === true).length
  const parts = [`表头在第${header.line}行，认出${header.columns.length}列`]
  if (mapped > 0) parts.push(`其中${mapped}列按上次的对应`)
  if (unknown > 0) parts.push(`${unknown}列不认识，可在这里指定`)
  if (header.missing.length > 0) parts.push(`另有${header.missing.length}列这份表里没有`)
  return parts.join('，')
}

/** One column of a file as a person maps it. */
interface MappedColumn {
  readonly key: string
  readonly letters: string
  readonly title: string
  /** the field it is read as, `-` where it is not read, `null` where nobody knows it */
  readonly field: string | null
  readonly note: string
}

function columnsOf({ header, ignored }: ImportSummary): readonly MappedColumn[] {
  const read = header.columns.map((column) => ({
    at: column.column,
    key: column.letters,
    letters: column.letters,
    title: column.title,
    field: column.field,
    note: column.mapped === true ? '按上次的对应' : '',
  }))
  const others = ignored
    .filter(({ why }) => why === 'unknown' || why === 'unmapped')
    .map((column) => ({
      at: column.column,
      key: column.letters,
      letters: column.letters,
      title: column.title,
      field: column.why === 'unmapped' ? notRead : null,
      note: column.cells > 0 ? `有内容 ${column.cells} 格` : '没有内容',
    }))
  return [...read, ...others].sort((one, other) => one.at - other.at)
}

/** The columns of a file, and what each means: changed here, remembered, and the file read anew. */
export function HeaderMapping({
  report,
  onMapped,
}: {
  readonly report: ImportSummary
  readonly onMapped: () => void
}) {
  const { header, file } = report
  const without = report.ignored.filter(({ why }) => why === 'serial' || why === 'untitled')
  return (
    <div className="header-mapping">
      <p className="quiet">
        {file.kind === 'xlsx' ? `工作表“${file.sheet}”` : `文字编码 ${file.encoding ?? '未知'}`}
        ；改动对应以后重新读取文件，下次导入同样的表头时仍按这样对应。
      </p>
      <ColumnMapping
        register={report.register}
        columns={columnsOf(report)}
        ok="记住对应并重新读取"
        isChangeNeeded
        onMapped={onMapped}
      />
      {without.length === 0 ? null : (
        <p className="quiet">
          不导入：
          {without
            .map(({ letters, title, why }) =>
              why === 'serial' ? `${letters}列“${title}”（序号）` : `${letters}列（没有表头）`,
            )
            .join('、')}
          。
        </p>
      )}
      {header.missing.length === 0 ? null : (
        <p className="quiet">文件没有这些列：{header.missing.join('、')}。已登记的条目在这些列上保持不变。</p>
      )}
    </div>
  )
}

/** Columns with what each means. A field can be given to one column only. */
export function ColumnMapping({
  register,
  columns,
  ok,
  isChangeNeeded,
  onMapped,
}: {
  readonly register: RegisterName
  readonly columns: readonly MappedColumn[]
  readonly ok: string
  readonly isChangeNeeded: boolean
  readonly onMapped: () => void
}) {
  const { core } = useApi()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const fieldOf = (column: MappedColumn): string | null => chosen[column.key] ?? column.field
  const taken = new Map<string, number>()
  for (const column of columns) {
    const field = fieldOf(column)
    if (field !== null && field !== notRead) taken.set(field, (taken.get(field) ?? 0) + 1)
  }
  const doubled = [...taken].filter(([, count]) => count > 1).map(([field]) => titleOf(register, field))
  const changed = columns.filter((column) => chosen[column.key] !== undefined)
  const remember = useMutation({
    mutationKey: [['imports', 'inspect']],
    mutationFn: () =>
      core.imports.mapHeader({
        register,
        mapping: changed.map((column) => {
          const field = fieldOf(column)
          // What the program would say itself need not be remembered.
          return {
            title: column.title,
            field: columnOf(register, column.title)?.field === field ? null : field,
          }
        }),
      }),
    onSuccess: onMapped,
  })
  return (
    <>
      <Problem error={remember.error} />
      <table className="rows mapping">
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">文件中的表头</th>
            <th scope="col">作为</th>
            <th scope="col">
              <span className="unseen">说明</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.key}>
              <td className="code">{column.letters}</td>
              <td>{column.title}</td>
              <td>
                <Select
                  className="answer"
                  size="small"
                  aria-label={`“${column.title}”作为`}
                  placeholder="不认识，不导入"
                  showSearch={{ optionFilterProp: 'label' }}
                  value={fieldOf(column)}
                  options={[
                    { value: notRead, label: '不导入这一列' },
                    ...registerColumns[register].map(({ field, title }) => ({ value: field, label: title })),
                  ]}
                  onChange={(field: string | null) => {
                    if (field !== null) setChosen({ ...chosen, [column.key]: field })
                  }}
                />
              </td>
              <td className="quiet">
                {column.note === '按上次的对应' ? <Tag>{column.note}</Tag> : column.note}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mapping-line">
        {doubled.length === 0 ? null : (
          <span role="alert">两列都作为“{doubled.join('、')}”，请改其中一列。</span>
        )}
        <Button
          type={changed.length > 0 ? 'primary' : 'default'}
          disabled={doubled.length > 0 || (isChangeNeeded && changed.length === 0)}
          loading={remember.isPending}
          onClick={() => (changed.length === 0 ? onMapped() : remember.mutate())}
        >
          {ok}
        </Button>
      </div>
    </>
  )
}

function titleOf(register: RegisterName, field: string): string {
  return registerColumns[register].find((column) => column.field === field)?.title ?? field
}
