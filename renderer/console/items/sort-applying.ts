import type { ApplyingItem } from '../../../shared/api/item-contract.ts'

/** Where an item stands: waiting for its objects to be confirmed, confirmed, or not drawn at all. */
export const applyingStates = ['open', 'confirmed', 'left-out'] as const
export type ApplyingState = (typeof applyingStates)[number]

export function stateOf({ included, confirmed }: ApplyingItem): ApplyingState {
  if (!included) return 'left-out'
  return confirmed ? 'confirmed' : 'open'
}

/** The items of a state that contain `piece` in what is shown of them. */
export function findApplying(
  items: readonly ApplyingItem[],
  state: ApplyingState,
  piece: string,
): readonly ApplyingItem[] {
  const wanted = piece.trim().toLowerCase()
  return items.filter(
    (item) =>
      stateOf(item) === state &&
      [item.serial, item.name, item.department ?? '', item.words ?? ''].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  )
}
