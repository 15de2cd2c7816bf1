import type { ApplyingItem } from '../../../shared/api/item-contract.ts'
import { objectKinds } from '../../../shared/registry/inspection-object.ts'
import { type AppliedCount, countApplied, type ObjectCell } from '../../../shared/registry/object-cells.ts'

/** Kinds, 经营类别, or both, as a person chooses them for an item. */
export interface ObjectChoice {
  readonly kinds: ApplyingItem['kinds']
  readonly categories: readonly string[]
}

/** What a box offers: a word with the number of objects that it would give. */
export interface Offer {
  readonly value: string
  readonly label: string
}

const number = (count: number): string => count.toLocaleString('zh-CN')

/** Whether anything is chosen: an item applies to nothing by itself. */
export function isChosen({ kinds, categories }: ObjectChoice): boolean {
  return kinds.length + categories.length > 0
}

/** What the boxes of an item begin with: what was confirmed, else what its words say letter for letter. */
export function firstChoice(item: ApplyingItem): ObjectChoice {
  if (item.confirmed) return { kinds: item.kinds, categories: item.categories }
  return item.proposal ?? { kinds: [], categories: [] }
}

/** How many objects an item would apply to with this choice. */
export function countOf(
  item: Pick<ApplyingItem, 'name' | 'named'>,
  choice: ObjectChoice,
  cells: readonly ObjectCell[],
): AppliedCount {
  const { kinds, categories } = choice
  return countApplied(
    { name: item.name, appliesKinds: kinds, appliesCategories: [...categories] },
    cells,
    item.named,
  )
}

/** The kinds (种类) with the objects of each. */
export function kindOffers(cells: readonly ObjectCell[]): readonly Offer[] {
  return objectKinds.map((kind) => ({
    value: kind,
    label: `${kind}（${number(sum(cells.filter((cell) => cell.kind === kind)))}）`,
  }))
}

/** The 经营类别 of the register, the most frequent first; of the chosen kinds only, where any is chosen. */
export function categoryOffers(
  cells: readonly ObjectCell[],
  kinds: readonly ObjectCell['kind'][],
): readonly Offer[] {
  const counts = new Map<string, number>()
  for (const { kind, businessCategory, count } of cells)
    if (businessCategory !== null && (kinds.length === 0 || kinds.includes(kind)))
      counts.set(businessCategory, (counts.get(businessCategory) ?? 0) + count)
  return [...counts]
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .map(([value, count]) => ({ value, label: `${value}（${number(count)}）` }))
}

/** A choice in a sentence: `种类为企业，且经营类别为物业服务或供热经营`. */
export function choiceInWords({ kinds, categories }: ObjectChoice): string {
  const parts = [
    ...(kinds.length === 0 ? [] : [`种类为${kinds.join('或')}`]),
    ...(categories.length === 0 ? [] : [`经营类别为${categories.join('或')}`]),
  ]
  return parts.length === 0 ? '尚未选择' : parts.join('，且')
}

/** Items that can be confirmed at once: their words name a kind or a 经营类别 letter for letter, and objects are there. */
export function exactItems(items: readonly ApplyingItem[]): readonly ApplyingItem[] {
  return items.filter(
    ({ included, confirmed, proposal, proposedCount }) =>
      included && !confirmed && proposal !== null && isChosen(proposal) && (proposedCount?.all ?? 0) > 0,
  )
}

function sum(cells: readonly ObjectCell[]): number {
  return cells.reduce((total, { count }) => total + count, 0)
}
