import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Header } from '../../../shared/registry/header.ts'
import type { IgnoredCells } from '../../../shared/registry/judge.ts'
import type { RegisterRows, RowVerdict } from '../../../shared/registry/verdict.ts'
import type { SheetRefusalCode } from '../../documents/sheet-refusal.ts'

/** How many rows have each verdict, and what taking them would do. */
export interface ImportCounts {
  readonly rows: number
  readonly taken: number
  readonly normalised: number
  readonly undecided: number
  readonly refused: number
  /** Rows without anything in them; they have no verdict. */
  readonly empty: number
  /** Of taken and normalised ones: new to the register, changing a row of it, or the same as one. */
  readonly new: number
  readonly changed: number
  readonly unchanged: number
}

/** What a file would do to a register. Nothing has been written. Plain data. */
export interface ImportReport<R extends RegisterName = RegisterName> {
  readonly outcome: 'report'
  readonly register: R
  readonly file: {
    readonly name: string
    readonly sha256: string
    readonly kind: 'xlsx' | 'csv'
    readonly encoding: string | null
    readonly sheet: string
  }
  readonly header: Header
  readonly ignored: readonly IgnoredCells[]
  readonly assumed: readonly { readonly title: string; readonly word: string }[]
  /** What else a person should know about the file, in sentences. */
  readonly notes: readonly string[]
  readonly counts: ImportCounts
  readonly rows: readonly RowVerdict<RegisterRows[R]>[]
}

/** Why a file as a whole is not imported. Nothing has been written. */
export interface ImportRefusal {
  readonly outcome: 'refusal'
  readonly code: SheetRefusalCode | 'NO_KNOWN_HEADER' | 'AMBIGUOUS_HEADER' | 'NO_DATA_ROWS' | 'CANCELLED'
  readonly file: string
  /** What happened, what was kept, what to do. */
  readonly message: string
}
