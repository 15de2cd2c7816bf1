import { useEffect, useState } from 'react'
import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import { useApi } from '../api.ts'
import { useLinkUp } from '../live-state.ts'
import { refusalCode, refusalSentence } from '../refusal-sentence.ts'

/** What an official draw needs besides its lists: told beside them, and no word about the lists themselves. */
const gates: ReadonlySet<string> = new Set(['NOT_APPROVED', 'OUTSIDE_THE_PLAN', 'PLATFORM_NUMBER_MISSING'])

/** What a plan would freeze now; the last counts stay on screen while new ones are asked for. */
export interface Feasibility {
  readonly preview: DrawPreview | null
  /** why it could not be frozen, a sentence */
  readonly problem: string | null
  /** the code of that refusal */
  readonly code: string | null
  readonly counting: boolean
}

/** Asked for a moment after the last change of the plan, and again where the registers or an approval changed. */
export function usePreview(plan: DrawPlan | null, changed: unknown = null): Feasibility {
  const { core } = useApi()
  const [state, setState] = useState<Feasibility>({
    preview: null,
    problem: null,
    code: null,
    counting: true,
  })
  const up = useLinkUp()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the core is back.
  useEffect(() => {
    if (plan === null) {
      setState((last) => ({ ...last, counting: false }))
      return
    }
    setState((last) => ({ ...last, counting: true }))
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const ask = (asked: DrawPlan) => core.draws.preview({ plan: asked }, { signal: stop.signal })
        const preview = await ask(plan)
        // Whether there are enough people is told before there is an approval: the same lists, as a rehearsal.
        const gated = preview.problem !== null && gates.has(preview.problem.code)
        const { problem } = gated ? await ask({ ...plan, mode: 'rehearsal' }) : preview
        if (stop.signal.aborted) return
        setState({ preview, problem: problem?.message ?? null, code: problem?.code ?? null, counting: false })
      } catch (error) {
        if (stop.signal.aborted) return
        setState({
          preview: null,
          problem: refusalSentence(error),
          code: refusalCode(error),
          counting: false,
        })
      }
    }, 350)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [plan, core, up, changed])
  return state
}
