import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { DrawSession, RevealStep } from '../../../shared/api/session.ts'
import { parseEnding } from '../../../shared/draw/ceremony.ts'
import { parseResult } from '../../../shared/draw/result.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { readFreeze } from './parsed-freeze.ts'

/** The plan of a draw as its draft has it. Throws where there is none: every draw is held from a draft. */
export function planOf(context: CoreContext, number: string): DrawPlan {
  const id = context.database.draws.draw(number)?.draftId
  const draft = id === undefined || id === null ? null : context.database.draws.draft(id)
  if (draft === null) throw new Error(`draw ${number} has no draft`)
  return draft.body as DrawPlan
}

/**
 * Where the newest attempt of a draw stands, read from what is stored and nothing else: after a crash the answer
 * is the same. Refuses with `DRAW_UNKNOWN`.
 */
export function readSession(context: CoreContext, number: string): DrawSession {
  const { draws } = context.database
  const draw = draws.draw(number)
  const attempt = draws.attempts(number).at(-1)
  if (draw === null || attempt === undefined)
    throw new RefusalError(
      'DRAW_UNKNOWN',
      `没有编号为“${number}”的抽取。没有写入任何数据。请核对编号后重试。`,
    )
  const plan = planOf(context, number)
  const common = {
    number,
    kind: draw.kind,
    mode: draw.mode,
    attempt: attempt.attempt,
    task: plan.task.name,
    commitment: attempt.commitment,
  }
  const ending = draws.ending(number, attempt.attempt)
  const freeze = readFreeze(context, number, attempt.attempt)
  const result = draws.result(number, attempt.attempt)
  if (ending?.kind === 'aborted') {
    const { reason, at } = parseEnding(ending.record)
    return { state: 'aborted', ...common, record: ending.digest, reason, at }
  }
  if (freeze === null) return { state: 'committed', ...common }
  const { manifest, lists } = freeze
  const frozen = {
    ...common,
    freeze: freeze.digest,
    witnesses: manifest.witnesses.map((w, index) => ({ seat: index + 1, ...w })),
    counts: {
      objects: lists.objects.length,
      inspectors: lists.inspectors.length,
      excluded: lists.excluded.length,
      sample: manifest.strata.reduce((sum, s) => sum + s.sample, 0),
    },
  }
  if (result === null)
    return { state: 'frozen', ...frozen, contributed: draws.contributions(number, attempt.attempt).length }
  const outcome = parseResult(result.result)
  const names = new Map<string, string>()
  for (const row of [...lists.objects, ...lists.inspectors, ...lists.excluded]) names.set(row.id, row.name)
  const steps = revealSteps(outcome, names)
  const revealed = draws.reveals(number, attempt.attempt).at(-1)?.step ?? 0
  const drawn = {
    ...frozen,
    digest: result.digest,
    seed: outcome.seed,
    secret: outcome.secret,
    contributions: outcome.contributions,
    drawnAt: outcome.at,
    revealed,
    steps: steps.length,
    shown: steps.slice(0, revealed),
  }
  if (ending?.kind === 'void') {
    const { reason, decision, at } = parseEnding(ending.record)
    return { state: 'void', ...drawn, record: ending.digest, reason, decision: decision ?? '', at }
  }
  const confirmation = draws.confirmation(number, attempt.attempt)
  if (confirmation !== null) return { state: 'confirmed', ...drawn, confirmedAt: confirmation.at }
  return { state: revealed < steps.length ? 'drawn' : 'revealed', ...drawn }
}

/** What is shown step by step: the objects in drawn order, then the teams, then the final pairing. */
function revealSteps(
  outcome: ReturnType<typeof parseResult>,
  names: ReadonlyMap<string, string>,
): RevealStep[] {
  const named = (id: string) => ({ id, name: names.get(id) ?? id })
  return [
    ...outcome.objects.map((o, index) => ({
      step: 'object' as const,
      order: index + 1,
      stratum: o.stratum,
      ...named(o.id),
    })),
    ...outcome.teams.map((members, index) => ({
      step: 'team' as const,
      team: index + 1,
      inspectors: members.map(named),
    })),
    ...outcome.pairs.map((p) => ({
      step: 'pair' as const,
      object: named(p.object),
      team: p.team,
      inspectors: p.inspectors.map(named),
    })),
    ...(outcome.replaced === null
      ? []
      : [
          {
            step: 'replace' as const,
            vacated: named(outcome.replaced.vacated),
            drawn: named(outcome.replaced.drawn),
          },
        ]),
  ]
}
