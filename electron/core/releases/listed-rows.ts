import { createHash } from 'node:crypto'
import type { RegisterVersion } from '../../../db/register-version.ts'
import type { ListOf, ReleaseSubject } from '../../../shared/api/release-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import type { CoreContext } from '../context.ts'
import { canonicalText } from '../papers/canonical-digest.ts'
import { storeOf } from '../registers/registers.ts'

type Row = RegisterRows[RegisterName]
export type ListedVersion = RegisterVersion<Row>

/** The register that a list is made of. */
export const registerOf = {
  items: 'items',
  'joint-items': 'items',
  objects: 'objects',
  inspectors: 'inspectors',
  plans: 'plans',
} as const satisfies Record<ReleaseSubject, RegisterName>

/** The table with the versions of the register. */
const tableOf = {
  items: 'inspection_item_version',
  'joint-items': 'inspection_item_version',
  objects: 'inspection_object_version',
  inspectors: 'inspector_version',
  plans: 'plan_line_version',
} as const satisfies Record<ReleaseSubject, string>

/** Whether a row of the register stands in the list: 多部门监管事项 have departments, a plan is of its year. */
function isListed({ subject, year }: ListOf, row: Row): boolean {
  if (subject === 'joint-items') return 'publicConcern' in row && row.jointDepartments.length > 0
  return subject !== 'plans' || ('year' in row && row.year === year)
}

/** The rows of a list, as they stand now or as they stood at a moment (epoch milliseconds), by serial. */
export function listedRows(context: CoreContext, list: ListOf, moment: number | null): ListedVersion[] {
  const store = storeOf<RegisterName>(context.database, registerOf[list.subject])
  const versions = moment === null ? store.current() : store.asOf(moment)
  return versions.filter(({ row }) => isListed(list, row))
}

/** How many rows a list has now; the whole registers are counted without being read. */
export function countListed(context: CoreContext, list: ListOf): number {
  const whole = list.subject !== 'plans' && list.subject !== 'joint-items'
  return whole
    ? storeOf(context.database, registerOf[list.subject]).count()
    : listedRows(context, list, null).length
}

/** The digest of a list: SHA-256 of a line a row, its serial and its canonical text. */
export function listDigest(rows: readonly ListedVersion[]): string {
  const hash = createHash('sha256')
  for (const { serial, row } of rows) hash.update(`${serial}\t${rowText(row)}\n`)
  return hash.digest('hex')
}

/**
 * The canonical text of a row, as {@link canonicalText} gives it: a row holds words, whole numbers, yes and no, and lists
 * of words, of which RFC 8785 and JSON.stringify say the same once the names are sorted. 100,000 rows take a second.
 */
export function rowText(row: Row): string {
  const members = Object.entries(row).filter(([, value]) => value !== null)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(Object.fromEntries(members))
}

/** A row that two versions of a list say differently; `null` where one of them has it not. */
export interface RowChange {
  readonly before: ListedVersion | null
  readonly after: ListedVersion | null
}

/**
 * What changed in a list between two moments, by serial: only the rows written in between are looked at. `from: null`
 * is before everything, `to: null` now.
 */
export function listChanges(
  context: CoreContext,
  list: ListOf,
  from: number | null,
  to: number | null,
): RowChange[] {
  const { sqlite } = context.database
  const store = storeOf<RegisterName>(context.database, registerOf[list.subject])
  const serials = sqlite
    .prepare<[number, number], RegisterVersion<Row>['serial']>(
      `SELECT DISTINCT serial FROM ${tableOf[list.subject]} WHERE moment > ? AND moment <= ? ORDER BY serial`,
    )
    .pluck()
    .all(from ?? Number.MIN_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER)
  return serials.flatMap((serial) => {
    const history = store.history(serial)
    const at = (moment: number): ListedVersion | null => {
      const found = history.filter((version) => version.moment <= moment).at(-1)
      return found === undefined || found.change === 'retired' || !isListed(list, found.row) ? null : found
    }
    const before = from === null ? null : at(from)
    const after = at(to ?? Number.MAX_SAFE_INTEGER)
    if (before === null && after === null) return []
    const same = before !== null && after !== null && canonicalText(before.row) === canonicalText(after.row)
    return same ? [] : [{ before, after }]
  })
}

/** Rows that are looked at one by one to be counted; of more every row that was written counts as changed. */
const countedExactly = 2_000

/** How many rows of a list differ now from what they were at `from`; `null`: all that there are. */
export function countChanges(context: CoreContext, list: ListOf, from: number | null): number {
  if (from === null) return countListed(context, list)
  const written = context.database.sqlite
    .prepare<[number], number>(`SELECT count(DISTINCT serial) FROM ${tableOf[list.subject]} WHERE moment > ?`)
    .pluck()
    .get(from)
  if (written === undefined || written > countedExactly) return written ?? 0
  return written === 0 ? 0 : listChanges(context, list, from, null).length
}

/** The newest version of every row of a list that left it, for the reason why. */
export function retirement(context: CoreContext, list: ListOf, serial: ListedVersion['serial']) {
  return storeOf<RegisterName>(context.database, registerOf[list.subject]).get(serial)
}
