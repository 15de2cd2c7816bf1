import type { ImportChange, ImportTab } from '../../../shared/api/import-contract.ts'
import type { ImportSummary } from '../../../shared/api/import-report.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { RegisterRows, RowVerdict } from '../../../shared/registry/verdict.ts'
import type { SimilarPair } from '../duplicates/find-similar.ts'
import type { ChosenHeader } from './find-table.ts'
import type { ImportState } from './import-state.ts'
import type { ImportDecision, ImportDone } from './imports.ts'
import type { DecidedRow, OpenImport } from './open-import.ts'
import type { FileHead } from './read-head.ts'
import type { Undone } from './undo-import.ts'

interface Part {
  readonly limit: number
  readonly offset: number
}

/** A file as a thread is told of it. */
export interface NamedFile {
  readonly path: string
  readonly name?: string | undefined
}

interface Page<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** What a thread that imports can be asked, and what it answers. Plain data both ways. */
export interface ThreadCalls {
  inspect: {
    ask: { readonly register: RegisterName; readonly file: NamedFile; readonly header: ChosenHeader | null }
    answer: { readonly report: ImportSummary; readonly state: ImportState }
  }
  head: { ask: { readonly file: NamedFile }; answer: FileHead }
  decide: { ask: { readonly decision: ImportChange }; answer: ImportState }
  rows: {
    ask: Part & {
      readonly tab: ImportTab | null
      readonly verdicts: readonly RowVerdict<unknown>['verdict'][]
    }
    answer: Page<DecidedRow<RegisterRows[RegisterName]>>
  }
  gone: { ask: Part; answer: ReturnType<OpenImport['gone']> }
  confirm: { ask: { readonly actor: string; readonly decision: ImportDecision }; answer: ImportDone }
  undo: { ask: { readonly actor: string; readonly id: number; readonly reason: string }; answer: Undone }
  similar: { ask: { readonly register: 'objects' | 'inspectors' }; answer: readonly SimilarPair[] }
}
export type ThreadCall = keyof ThreadCalls

/** An order to the thread; `now` is the core's time in epoch milliseconds. */
export type ThreadOrder = {
  readonly [C in ThreadCall]: {
    readonly id: number
    readonly now: number
    readonly call: C
    readonly ask: ThreadCalls[C]['ask']
  }
}[ThreadCall]

/** What the thread tells: an answer, a refusal, a fault, or how many rows it has read. */
export type ThreadTold =
  | { readonly told: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly told: 'refusal'; readonly id: number; readonly code: string; readonly message: string }
  | { readonly told: 'fault'; readonly id: number; readonly error: unknown }
  | { readonly told: 'progress'; readonly rows: number }
