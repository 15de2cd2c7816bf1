import type { ConsoleClient } from '../../../shared/api/client.ts'
import type { ImportChange, ImportTab } from '../../../shared/api/import-contract.ts'
import type { ImportSummary } from '../../../shared/api/import-report.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { uploadFile } from '../../connection/upload.ts'

/** One row of a file with its verdict and what was decided about it. */
export type ImportRow = Awaited<ReturnType<ConsoleClient['imports']['rows']>>['rows'][number]
export type UndecidedRow = Extract<ImportRow, { verdict: 'undecided' }>
export type TakenRow = Extract<ImportRow, { verdict: 'taken' | 'normalised' }>
export type ImportQuestion = UndecidedRow['questions'][number]
export type ImportResult = Awaited<ReturnType<ConsoleClient['imports']['confirm']>>
export type ImportState = Awaited<ReturnType<ConsoleClient['imports']['decide']>>
export type GoneRow = Awaited<ReturnType<ConsoleClient['imports']['gone']>>['rows'][number]
export type FileHead = Awaited<ReturnType<ConsoleClient['imports']['head']>>
export type Decide = (decision: ImportChange) => void
export type { ImportTab }

/** A file that the program has, and what it is called. */
export interface HandedFile {
  readonly upload: string
  readonly name: string
}

/** The header row that a person pointed at. */
export interface ChosenHeader {
  readonly sheet: string
  readonly line: number
}

/** A file that was looked into: nothing is written yet. */
export interface Inspected {
  readonly token: string
  readonly report: ImportSummary
  readonly state: ImportState
}

/** How far the looking into a file is. */
export type InspectProgress =
  | { readonly step: 'upload'; readonly received: number; readonly size: number }
  | { readonly step: 'read'; readonly rows: number }

/** Hands a file over. */
export async function handOver(
  core: ConsoleClient,
  file: File,
  onProgress: (progress: InspectProgress) => void,
  signal: AbortSignal,
): Promise<HandedFile> {
  const upload = await uploadFile(core, file, {
    signal,
    onProgress: (received, size) => onProgress({ step: 'upload', received, size }),
  })
  return { upload, name: file.name }
}

/** Has a file looked into that was handed over. */
export async function inspectFile(
  core: ConsoleClient,
  register: RegisterName,
  { upload }: HandedFile,
  header: ChosenHeader | null,
  onProgress: (progress: InspectProgress) => void,
  signal: AbortSignal,
): Promise<Inspected> {
  const input = { register, upload, ...(header === null ? {} : { header }) }
  onProgress({ step: 'read', rows: 0 })
  for await (const event of await core.imports.inspect(input, { signal })) {
    if (event.event === 'progress') onProgress({ step: 'read', rows: event.rows })
    if (event.event === 'report') return { token: event.token, report: event.report, state: event.state }
  }
  signal.throwIfAborted()
  throw new Error('the inspection ended without a report')
}

/** The answers to a line's questions after one of them was answered; leaving the row out answers them all. */
export function answersAfter(
  questions: number,
  given: readonly (string | null)[] | undefined,
  at: number,
  answer: string,
): (string | null)[] {
  return Array.from({ length: questions }, (_, index) => (index === at ? answer : (given?.[index] ?? null)))
}
