import type { Database } from '../../../db/open-database.ts'
import type { ObjectCell } from '../../../shared/registry/object-cells.ts'

interface Counted extends Pick<ObjectCell, 'kind' | 'businessCategory' | 'count'> {
  readonly item: string
  readonly inBusiness: number
}

const grouped = `kind, business_category AS businessCategory, state = '存续' AS inBusiness, count(*) AS count`

/** The register of objects by kind, 经营类别 and whether they are in business: a few cells for 100,000 objects. */
export function objectCells({ sqlite }: Database): readonly ObjectCell[] {
  return sqlite
    .prepare<[], Counted>(
      `SELECT ${grouped} FROM inspection_object_current GROUP BY kind, business_category, inBusiness
       ORDER BY kind, business_category, inBusiness DESC`,
    )
    .all()
    .map(cellOf)
}

/** For every item that objects name themselves (适用事项), those objects likewise. */
export function namingCells({ sqlite }: Database): ReadonlyMap<string, readonly ObjectCell[]> {
  const cells = new Map<string, ObjectCell[]>()
  const rows = sqlite
    .prepare<[], Counted>(
      `SELECT named.value AS item, ${grouped} FROM inspection_object_current, json_each(inspection_object_current.items) AS named
       WHERE inspection_object_current.items <> '[]' GROUP BY item, kind, business_category, inBusiness`,
    )
    .all()
  for (const row of rows) {
    const known = cells.get(row.item)
    if (known === undefined) cells.set(row.item, [cellOf(row)])
    else known.push(cellOf(row))
  }
  return cells
}

function cellOf({ kind, businessCategory, inBusiness, count }: Counted): ObjectCell {
  return { kind, businessCategory, inBusiness: inBusiness === 1, count }
}
