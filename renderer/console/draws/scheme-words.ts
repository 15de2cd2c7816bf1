import type { Scheme } from '../../../shared/api/scheme-contract.ts'

/** Which draws were held on a scheme already. */
export function usedWords({ draws }: Pick<Scheme, 'draws'>): string {
  return draws.length === 0 ? '' : `已用于 ${draws.join('、')}。`
}
