import { registerTitles } from '../../../shared/registry/columns.ts'
import type { Effect, Finding, Question, RowVerdict } from '../../../shared/registry/verdict.ts'
import type { Comparison } from './compare-report.ts'
import type { ImportRefusal, ImportReport } from './import-report.ts'

/** How long the lists may get. */
export interface RenderOptions {
  /** Most entries of each list; what is left out is counted in words. Default: all of them. */
  readonly entries?: number
  /** the report beside the register and what was imported before */
  readonly comparison?: Comparison
}

const sideWords = { here: '保留本单位的', both: '两边都改过，待决定' } as const

function mergeTexts(comparison: Comparison | undefined): Entry[] {
  return [...(comparison?.merges.values() ?? [])].map(({ line, serial, fields }) => ({
    line,
    texts: fields.flatMap(({ title, ours, theirs, by }) =>
      by === 'file' ? [] : [`${serial} ${title}：本单位“${ours}”，文件“${theirs}”（${sideWords[by]}）`],
    ),
  }))
}

function place(at: { readonly column: string | null; readonly address: string | null }): string {
  if (at.address === null) return at.column === null ? '' : `“${at.column}”：`
  return `${at.address}${at.column === null ? '' : `“${at.column}”`}：`
}

function findingText(finding: Finding): string {
  return `${place(finding)}${finding.reason}`
}

function questionText(question: Question): string {
  const options = question.options.map((option) =>
    option.value === question.suggestion ? `${option.label}（可能是）` : option.label,
  )
  return `${findingText(question)}［可选：${[...options, '不导入这一行'].join('／')}］`
}

function effectText(effect: Effect): string {
  if (effect.effect !== 'changed') return ''
  const fields = effect.fields.map((field) => `${field.title}：${field.before} → ${field.after}`)
  return `更新 ${effect.serial}：${fields.join('；')}`
}

interface Entry {
  readonly line: number
  readonly texts: readonly string[]
}

function list(title: string, entries: readonly Entry[], limit: number): string[] {
  if (entries.length === 0) return []
  const shown = entries.slice(0, limit)
  const lines = shown.flatMap(({ line, texts }) => texts.map((text) => `  第${line}行  ${text}`))
  const rest = entries.length - shown.length
  if (rest > 0) lines.push(`  （另有${rest}行没有列出，可用 --json 查看全部）`)
  return ['', `${title}（${entries.length}行）`, ...lines]
}

function entriesOf(
  rows: readonly RowVerdict<unknown>[],
  texts: (row: RowVerdict<unknown>) => readonly string[],
): Entry[] {
  return rows.flatMap((row) => {
    const found = texts(row)
    return found.length === 0 ? [] : [{ line: row.line, texts: found }]
  })
}

function changesText(row: RowVerdict<unknown>): string[] {
  if (row.verdict !== 'normalised') return []
  return row.changes.map(
    (change) => `${place(change)}「${change.before}」→「${change.after}」（${change.what.join('，')}）`,
  )
}

function summary(report: ImportReport): string[] {
  const { counts, header, file } = report
  const sheet = file.kind === 'xlsx' ? `，工作表“${file.sheet}”` : `，编码${file.encoding ?? ''}`
  const lines = [
    `导入检查：${registerTitles[report.register]}`,
    `文件：${file.name}${sheet}，表头在第${header.line}行`,
    `SHA-256：${file.sha256}`,
    `共${counts.rows}行：可导入${counts.taken}行，整理后可导入${counts.normalised}行，待确认${counts.undecided}行，拒绝${counts.refused}行；另有空行${counts.empty}行。`,
    `可导入的${counts.taken + counts.normalised}行中：新增${counts.new}行，更新${counts.changed}行，与名录相同${counts.unchanged}行。`,
  ]
  const unread = report.ignored.filter((column) => column.why !== 'serial')
  for (const column of unread) {
    const title = column.title === '' ? '（没有列名）' : `“${column.title}”`
    const cells = column.cells === 0 ? '，没有内容' : `，有内容${column.cells}格，首见${column.first ?? ''}`
    lines.push(`未读取的列：${column.letters}列${title}${cells}。`)
  }
  if (header.missing.length > 0) lines.push(`表中没有的列：${header.missing.join('、')}。`)
  for (const { title, word } of report.assumed) {
    lines.push(`表中没有“${title}”一列，新增的行按“${word}”登记。`)
  }
  return [...lines, ...report.notes]
}

/**
 * The report as plain text for the command line: the counts, then every row that is not simply taken with its
 * line, cell and reason, what was normalised with before and after, and what would change in the register.
 */
export function renderReport(report: ImportReport, options: RenderOptions = {}): string {
  const limit = options.entries ?? Number.POSITIVE_INFINITY
  const rows: readonly RowVerdict<unknown>[] = report.rows
  return [
    ...summary(report),
    ...list(
      '拒绝',
      entriesOf(rows, (row) => (row.verdict === 'refused' ? row.findings.map(findingText) : [])),
      limit,
    ),
    ...list(
      '待确认',
      entriesOf(rows, (row) => (row.verdict === 'undecided' ? row.questions.map(questionText) : [])),
      limit,
    ),
    ...list('整理后可导入', entriesOf(rows, changesText), limit),
    ...list(
      '更新名录',
      entriesOf(rows, (row) => {
        if (row.verdict !== 'taken' && row.verdict !== 'normalised') return []
        const text = effectText(row.effect)
        return text === '' ? [] : [text]
      }),
      limit,
    ),
    ...list('本单位在上次导入以后改过', mergeTexts(options.comparison), limit),
    '',
    '以上只是检查结果，尚未写入任何数据。',
  ].join('\n')
}

/** A refused file in words. */
export function renderRefusal(refusal: ImportRefusal): string {
  return `不能导入“${refusal.file}”：${refusal.message}`
}
