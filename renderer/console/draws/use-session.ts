import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DrawSession } from '../../../shared/api/session.ts'
import { follow } from '../../connection/follow.ts'
import { useApi } from '../api.ts'
import { refusalSentence } from '../refusal-sentence.ts'

/** A session as it stands, and every later state of it, whoever caused it. */
export function useSession(number: string): {
  readonly session: DrawSession | null
  readonly problem: string | null
  /** what an action answered with, shown without waiting for the next state */
  readonly show: (session: DrawSession) => void
} {
  const { core, query } = useApi()
  const first = useQuery(query.draws.read.queryOptions({ input: { number } }))
  const [latest, show] = useState<DrawSession | null>(null)
  const known = first.data !== undefined
  useEffect(() => {
    // An unknown number is said once, by the first reading, and not asked for again and again.
    if (!known) return
    return follow((signal) => core.draws.watch({ number }, { signal }), show)
  }, [core, number, known])
  const session = latest?.number === number ? latest : (first.data ?? null)
  return { session, problem: first.error === null ? null : refusalSentence(first.error), show }
}
