import type { RowScope } from '../../../shared/api/register-work-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { Filters } from './register-calls.ts'

/** Rows that were picked one by one, or all that are found. */
export type RowSelection =
  | { readonly by: 'picked'; readonly serials: ReadonlySet<Serial> }
  | { readonly by: 'found' }

export const nothingChosen: RowSelection = { by: 'picked', serials: new Set() }

/** Rows that can be picked one by one at most. */
export const pickedAtMost = 5_000

/** The selection once a row is picked, or left again. Who leaves one of all that are found picks anew. */
export function toggled(selection: RowSelection, serial: Serial): RowSelection {
  if (selection.by === 'found') return { by: 'picked', serials: new Set([serial]) }
  const serials = new Set(selection.serials)
  if (!serials.delete(serial) && serials.size < pickedAtMost) serials.add(serial)
  return { by: 'picked', serials }
}

export function isChosen(selection: RowSelection, serial: Serial): boolean {
  return selection.by === 'found' || selection.serials.has(serial)
}

/** How many rows are chosen of those that are found. */
export function chosenCount(selection: RowSelection, found: number): number {
  return selection.by === 'found' ? found : selection.serials.size
}

/** The chosen rows, as calls name them. */
export function scopeOf(selection: RowSelection, piece: string, filters: Filters): RowScope {
  return selection.by === 'found'
    ? foundScope(piece, filters)
    : { by: 'serials', serials: [...selection.serials] }
}

/** All that a search finds, as calls name it. */
export function foundScope(piece: string, filters: Filters): RowScope {
  return { by: 'search', piece, filters: { ...filters } }
}
