import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Pagination, Select, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import type { Answers, ImportQuestion, ImportRow, UndecidedRow, Verdict } from './import-calls.ts'

const pageSize = 50

/** Rows of a report with one verdict, a page at a time; answers outlive the page. */
export function ImportRows({
  token,
  verdict,
  answers,
  onAnswer,
}: {
  readonly token: string
  readonly verdict: Verdict
  readonly answers: Answers
  readonly onAnswer: (answers: Answers) => void
}) {
  const { query } = useApi()
  const [page, setPage] = useState(1)
  const rows = useQuery(
    query.imports.rows.queryOptions({
      input: { token, verdicts: [verdict], limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      meta: { fixed: true },
    }),
  )
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
              {verdict === 'refused' || verdict === 'undecided' ? '文件中的内容' : '名称'}
            </th>
            <th scope="col">{headOf[verdict]}</th>
          </tr>
        </thead>
        <tbody>
          {(rows.data?.rows ?? []).map((row) => (
            <tr key={row.line}>
              <td className="line-column">{row.line}</td>
              <td className="what-column">{whatOf(row)}</td>
              <td>
                {row.verdict === 'undecided' ? (
                  <Questions row={row} answers={answers} onAnswer={onAnswer} />
                ) : (
                  <VerdictOf row={row} />
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

const headOf: Readonly<Record<Verdict, string>> = {
  undecided: '请确认',
  refused: '为什么不能导入',
  normalised: '规范了什么',
  taken: '导入后',
}

function whatOf(row: ImportRow): ReactNode {
  if (row.verdict === 'undecided' || row.verdict === 'refused')
    return row.text.filter((text) => text !== '').join('　') || '（空）'
  if ('name' in row.row) return row.row.name
  if ('year' in row.row) return `${row.row.number} ${row.row.item}`
  if (!('inspector' in row.row)) return `${row.row.object} ${row.row.date}`
  return `${row.row.inspector} 回避 ${row.row.object}`
}

function VerdictOf({ row }: { readonly row: Exclude<ImportRow, UndecidedRow> }) {
  if (row.verdict === 'refused')
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
  return (
    <>
      <Effect row={row} />
      {row.verdict === 'normalised' ? (
        <ul className="changes">
          {row.changes.map((change) => (
            <li key={`${change.address} ${change.before}`}>
              <span className="quiet">{change.column}：</span>
              <del>{change.before}</del> → <ins>{change.after || '（空）'}</ins>
              <span className="quiet">（{change.what.join('；')}）</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function Effect({ row }: { readonly row: Extract<ImportRow, { verdict: 'taken' | 'normalised' }> }) {
  const { effect } = row
  if (effect.effect === 'new') return <Tag color="success">新增</Tag>
  if (effect.effect === 'unchanged') return <Tag>与 {effect.serial} 相同</Tag>
  return (
    <>
      <Tag color="processing">更新 {effect.serial}</Tag>
      <ul className="changes">
        {effect.fields.map((field) => (
          <li key={field.field}>
            <span className="quiet">{field.title}：</span>
            <del>{field.before}</del> → <ins>{field.after}</ins>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The choice that leaves a row out of this import. */
const leaveOut = '-'

function Questions({
  row,
  answers,
  onAnswer,
}: {
  readonly row: UndecidedRow
  readonly answers: Answers
  readonly onAnswer: (answers: Answers) => void
}) {
  const given = answers[String(row.line)]
  const set = (at: number, answer: string | null): void =>
    onAnswer({
      ...answers,
      // One question answered by leaving the row out answers the others too.
      [String(row.line)]:
        answer === null
          ? row.questions.map(() => null)
          : row.questions.map((_, index) => (index === at ? answer : (given?.[index] ?? null))),
    })
  return (
    <ul className="questions">
      {row.questions.map((question, at) => {
        const answer = given?.[at]
        return (
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
              value={answer === undefined ? undefined : (answer ?? leaveOut)}
              options={optionsOf(question)}
              onChange={(value: string) => set(at, value === leaveOut ? null : value)}
            />
          </li>
        )
      })}
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
