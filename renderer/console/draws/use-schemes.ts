import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Scheme } from '../../../shared/api/scheme-contract.ts'
import { useApi } from '../api.ts'
import type { BasisForm } from './basis-form.ts'

/** The schemes (实施方案) of what a draw rests on: those of its plan line, or those outside any plan. */
export function useSchemes(basis: BasisForm): readonly Scheme[] | undefined {
  const { query } = useApi()
  const line = basis.on === 'line' ? basis.line : null
  const { data } = useQuery(
    query.schemes.list.queryOptions({ input: { line }, enabled: basis.on === 'outside' || line !== null }),
  )
  // The same list for as long as it says the same: what is counted is counted anew with it.
  const outside = useMemo(() => data?.filter((scheme) => scheme.line === null), [data])
  if (basis.on === 'none' || (basis.on === 'line' && line === null)) return undefined
  return line === null ? outside : data
}
