import type { RegisterName } from './columns.ts'
import type { Draft, Match, RowPlaces } from './draft.ts'
import type { Lookups } from './lookups.ts'
import type { FieldValues, RegisterRows } from './verdict.ts'

/** What is particular to one register when its rows are judged. All functions are pure but for the draft. */
export interface RegisterRules<R extends RegisterName> {
  /** The values of a new row where the file has no column for them. */
  readonly defaults: FieldValues
  /** Of a `new` row: which of the defaults a person should be told about, title → word. */
  readonly assumed: Readonly<Record<string, string>>
  /**
   * The field whose value stands once in a register, and its name; a second one in the file refuses both. `parts`:
   * the fields that make it up, where it is more than one; `firstStands`: only the second one is refused.
   */
  readonly unique: {
    readonly field: string
    readonly title: string
    readonly parts?: readonly string[]
    readonly firstStands?: boolean
  } | null
  /** Whether a name that stands twice asks a question although both rows have (different) codes. */
  readonly namesAreUnique: boolean
  /** Keep the cells of every row, because its values no longer show what the file said. */
  readonly keepsCells: boolean
  /** Turns what the file says into what the register holds (only 回避关系 does). Runs first. */
  resolve(draft: Draft<RegisterRows[R]>, places: RowPlaces, existing: Lookups[R]): void
  /** Which row of the register this is. */
  match(draft: Draft<RegisterRows[R]>, existing: Lookups[R]): Match<RegisterRows[R]>
  /** Rules between several cells of the row. Runs last; `draft.target` is known. */
  check(draft: Draft<RegisterRows[R]>, places: RowPlaces, existing: Lookups[R]): void
}

/** `value` when it is text, else `null`. */
export function textValue(draft: Draft<unknown>, field: string): string | null {
  const value = draft.values[field]
  return typeof value === 'string' ? value : null
}
