import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Collapse, Tabs } from 'antd'
import { useState } from 'react'
import type { ImportSummary } from '../../../shared/api/import-report.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import {
  type Answers,
  decidedLines,
  type ImportResult,
  type Inspected,
  takeSuggestions,
  type Verdict,
} from './import-calls.ts'
import { ImportRows } from './import-rows.tsx'

/** The report of an import: counts, how the header was read, the rows by verdict, and the decision. */
export function ImportReport({
  inspected: { token, report },
  onDone,
  onAgain,
}: {
  readonly inspected: Inspected
  readonly onDone: (result: ImportResult) => void
  readonly onAgain: () => void
}) {
  const { core } = useApi()
  const { counts } = report
  const [answers, setAnswers] = useState<Answers>({})
  const decided = decidedLines(answers)
  const taken = counts.taken + counts.normalised + decided
  const skipped = counts.refused + counts.undecided - decided
  const confirm = useMutation({
    mutationFn: () =>
      core.imports.confirm({
        token,
        answers: Object.fromEntries(Object.entries(answers).map(([line, given]) => [line, [...given]])),
        skipBad: skipped > 0,
      }),
    onSuccess: onDone,
  })
  const suggest = useMutation({
    mutationKey: [['imports', 'inspect']],
    mutationFn: () => takeSuggestions(core, token, answers),
    onSuccess: setAnswers,
  })
  const tabs: readonly (readonly [Verdict, string, number])[] = [
    ['undecided', '待确认', counts.undecided],
    ['refused', '不能导入', counts.refused],
    ['normalised', '已规范', counts.normalised],
    ['taken', '照原样导入', counts.taken],
  ]
  const shown = tabs.filter(([, , count]) => count > 0)
  return (
    <>
      <Sheet
        title={`${report.file.name}：共 ${counts.rows.toLocaleString('zh-CN')} 行`}
        actions={<Button onClick={onAgain}>换一个文件</Button>}
      >
        <Counts report={report} />
        <Notes report={report} />
        <Collapse
          ghost
          size="small"
          items={[{ key: 'header', label: headerWords(report), children: <HeaderMapping report={report} /> }]}
        />
      </Sheet>
      <Sheet>
        <Problem error={suggest.error} />
        {shown.length === 0 ? (
          <p>文件里没有可以导入的行。</p>
        ) : (
          <Tabs
            items={shown.map(([verdict, title, count]) => ({
              key: verdict,
              label: `${title} ${count.toLocaleString('zh-CN')}`,
              children: (
                <>
                  {verdict === 'undecided' ? (
                    <div className="undecided-tools">
                      <span>
                        已确认 {decided} 行，还有 {counts.undecided - decided} 行。不确认的行这一次不导入。
                      </span>
                      <Button loading={suggest.isPending} onClick={() => suggest.mutate()}>
                        其余全部采用建议
                      </Button>
                    </div>
                  ) : null}
                  <ImportRows token={token} verdict={verdict} answers={answers} onAnswer={setAnswers} />
                </>
              ),
            }))}
          />
        )}
      </Sheet>
      <div className="decision">
        <Problem error={confirm.error} />
        <div className="decision-line">
          <p>
            {taken === 0
              ? '没有可以导入的行。请按上面的说明改正文件，再重新导入。'
              : `新增 ${counts.new}、更新 ${counts.changed}、内容相同 ${counts.unchanged}${decided > 0 ? `，另有已确认的 ${decided} 行` : ''}。`}
          </p>
          <Button onClick={onAgain}>不导入</Button>
          <Button
            type="primary"
            size="large"
            disabled={taken === 0}
            loading={confirm.isPending}
            onClick={() => confirm.mutate()}
          >
            {skipped === 0 ? `导入${taken}条` : `导入${taken}条，跳过${skipped}条`}
          </Button>
        </div>
      </div>
    </>
  )
}

function Counts({ report: { counts } }: { readonly report: ImportSummary }) {
  const facts: readonly (readonly [string, number, string])[] = [
    ['照原样导入', counts.taken, 'good'],
    ['规范后导入', counts.normalised, 'good'],
    ['待确认', counts.undecided, counts.undecided > 0 ? 'warn' : ''],
    ['不能导入', counts.refused, counts.refused > 0 ? 'bad' : ''],
    ['空行', counts.empty, ''],
  ]
  return (
    <dl className="figures">
      {facts.map(([title, count, kind]) => (
        <div key={title} className={kind}>
          <dt>{title}</dt>
          <dd>{count.toLocaleString('zh-CN')}</dd>
        </div>
      ))}
    </dl>
  )
}

function Notes({ report }: { readonly report: ImportSummary }) {
  const assumed = report.assumed.map(
    ({ title, word }) => `文件没有“${title}”一列，新增的条目都按“${word}”登记。`,
  )
  const notes = [...report.notes, ...assumed]
  if (notes.length === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      className="problem"
      title={
        <ul className="plain-list">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      }
    />
  )
}

function headerWords({ header }: ImportSummary): string {
  const unknown = header.ignored.filter(({ why }) => why === 'unknown').length
  const parts = [`表头在第${header.line}行，认出${header.columns.length}列`]
  if (unknown > 0) parts.push(`${unknown}列不认识`)
  if (header.missing.length > 0) parts.push(`${header.missing.length}列没有`)
  return parts.join('，')
}

const ignoredWords = {
  serial: '序号列，不导入',
  unknown: '不认识，不导入',
  untitled: '没有表头，不导入',
  unmapped: '按上次的设定，不导入',
} as const

function HeaderMapping({ report: { header, ignored, file } }: { readonly report: ImportSummary }) {
  return (
    <div className="header-mapping">
      <p className="quiet">
        {file.kind === 'xlsx' ? `工作表“${file.sheet}”` : `文字编码 ${file.encoding ?? '未知'}`}
      </p>
      <ul className="columns-known">
        {header.columns.map((column) => (
          <li key={column.column}>
            <span className="code">{column.letters}</span> {column.title}
          </li>
        ))}
      </ul>
      {ignored.length === 0 ? null : (
        <ul className="plain-list quiet">
          {ignored.map((column) => (
            <li key={column.column}>
              {column.letters}列“{column.title}”：{ignoredWords[column.why]}
              {column.cells > 0 ? `（有${column.cells}格内容）` : ''}
            </li>
          ))}
        </ul>
      )}
      {header.missing.length === 0 ? null : (
        <p className="quiet">文件没有这些列：{header.missing.join('、')}。已登记的条目在这些列上保持不变。</p>
      )}
    </div>
  )
}
