import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Pagination, Radio, Select, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { leaveOut } from '../../../shared/registry/verdict.ts'
import { useApi } from '../api.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import {
  answersAfter,
  type Decide,
  type ImportQuestion,
  type ImportRow,
  type ImportTab,
  type TakenRow,
  type UndecidedRow,
} from './import-calls.ts'
import { nameOfRow } from './name-of-row.ts'

const pageSize = 50

/** Rows of one tab of a report, a page at a time; what is decided is kept with the report. */
export function ImportRows({
  token,
  tab,
  revision,
  busy,
  onDecide,
}: {
  readonly token: string
  readonly tab: ImportTab
  /** another one after every decision */
  readonly revision: number
  readonly busy: boolean
  readonly onDecide: Decide
}) {
  const { core } = useApi()
  const [page, setPage] = useState(1)
  const rows = useQuery({
    queryKey: ['import-rows', token, tab, page, revision],
    queryFn: ({ signal }) =>
      core.imports.rows({ token, tab, limit: pageSize, offset: (page - 1) * pageSize }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { fixed: true },
  })
  return (
    <>
      <Problem error={rows.error} retry={() => void rows.refetch()} />
      <table className="rows">
        <thead>
          <tr>
            <th scope="col" className="line-column">
              行
            </th>
            <th scope="col" className="what-column">
              {tab === 'refused' || tab === 'undecided' ? '文件中的内容' : '名称'}
            </th>
            <th scope="col">{headOf[tab]}</th>
          </tr>
        </thead>
        <tbody>
          {(rows.data?.rows ?? []).map((row) => (
            <tr key={row.line}>
              <td className="line-column">{row.line}</td>
              <td className="what-column">{whatOf(row)}</td>
              <td>
                {row.verdict === 'undecided' ? (
                  <>
                    <Questions row={row} busy={busy} onDecide={onDecide} />
                    <Merged row={row} busy={busy} onDecide={onDecide} />
                  </>
                ) : row.verdict === 'refused' ? (
                  <Findings row={row} />
                ) : (
                  <>
                    <Effect row={row} />
                    <Merged row={row} busy={busy} onDecide={onDecide} />
                    <Normalised row={row} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(rows.data?.total ?? 0) > pageSize ? (
        <Pagination
          className="pages"
          current={page}
          pageSize={pageSize}
          total={rows.data?.total ?? 0}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </>
  )
}

const headOf: Readonly<Record<ImportTab, string>> = {
  undecided: '请确认',
  conflict: '以哪一边为准',
  refused: '为什么不能导入',
  new: '导入后',
  changed: '改了什么',
  unchanged: '导入后',
}

function whatOf(row: ImportRow): ReactNode {
  if (row.verdict === 'undecided' || row.verdict === 'refused')
    return row.text.filter((text) => text !== '').join('　') || '（空）'
  return nameOfRow(row.row)
}

function Findings({ row }: { readonly row: Extract<ImportRow, { verdict: 'refused' }> }) {
  return (
    <ul className="plain-list">
      {row.findings.map((finding) => (
        <li key={`${finding.address} ${finding.reason}`}>
          <strong>{placeOf(finding)}</strong>
          {finding.reason}
        </li>
      ))}
    </ul>
  )
}

function Normalised({ row }: { readonly row: TakenRow }) {
  if (row.verdict !== 'normalised') return null
  return (
    <ul className="changes">
      {row.changes.map((change) => (
        <li key={`${change.address} ${change.before}`}>
          <span className="quiet">整理“{change.column}”：</span>
          <del>{change.before}</del> → <ins>{change.after || '（空）'}</ins>
          <span className="quiet">（{change.what.join('；')}）</span>
        </li>
      ))}
    </ul>
  )
}

/** What taking a row does; fields that were changed here too are told below. */
function Effect({ row }: { readonly row: TakenRow }) {
  const { effect, merge } = row
  if (effect.effect === 'new') return <Tag color="success">新增</Tag>
  if (effect.effect === 'unchanged') return <Tag>与 {effect.serial} 相同</Tag>
  const told = new Set(merge?.fields.filter(({ by }) => by !== 'file').map(({ field }) => field) ?? [])
  const fields = effect.fields.filter(({ field }) => !told.has(field))
  return (
    <>
      <Tag color="processing">
        {fields.length === 0 ? '对照' : '更新'} {effect.serial}
      </Tag>
      <ul className="changes">
        {fields.map((field) => (
          <li key={field.field}>
            <span className="quiet">{field.title}：</span>
            <del>{field.before}</del> → <ins>{field.after}</ins>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Fields that somebody changed here since the last import, beside what the file says. */
function Merged({
  row,
  busy,
  onDecide,
}: {
  readonly row: TakenRow | UndecidedRow
  readonly busy: boolean
  readonly onDecide: Decide
}) {
  const { merge } = row
  const fields = merge?.fields.filter(({ by }) => by !== 'file') ?? []
  if (merge === undefined || fields.length === 0) return null
  return (
    <ul className="merges">
      {fields.map(({ field, title, base, ours, theirs, by }) => {
        const stands = row.keep?.[field] ?? (by === 'here' ? 'ours' : null)
        return (
          <li key={field}>
            <div className="merge-title">
              <strong>{title}</strong>
              <span className="quiet">
                {by === 'both' ? `上次导入时是“${base}”，两边都改过` : '本单位改过，文件里还是上次导入的内容'}
              </span>
            </div>
            <Radio.Group
              className="merge-sides"
              aria-label={`第${row.line}行${title}以哪一边为准`}
              disabled={busy}
              value={stands}
              onChange={(event) =>
                onDecide({
                  change: 'field',
                  line: row.line,
                  field,
                  keep: event.target.value === 'ours' ? 'ours' : 'theirs',
                })
              }
            >
              <Radio value="ours">
                本单位：{ours}
                <span className="quiet">
                  （{merge.by}，{momentInWords(merge.at)}）
                </span>
              </Radio>
              <Radio value="theirs">文件：{theirs}</Radio>
            </Radio.Group>
          </li>
        )
      })}
    </ul>
  )
}

function Questions({
  row,
  busy,
  onDecide,
}: {
  readonly row: UndecidedRow
  readonly busy: boolean
  readonly onDecide: Decide
}) {
  const { given } = row
  return (
    <ul className="questions">
      {row.questions.map((question, at) => (
        <li key={`${question.question} ${question.address} ${question.reason}`}>
          <label htmlFor={`answer-${row.line}-${at}`}>
            <strong>{placeOf(question)}</strong>
            {question.reason}
          </label>
          <Select
            id={`answer-${row.line}-${at}`}
            className="answer"
            placeholder="请选择"
            popupMatchSelectWidth={false}
            disabled={busy}
            value={given?.[at] ?? null}
            options={optionsOf(question)}
            onChange={(value: string | null) => {
              if (value === null) return
              const answers = answersAfter(row.questions.length, given, at, value)
              onDecide({ change: 'answer', line: row.line, answers })
            }}
          />
        </li>
      ))}
    </ul>
  )
}

function optionsOf(question: ImportQuestion): { value: string; label: string }[] {
  return [
    ...question.options.map(({ value, label }) => ({
      value,
      label: value === question.suggestion ? `${label}（建议）` : label,
    })),
    { value: leaveOut, label: '不导入这一行' },
  ]
}

function placeOf(place: { readonly column: string | null; readonly address: string | null }): string {
  if (place.column === null) return ''
  return place.address === null ? `${place.column}　` : `${place.column}（${place.address}）　`
}
