import type { Words } from './words.ts'

/** How the cells of a column are read: see read-cell.ts. */
export type ColumnType =
  | 'name'
  | 'text'
  | 'uscc'
  | 'identity'
  | 'certificate'
  | 'phone'
  | 'date'
  | 'yes-no'
  | 'word'
  | 'words'
  | 'list'
  | 'ratio'
  | 'count'
  | 'number'
  | 'year'

/** One column that a register knows: its field, its title in our words, and the other usual titles. */
export interface Column {
  readonly field: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly type: ColumnType
  /** An empty cell refuses the row. */
  readonly required?: boolean
  /** The allowed words of a `word` or `words` column. */
  readonly words?: Words
  /** An empty cell in a column that is there is asked about: the register must know, and does not guess. */
  readonly askIfEmpty?: boolean
  /** The entries of this list are names that may hold a `/`: it does not part them. */
  readonly keepsSlash?: boolean
}
