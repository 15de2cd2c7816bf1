import { applies, isConfirmed, proposedObjects } from '../../../shared/registry/applies.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'

/** The items of a draw, as the rules take them. */
export interface DrawItems {
  /** in the order of the names; one without a confirmation with what its list proposes */
  readonly items: readonly InspectionItem[]
  /** names that are not in the list */
  readonly unknown: readonly string[]
  /** items whose 适用对象 nobody has confirmed and no object names, with what is taken meanwhile */
  readonly unconfirmed: readonly { readonly name: string; readonly taken: string | null }[]
}

/**
 * The items of these names. Where nobody has confirmed which objects one applies to, and no object names it, the
 * list's own word stands in when it is, letter for letter, a kind or a 经营类别: a provisional answer that is said so.
 */
export function drawItems(
  names: readonly string[],
  list: readonly InspectionItem[],
  objects: readonly InspectionObject[],
): DrawItems {
  const byName = new Map(list.map((item) => [item.name, item]))
  const items: InspectionItem[] = []
  const unknown: string[] = []
  const unconfirmed: { name: string; taken: string | null }[] = []
  let categories: ReadonlySet<string> | null = null
  for (const name of new Set(names)) {
    const item = byName.get(name)
    if (item === undefined) {
      unknown.push(name)
      continue
    }
    if (isConfirmed(item) || objects.some((object) => object.items.includes(name))) {
      items.push(item)
      continue
    }
    categories ??= new Set(objects.flatMap(({ businessCategory: word }) => (word === null ? [] : [word])))
    const proposed = proposedObjects(item.objects, categories)
    items.push(proposed === null ? item : { ...item, ...proposed })
    unconfirmed.push({ name, taken: proposed === null ? null : item.objects })
  }
  return { items, unknown, unconfirmed }
}

/** How many objects of the register an item applies to, before exclusions: floors and ceilings count these. */
export function registerSizeOf(
  items: readonly InspectionItem[],
  objects: readonly InspectionObject[],
): number {
  let size = 0
  for (const object of objects) if (items.some((item) => applies(item, object))) size += 1
  return size
}
