import { sameValue } from '../../../shared/registry/draft.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import type { AnyRow } from './row-scope.ts'

/** One row that is not as it was: `before` is `null` for one that came, `after` for one that went. */
export interface RowDifference {
  readonly serial: string
  readonly change: 'added' | 'changed' | 'retired'
  readonly before: AnyRow['row'] | null
  readonly after: AnyRow['row'] | null
}

/** How many rows came, were changed and went. */
export interface DifferenceCounts {
  readonly added: number
  readonly changed: number
  readonly retired: number
}

/** What became of a register from one moment to another, by serial. A row that says the same again is no difference. */
export function registerDifference(before: readonly AnyRow[], after: readonly AnyRow[]): RowDifference[] {
  const was = new Map(before.map((version) => [version.serial, version]))
  const differences: RowDifference[] = []
  for (const { serial, version, row } of after) {
    const old = was.get(serial)
    was.delete(serial)
    if (old === undefined) differences.push({ serial, change: 'added', before: null, after: row })
    else if (old.version !== version && !sameRow(old.row, row))
      differences.push({ serial, change: 'changed', before: old.row, after: row })
  }
  for (const { serial, row } of was.values())
    differences.push({ serial, change: 'retired', before: row, after: null })
  return differences.sort((a, b) => (a.serial < b.serial ? -1 : a.serial > b.serial ? 1 : 0))
}

export function countDifferences(differences: readonly RowDifference[]): DifferenceCounts {
  const counts = { added: 0, changed: 0, retired: 0 }
  for (const { change } of differences) counts[change] += 1
  return counts
}

function sameRow(left: object, right: object): boolean {
  const said = new Map<string, FieldValue>(Object.entries(left))
  return Object.entries(right).every(([field, value]) => sameValue(said.get(field) ?? null, value))
}
