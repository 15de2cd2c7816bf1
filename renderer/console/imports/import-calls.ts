import type { ConsoleClient } from '../../../shared/api/client.ts'
import type { ImportSummary, rowVerdicts } from '../../../shared/api/import-report.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { uploadFile } from '../../connection/upload.ts'

/** One row of a file with its verdict. */
export type ImportRow = Awaited<ReturnType<ConsoleClient['imports']['rows']>>['rows'][number]
export type Verdict = (typeof rowVerdicts)[number]
export type UndecidedRow = Extract<ImportRow, { verdict: 'undecided' }>
export type ImportQuestion = UndecidedRow['questions'][number]
export type ImportResult = Awaited<ReturnType<ConsoleClient['imports']['confirm']>>

/** A file that was looked into: nothing is written yet. */
export interface Inspected {
  readonly token: string
  readonly report: ImportSummary
}

/** How far the looking into a file is. */
export type InspectProgress =
  | { readonly step: 'upload'; readonly received: number; readonly size: number }
  | { readonly step: 'read'; readonly rows: number }

/** Hands a file over and has it looked into. */
export async function inspectFile(
  core: ConsoleClient,
  register: RegisterName,
  file: File,
  onProgress: (progress: InspectProgress) => void,
  signal: AbortSignal,
): Promise<Inspected> {
  const upload = await uploadFile(core, file, {
    signal,
    onProgress: (received, size) => onProgress({ step: 'upload', received, size }),
  })
  for await (const event of await core.imports.inspect({ register, upload }, { signal })) {
    if (event.event === 'progress') onProgress({ step: 'read', rows: event.rows })
    if (event.event === 'report') return { token: event.token, report: event.report }
  }
  signal.throwIfAborted()
  throw new Error('the inspection ended without a report')
}

/** What was answered so far: by line, one answer a question; `null` for what stays open. */
export type Answers = Readonly<Record<string, readonly (string | null)[]>>

/** Whether every question of a line has its answer. */
export function isDecided(answers: Answers, line: number, questions: number): boolean {
  const given = answers[String(line)] ?? []
  return given.length === questions && given.every((answer) => answer !== null)
}

/** How many lines are answered in full. */
export function decidedLines(answers: Answers): number {
  return Object.values(answers).filter((given) => given.length > 0 && given.every((one) => one !== null))
    .length
}

/** The suggestion to every question that has one, over all lines that have no answer yet. */
export async function takeSuggestions(
  core: ConsoleClient,
  token: string,
  answers: Answers,
): Promise<Answers> {
  const taken: Record<string, readonly (string | null)[]> = { ...answers }
  for (let offset = 0; ; ) {
    const { rows, total } = await core.imports.rows({ token, verdicts: ['undecided'], limit: 200, offset })
    for (const row of rows) {
      if (row.verdict !== 'undecided' || taken[String(row.line)] !== undefined) continue
      const suggested = row.questions.map((question) => question.suggestion)
      if (suggested.some((one) => one !== null)) taken[String(row.line)] = suggested
    }
    offset += rows.length
    if (rows.length === 0 || offset >= total) return taken
  }
}
