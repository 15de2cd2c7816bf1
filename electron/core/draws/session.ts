import { type DrawPlan, drawPlanSchema } from '../../../shared/api/draw-plan.ts'
import type { DigitsEntry, DrawSession } from '../../../shared/api/session.ts'
import { parseEnding } from '../../../shared/draw/ceremony.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { archivedOf } from './archived.ts'
import { confidentialityOf } from './confidential.ts'
import { frozenSnapshot } from './frozen-snapshot.ts'
import { readFreeze } from './parsed-freeze.ts'
import { sealedOutcome } from './sealed-outcome.ts'

/**
 * A plan as a draft stored it, with what was not asked yet when it was written. A draft that says less than a plan
 * must (of an older program) stays as it is: whatever uses it says what is missing.
 */
export function storedPlan(body: unknown): DrawPlan {
  return drawPlanSchema.safeParse(body).data ?? (body as DrawPlan)
}

/** The plan of a draw as its draft has it. Throws where there is none: every draw is held from a draft. */
export function planOf(context: CoreContext, number: string): DrawPlan {
  const id = context.database.draws.draw(number)?.draftId
  const draft = id === undefined || id === null ? null : context.database.draws.draft(id)
  if (draft === null) throw new Error(`draw ${number} has no draft`)
  return storedPlan(draft.body)
}

/**
 * Where the newest attempt of a draw stands, read from what is stored and nothing else: after a crash the answer
 * is the same. Refuses with `DRAW_UNKNOWN`.
 */
export function readSession(context: CoreContext, number: string): DrawSession {
  const { draws } = context.database
  const draw = draws.draw(number)
  const newest = draws.attempts(number).at(-1)
  if (draw === null || newest === undefined)
    throw new RefusalError(
      'DRAW_UNKNOWN',
      `没有编号为“${number}”的抽取。没有写入任何数据。请核对编号后重试。`,
    )
  const { attempt } = newest
  const freeze = readFreeze(context, number, attempt)
  const plan = freeze?.plan ?? planOf(context, number)
  const common = {
    number,
    kind: draw.kind,
    mode: draw.mode,
    attempt,
    office: freeze?.manifest.office ?? requireOffice(context).name,
    task: plan.task.name,
    items: plan.items,
    venue: plan.venue,
    operator: freeze?.manifest.operator ?? plan.operator ?? newest.by,
    draft: draw.draftId ?? '',
    root: draw.root,
    confidential: confidentialityOf(context, number),
    committedAt: newest.at,
    commitment: newest.commitment,
  }
  const ending = draws.ending(number, attempt)
  if (ending?.kind === 'aborted') {
    const { reason, at } = parseEnding(ending.record)
    return { state: 'aborted', ...common, record: ending.digest, reason, at }
  }
  if (freeze === null) return { state: 'committed', ...common }
  const frozen = { ...common, ...frozenSnapshot(freeze) }
  const stored = draws.result(number, attempt)
  if (stored === null)
    return {
      state: 'frozen',
      ...frozen,
      contributed: draws.contributions(number, attempt).length,
      ...digitsTold(context, number, attempt, frozen.witnesses.length),
    }
  const { result, steps } = sealedOutcome(freeze, stored)
  const revealed = draws.reveals(number, attempt).at(-1)?.step ?? 0
  const drawn = {
    ...frozen,
    digest: stored.digest,
    seed: result.seed,
    secret: result.secret,
    contributions: result.contributions,
    drawnAt: result.at,
    revealed,
    steps: steps.length,
    shown: steps.slice(0, revealed),
  }
  if (ending?.kind === 'void') {
    const { reason, decision, at } = parseEnding(ending.record)
    return { state: 'void', ...drawn, record: ending.digest, reason, decision: decision ?? '', at }
  }
  const confirmation = draws.confirmation(number, attempt)
  if (confirmation !== null)
    return {
      state: 'confirmed',
      ...drawn,
      confirmedAt: confirmation.at,
      archived: archivedOf(context, number, attempt),
    }
  return { state: revealed < steps.length ? 'drawn' : 'revealed', ...drawn }
}

/** Who has handed digits over, and the digits themselves only once those of all were opened together. */
function digitsTold(
  context: CoreContext,
  number: string,
  attempt: number,
  witnesses: number,
): { readonly entries: readonly DigitsEntry[]; readonly opened: boolean } {
  const { draws } = context.database
  const told = new Map<number, string | null>()
  for (const { seat, digits, opened } of draws.digitsEntries(number, attempt))
    told.set(seat, opened === 1 ? digits : null)
  for (const { seat, digits } of draws.contributions(number, attempt)) told.set(seat, digits)
  const entries = Array.from({ length: witnesses }, (_, index) => ({
    seat: index + 1,
    entered: told.has(index + 1),
    digits: told.get(index + 1) ?? null,
  }))
  return { entries, opened: entries.every((entry) => entry.digits !== null) }
}
