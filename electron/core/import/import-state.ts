import type { ImportTab } from '../../../shared/api/import-contract.ts'
import type { Question } from '../../../shared/registry/verdict.ts'

/** Where the decisions about a report stand. */
export interface ImportState {
  /** how many rows each tab lists, whatever was decided about them */
  readonly tabs: Readonly<Record<ImportTab, number>>
  /** lines that would be written as new rows, as changes, and those that say what the register says */
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  /** lines with fields that both the file and this office changed, and how many of them are decided in full */
  readonly conflicts: number
  readonly conflictsDecided: number
  /** lines with questions, and how many of them are answered in full or left out */
  readonly undecided: number
  readonly undecidedDecided: number
  readonly leftOut: number
  readonly refused: number
  /** whether the file is the whole register: only then is anything gone */
  readonly whole: boolean
  readonly gone: number
  /** of those, rows that still say what an import said */
  readonly goneImported: number
  readonly retire: number
  /** what would be written and left out if it were confirmed now */
  readonly writes: number
  readonly skips: number
  /** open questions by kind, with how many of them have a suggestion */
  readonly questions: readonly {
    readonly question: Question['question']
    readonly open: number
    readonly suggested: number
    /** answers that every one of the open questions offers */
    readonly options: readonly { readonly value: string; readonly label: string }[]
  }[]
  /** fields that both changed, with how many lines are open */
  readonly fields: readonly {
    readonly field: string
    readonly title: string
    readonly open: number
    readonly total: number
  }[]
}
