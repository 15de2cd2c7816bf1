import type { DrawSummary as StoredSummary } from '../../../db/draw-store.ts'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { SessionState } from '../../../shared/api/session.ts'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'
import type { Core } from '../core.ts'

/** A page of all draws, the newest first. */
export function listDraws(
  core: Core,
  part: { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: DrawSummary[] } {
  const all = core.database.draws.summaries().reverse()
  const rows = all.slice(part.offset, part.offset + part.limit).map((stored) => {
    const { number, kind, mode, draftId, root, at } = stored.draw
    const plan = draftId === null ? null : core.database.draws.draft(draftId)
    return {
      number,
      kind,
      mode,
      state: stateOf(core, stored),
      attempt: stored.attempt,
      task: (plan?.body as DrawPlan | undefined)?.task.name ?? '',
      root,
      takenAt: at,
    }
  })
  return { total: all.length, rows }
}

/** As `DrawSessions.read` says; whole lists are read only where it depends on the number of steps. */
function stateOf(core: Core, stored: StoredSummary): SessionState {
  if (stored.ending !== null) return stored.ending
  if (stored.confirmed) return 'confirmed'
  if (stored.resultDigest !== null) return core.draws.read(stored.draw.number).state
  return stored.frozen ? 'frozen' : 'committed'
}
