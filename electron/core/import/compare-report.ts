import type { Database } from '../../../db/open-database.ts'
import type { RegisterVersion } from '../../../db/register-version.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { type MergedField, threeWay } from '../../../shared/registry/three-way.ts'
import type { RegisterRows, RowVerdict } from '../../../shared/registry/verdict.ts'
import { storeOf } from '../registers/registers.ts'
import type { ImportReport } from './import-report.ts'

/** A row that somebody changed here since it last came from a file, and that the file says otherwise. */
export interface Merge {
  readonly line: number
  readonly serial: Serial
  /** who changed it last, and when */
  readonly by: string
  readonly at: string
  readonly fields: readonly MergedField[]
}

/** A row of the register that no line of the file is. */
export interface Gone {
  readonly serial: Serial
  /** what it says came from an import, and nobody changed it since */
  readonly imported: boolean
}

/** A report beside the register and beside what the last import of every row said. */
export interface Comparison {
  /** by line; a changed row that is not among them was changed by the file alone */
  readonly merges: ReadonlyMap<number, Merge>
  /** by serial */
  readonly gone: readonly Gone[]
}

/** Compares rows of a file with what the register says and with what the last import said. */
export class ThreeWay<R extends RegisterName> {
  readonly #register: R
  readonly #database: Database
  readonly #undone = new Map<number, boolean>()

  constructor(database: Database, register: R) {
    this.#database = database
    this.#register = register
  }

  /** What becomes of a row that the file would change; `null` where nobody changed it here. */
  merge(line: number, serial: Serial, theirs: RegisterRows[R]): Merge | null {
    const history = storeOf(this.#database, this.#register).history(serial)
    const now = history.at(-1)
    const base = this.#base(history)
    if (now === undefined || base === null || base === now) return null
    const fields = threeWay(this.#register, base.row, now.row, theirs)
    if (fields.every(({ by }) => by === 'file')) return null
    return { line, serial, by: now.by, at: now.at, fields }
  }

  /**
   * What the file of the last import said that still stands. Where fields were kept against it, that import wrote
   * two versions, and the first is what the file said. `null` for a row that never came from a file.
   */
  #base(history: readonly RegisterVersion<RegisterRows[R]>[]): RegisterVersion<RegisterRows[R]> | null {
    const newest = history.findLast(({ importId }) => importId !== null && !this.#isUndone(importId))
    if (newest === undefined) return null
    return history.find(({ importId }) => importId === newest.importId) ?? null
  }

  #isUndone(id: number): boolean {
    const known = this.#undone.get(id)
    if (known !== undefined) return known
    const undone = this.#database.imports.undoOf(id) !== null
    this.#undone.set(id, undone)
    return undone
  }
}

/** Rows of the register that a line is, or may be: whoever is asked about is not gone. */
function namedBy(row: RowVerdict<unknown>): readonly Serial[] {
  if (row.verdict === 'refused') return row.known ?? []
  if (row.verdict === 'undecided') {
    const { target, candidates } = row.draft
    return [...(target === null ? [] : [target]), ...candidates].map(({ serial }) => serial)
  }
  return row.effect.effect === 'new' ? [] : [row.effect.serial]
}

function* currentOf(database: Database, register: RegisterName): Generator<RegisterVersion<object>> {
  const { objects, inspectors, items, recusals, plans, visits, powers } = database
  const stores = { objects, inspectors, items, recusals, plans, visits, powers } as const
  yield* stores[register].iterate()
}

/** Compares a whole report. The registers must be as they were when it was made. */
export function compareReport<R extends RegisterName>(
  database: Database,
  { register, rows }: ImportReport<R>,
): Comparison {
  const threeWays = new ThreeWay(database, register)
  const merges = new Map<number, Merge>()
  const named = new Set<Serial>()
  for (const row of rows) {
    for (const serial of namedBy(row)) named.add(serial)
    if (row.verdict !== 'taken' && row.verdict !== 'normalised') continue
    if (row.effect.effect !== 'changed') continue
    const merge = threeWays.merge(row.line, row.effect.serial, row.row)
    if (merge !== null) merges.set(row.line, merge)
  }
  const gone: Gone[] = []
  for (const { serial, importId } of currentOf(database, register))
    if (!named.has(serial)) gone.push({ serial, imported: importId !== null })
  return { merges, gone }
}
