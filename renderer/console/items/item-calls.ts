import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api.ts'

/** Which objects each item applies to; asked anew after every change. */
export function useApplying() {
  const { query } = useApi()
  return useQuery(query.items.applying.queryOptions({ input: {} }))
}

/** How each power (职权) stands to the list. */
export function usePowers() {
  const { query } = useApi()
  return useQuery(query.items.powers.queryOptions({ input: {} }))
}

/** Every item of the list. */
export function useItems() {
  const { query } = useApi()
  return useQuery(query.items.list.queryOptions({ input: {} }))
}

/** Coverage of the 权责清单 (S4 二). */
export function useCoverage() {
  const { query } = useApi()
  return useQuery(query.items.coverage.queryOptions({ input: {} }))
}
