import type { ListedVisit } from '../../../shared/api/year-contract.ts'
import type { VisitKind } from '../../../shared/registry/visit.ts'
import type { CoreContext } from '../context.ts'

/** Which of a year's visits are wanted; an empty list wants all. */
export interface VisitQuery {
  readonly year: number
  readonly piece: string
  readonly months: readonly number[]
  readonly kinds: readonly VisitKind[]
  /** `''`: those that name none */
  readonly departments: readonly string[]
  readonly limit: number
  readonly offset: number
}

/** The year's visits that no draw decided, the newest first, with the names of their objects. */
export function listVisits({ database }: CoreContext, query: VisitQuery) {
  const { year, months, kinds, departments, limit, offset } = query
  const all = database.visits.current().filter(({ row }) => row.date.startsWith(String(year)))
  const piece = query.piece.trim()
  const found =
    piece === ''
      ? null
      : new Set(
          database.visits
            .search(piece, { limit: Number.MAX_SAFE_INTEGER, offset: 0 })
            .rows.map(({ serial }) => serial),
        )
  const fits = all
    .filter(
      ({ serial, row }) =>
        (found === null || found.has(serial)) &&
        (months.length === 0 || months.includes(Number(row.date.slice(5, 7)))) &&
        (kinds.length === 0 || kinds.includes(row.kind)) &&
        (departments.length === 0 || departments.includes(row.department ?? '')),
    )
    .sort((a, b) => (a.row.date === b.row.date ? byText(b.serial, a.serial) : byText(b.row.date, a.row.date)))
  const rows = fits.slice(offset, offset + limit).map(({ serial, version, row }): ListedVisit => {
    const object = database.objects.get(row.object)
    return {
      serial,
      version,
      row,
      objectName: object?.row.name ?? row.object,
      retired: object?.change === 'retired',
    }
  })
  const named = new Set(all.flatMap(({ row: { department } }) => (department === null ? [] : [department])))
  return { total: fits.length, rows, departments: [...named].sort(byText) }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
