import { useQuery } from '@tanstack/react-query'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import { useApi } from '../api.ts'

/** Values that occur in a register, with their counts. */
export type Facets = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>

/** Options of a select: the values of one field, the empty one left out. */
export function optionsOf(facets: Facets | undefined, field: string) {
  return (facets?.[field] ?? [])
    .filter(({ value }) => value !== '')
    .map(({ value, count }) => ({ value, label: `${value}（${count}）` }))
}

export function useFacets(register: 'objects' | 'inspectors'): Facets | undefined {
  const { core } = useApi()
  const { data } = useQuery({
    queryKey: ['draws', 'facets', register],
    queryFn: () => core.registers[register].facets({}),
  })
  return data
}

/** The items that are drawn (纳入双随机), for the choice of a task. */
export function useItems(): readonly InspectionItem[] {
  const { core } = useApi()
  const { data } = useQuery({
    queryKey: ['draws', 'items'],
    queryFn: async () => (await core.registers.items.search({ limit: 200 })).rows.map(({ row }) => row),
  })
  return (data ?? []).filter((item) => item.included)
}
