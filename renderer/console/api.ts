import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { MutationCache, QueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { ConsoleClient } from '../../shared/api/client.ts'
import type { ConsoleConnection } from '../connection/connect.ts'
import { isRefusal } from './refusal-sentence.ts'

/**
 * What every page asks through. A query: `useQuery(api.query.overview.read.queryOptions({ input: {} }))`; a change:
 * `useMutation(api.query.office.set.mutationOptions())`. After any change that succeeded, everything that is shown
 * is asked for anew (but for queries with `meta: { fixed: true }`, whose answer cannot change): registers, draws and ledger hang together, and the core is on this computer.
 */
export interface Api extends ConsoleConnection {
  readonly query: ReturnType<typeof createTanstackQueryUtils<ConsoleClient>>
  readonly queries: QueryClient
}

/** Calls that write nothing the pages show, so nothing is asked for anew after them. */
const writesNothing: ReadonlySet<string> = new Set([
  'compare',
  'preview',
  'verify',
  'inspect',
  'discard',
  'begin',
])

/** Asks anew for everything that is shown, and forgets what is not: no page opens with what used to be. */
export function askAnew(queries: QueryClient): Promise<void> {
  queries.removeQueries({ type: 'inactive' })
  return queries.invalidateQueries({ predicate: ({ meta }) => meta?.fixed !== true })
}

export function createApi(connection: ConsoleConnection): Api {
  const queries: QueryClient = new QueryClient({
    // The core is on this computer: whether the network is there does not matter.
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 2_000,
        gcTime: 60_000,
        retry: (count, error) => !isRefusal(error) && count < 3,
        retryDelay: (count) => 250 * 2 ** count,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
    mutationCache: new MutationCache({
      onSuccess: (_data, _input, _context, mutation) => {
        const path = mutation.options.mutationKey?.[0]
        const call = Array.isArray(path) ? String(path.at(-1)) : ''
        return writesNothing.has(call) ? undefined : askAnew(queries)
      },
    }),
  })
  let wasUp = connection.links.up
  connection.links.subscribe(() => {
    const { up } = connection.links
    if (up && !wasUp) void askAnew(queries)
    wasUp = up
  })
  return { ...connection, queries, query: createTanstackQueryUtils(connection.core) }
}

export const ApiContext = createContext<Api | null>(null)

/** The api of this window. */
export function useApi(): Api {
  const api = use(ApiContext)
  if (api === null) throw new Error('there is no ApiContext above this component')
  return api
}
