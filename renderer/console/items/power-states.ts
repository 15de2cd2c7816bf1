import type { PowerStanding } from '../../../shared/api/item-contract.ts'

/** How a power (职权) stands to the list of items. */
export type PowerState = PowerStanding['standing']

/** In the order in which they want attention. */
export const powerStates: readonly PowerState[] = ['open', 'covered', 'reasoned', 'no-supervision']

export const powerStateWords: Readonly<Record<PowerState, string>> = {
  open: '待处理',
  covered: '已纳入',
  reasoned: '不纳入，有理由',
  'no-supervision': '不是监督检查',
}

/** The powers of a state that contain `piece` in what is shown of them. */
export function findPowers(
  powers: readonly PowerStanding[],
  state: PowerState | 'all',
  piece: string,
): readonly PowerStanding[] {
  const wanted = piece.trim().toLowerCase()
  return powers.filter(
    ({ serial, standing, row, item }) =>
      (state === 'all' || standing === state) &&
      [serial, row.name, row.department ?? '', item?.name ?? ''].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  )
}
