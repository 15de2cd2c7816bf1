import { applies } from './applies.ts'
import type { InspectionItem } from './inspection-item.ts'
import type { InspectionObject } from './inspection-object.ts'

/** How many objects of the register are alike in what decides whether an item applies to them. */
export interface ObjectCell extends Pick<InspectionObject, 'kind' | 'businessCategory'> {
  /** 存续 */
  readonly inBusiness: boolean
  readonly count: number
}

/** How many objects an item applies to: those that bounds count (all of them, S1 第九条), and those that may be drawn. */
export interface AppliedCount {
  readonly all: number
  readonly inBusiness: number
}

/**
 * Counts the objects that an item applies to. `cells`: the whole register; `named`: those of it that name the item
 * itself (适用事项). The same as asking `applies` for every object, but without reading 100,000 of them.
 */
export function countApplied(
  item: Pick<InspectionItem, 'name' | 'appliesKinds' | 'appliesCategories'>,
  cells: readonly ObjectCell[],
  named: readonly ObjectCell[],
): AppliedCount {
  const fits = ({ kind, businessCategory }: ObjectCell) =>
    applies(item, { kind, businessCategory, items: [] })
  const applied = [...cells.filter(fits), ...named.filter((cell) => !fits(cell))]
  return {
    all: sum(applied),
    inBusiness: sum(applied.filter((cell) => cell.inBusiness)),
  }
}

function sum(cells: readonly ObjectCell[]): number {
  return cells.reduce((total, { count }) => total + count, 0)
}
