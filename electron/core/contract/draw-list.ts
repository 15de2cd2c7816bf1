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
  const rows = all.slice(part.offset, part.offset + part.limit).map((stored) => summaryOf(core, stored))
  return { total: all.length, rows }
}

/** The draws of the chain that `number` belongs to, the oldest first. Refuses with `DRAW_UNKNOWN`. */
export function listChain(core: Core, number: string): DrawSummary[] {
  const root = core.draws.read(number).root ?? number
  const { draws } = core.database
  return draws.chain(root).map((draw) => summaryOf(core, draws.summary(draw)))
}

/** Where a draw stands, for a list. */
export function summaryOf(core: Core, stored: StoredSummary): DrawSummary {
  const { number, kind, mode, draftId, root, at } = stored.draw
  const plan = draftId === null ? null : core.database.draws.draft(draftId)
  const state = stateOf(core, stored)
  return {
    number,
    kind,
    mode,
    state,
    attempt: stored.attempt,
    task: (plan?.body as DrawPlan | undefined)?.task.name ?? '',
    root,
    takenAt: at,
    archived: state === 'confirmed' && core.draws.archived(number, stored.attempt) !== null,
  }
}

/** As `DrawSessions.read` says; whole lists are read only where it depends on the number of steps. */
function stateOf(core: Core, stored: StoredSummary): SessionState {
  if (stored.ending !== null) return stored.ending
  if (stored.confirmed) return 'confirmed'
  if (stored.resultDigest !== null) return core.draws.read(stored.draw.number).state
  return stored.frozen ? 'frozen' : 'committed'
}
