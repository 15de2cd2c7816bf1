import type { Stamp } from '../../../db/register-store.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { WritingContext } from '../context.ts'

/**
 * What names one row names another from now on (回避关系 and 检查登记), inside the caller's transaction: nobody may
 * inspect whom he must not because the row was written anew, and no visit is lost from the year's count. A recusal
 * that the other row has already is retired instead. Gives how many were moved.
 */
export function moveReferences(
  { database: { recusals, visits } }: WritingContext,
  kind: 'objects' | 'inspectors',
  from: Serial,
  to: Serial,
  stamp: Stamp,
): number {
  const field = kind === 'objects' ? 'object' : 'inspector'
  const held = recusals.find(field, from)
  const others = recusals.find(field, to).map(({ row }) => pair(row))
  for (const { serial, row } of held) {
    const moved = { ...row, [field]: to }
    if (others.includes(pair(moved))) recusals.retire(serial, stamp)
    else recusals.change(serial, moved, stamp)
  }
  if (kind === 'inspectors') return held.length
  const visited = visits.find('object', from)
  for (const { serial, row } of visited) visits.change(serial, { ...row, object: to }, stamp)
  return held.length + visited.length
}

function pair(row: { readonly object: string; readonly inspector: string }): string {
  return `${row.object} ${row.inspector}`
}
