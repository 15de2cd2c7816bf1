import type { RowScope } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { CoreContext } from '../context.ts'
import { RegisterExports } from '../export/register-exports.ts'
import { BulkChanges } from './bulk-changes.ts'
import { countDifferences, type RowDifference, registerDifference } from './register-difference.ts'
import { storeOf } from './registers.ts'
import { Revisions } from './revisions.ts'
import { type AnyRow, rowsThen } from './row-scope.ts'
import { SavedFilters } from './saved-filters.ts'

interface Part {
  readonly limit: number
  readonly offset: number
}

/** Work on whole registers: filters under a name, the past, many rows at once, export, revision. */
export class RegisterWork {
  readonly filters: SavedFilters
  readonly bulk: BulkChanges
  readonly exports: RegisterExports
  readonly revisions: Revisions
  readonly #context: CoreContext
  /** the last answer about the past, of which a table asks for one part after the other */
  #kept: { readonly key: string; readonly rows: readonly unknown[] } | null = null

  constructor(context: CoreContext) {
    this.#context = context
    this.filters = new SavedFilters(context)
    this.bulk = new BulkChanges(context)
    this.exports = new RegisterExports(context)
    this.revisions = new Revisions(context)
  }

  /** The rows of a moment (epoch milliseconds) that are meant. */
  past(register: RegisterName, scope: RowScope, moment: number, { limit, offset }: Part) {
    const rows = this.#keep(['past', register, scope, moment], () =>
      rowsThen(this.#context, register, scope, moment),
    )
    return { total: rows.length, rows: rows.slice(offset, offset + limit) as AnyRow[] }
  }

  /** What became of a register from one moment to another; `null` for the beginning, and for now. */
  differences(
    register: RegisterName,
    since: number | null,
    until: number | null,
    changes: readonly RowDifference['change'][],
    { limit, offset }: Part,
  ) {
    const all = this.#keep(['differences', register, since, until], () => {
      const store = storeOf(this.#context.database, register)
      const before = since === null ? [] : store.asOf(since)
      return registerDifference(before, until === null ? store.current() : store.asOf(until))
    })
    const rows = all.filter(({ change }) => changes.includes(change))
    return { counts: countDifferences(all), total: rows.length, rows: rows.slice(offset, offset + limit) }
  }

  #keep<Row>(question: readonly unknown[], answer: () => readonly Row[]): readonly Row[] {
    const key = JSON.stringify([...question, this.#context.database.registerVersions()])
    if (this.#kept?.key !== key) this.#kept = { key, rows: answer() }
    return this.#kept.rows as readonly Row[]
  }
}
