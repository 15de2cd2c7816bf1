/** Where the text of a cell comes from. `text` is what a person typed as text; the others need a look. */
export type CellSource = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error'

/** One cell of a table as it was read, before anything is made of it. */
export interface RawCell {
  /** Column, from 1. */
  readonly column: number
  /** Address as the table program shows it, e.g. `C17`. */
  readonly address: string
  /**
   * The text; of a number its digits as stored, of a date `2026-03-31`, of a boolean `TRUE` or `FALSE`, of a
   * formula the formula, of an error its word.
   */
  readonly value: string
  readonly source: CellSource
  /** The number format of a `number`, where it is not the general one. */
  readonly format?: string
}

/** One row of a table: its line as the table program numbers it, and the cells that hold something. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly RawCell[]
}

/** The letters of a column: 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The address of a cell: column 3, line 17 → `C17`. */
export function cellAddress(column: number, line: number): string {
  return `${columnLetters(column)}${line}`
}
