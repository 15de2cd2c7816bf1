import type { Draw } from '../../../db/draw-store.ts'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { storedPlan } from './session.ts'

/** A draft (摇号草案) in a list. */
export interface DraftSummary {
  readonly id: string
  readonly kind: DrawPlan['kind']
  readonly mode: DrawPlan['mode']
  readonly task: string
  readonly updatedAt: string
}

/** A draft with its plan, and the number that was taken for it. */
export interface DraftedPlan {
  readonly id: string
  readonly plan: DrawPlan
  readonly updatedAt: string
  readonly number: string | null
}

/** The draw that was held from a draft, or `null`. */
export function heldFrom(context: CoreContext, draftId: string): Draw | null {
  return context.database.draws.draws().find((draw) => draw.draftId === draftId) ?? null
}

/** Drafts that no number was taken for yet, the last touched first. */
export function openDrafts(context: CoreContext): readonly DraftSummary[] {
  const { draws } = context.database
  const held = new Set(draws.draws().map((draw) => draw.draftId))
  return draws
    .drafts()
    .filter(({ id }) => !held.has(id))
    .map(({ id, body, updatedAt }) => {
      const { kind, mode, task } = body as DrawPlan
      return { id, kind, mode, task: task.name, updatedAt }
    })
}

/** A draft with its plan. Refuses with `DRAFT_UNKNOWN`. */
export function draftedPlan(context: CoreContext, id: string): DraftedPlan {
  const draft = context.database.draws.draft(id)
  if (draft === null)
    throw new RefusalError('DRAFT_UNKNOWN', '没有这份摇号草案。没有写入任何数据。请重新填写。')
  const { body, updatedAt } = draft
  return { id, plan: storedPlan(body), updatedAt, number: heldFrom(context, id)?.number ?? null }
}

/** Deletes a draft that no number was taken for. Refuses with `DRAFT_UNKNOWN` or `DRAFT_USED`. */
export function discardDraft(context: CoreContext, id: string): void {
  context.database.transaction(() => {
    const { number } = draftedPlan(context, id)
    if (number !== null)
      throw new RefusalError(
        'DRAFT_USED',
        `这份摇号草案已用于“${number}”，不能删除。草案和该次抽取保持原样。如不再进行，请中止该次抽取。`,
      )
    context.database.draws.discardDraft(id)
  })
}
