import type { DrawResult as StoredResult } from '../../../db/draw-store.ts'
import type { PickShown, RevealStep } from '../../../shared/api/session.ts'
import type { Pace } from '../../../shared/api/stage-contract.ts'
import { drawOutcome, type ListPick, type Outcome } from '../../../shared/draw/outcome.ts'
import type { Choice } from '../../../shared/draw/people.ts'
import { type DrawResult, parseResult, recordDigest, renderResult } from '../../../shared/draw/result.ts'
import { type ListPlaces, placesOf } from './list-places.ts'
import type { ParsedFreeze } from './parsed-freeze.ts'

/** A sealed outcome, and the steps in which it is shown. */
export interface SealedOutcome {
  /** `D` */
  readonly digest: string
  readonly result: DrawResult
  readonly steps: readonly RevealStep[]
}

const known = new WeakMap<ParsedFreeze, SealedOutcome>()

/**
 * The stored outcome of a freeze with its picks. What is shown is what was stored; the picks come from drawing it
 * once more, once for as long as the freeze is kept parsed, and are shown only where that comes to the same `D`.
 * `fresh` spares whoever has just drawn it.
 */
export function sealedOutcome(
  freeze: ParsedFreeze,
  stored: StoredResult,
  fresh: Outcome | null = null,
): SealedOutcome {
  const kept = known.get(freeze)
  if (kept?.digest === stored.digest) return kept
  const result = parseResult(stored.result)
  const { manifest, lists, digest } = freeze
  const again = fresh ?? drawOutcome(manifest, lists, digest, result.secret, result.contributions)
  const same = recordDigest(renderResult({ ...again, at: result.at })) === stored.digest
  const picks = same ? again : { listPicks: [], choices: [] }
  const sealed = { digest: stored.digest, result, steps: revealSteps(result, picks, placesOf(freeze)) }
  known.set(freeze, sealed)
  return sealed
}

/**
 * Up to which step a reveal goes on from `revealed`, never beyond the group that is being shown: the objects, then
 * the teams, then the pairing or the replacement.
 */
export function nextStep(steps: readonly RevealStep[], revealed: number, pace: Pace): number {
  const first = steps[revealed]
  if (first === undefined) return revealed + 1
  const size = { all: steps.length, tens: 10, each: 1 }[pace]
  const part = steps.slice(revealed, revealed + size)
  const end = part.findIndex((step) => step.step !== first.step)
  return revealed + (end === -1 ? part.length : end)
}

type Picks = Pick<Outcome, 'listPicks' | 'choices'>

/** What is shown step by step: the objects in drawn order, then the teams, then the final pairing. */
function revealSteps(result: DrawResult, picks: Picks, places: ListPlaces): RevealStep[] {
  const named = (id: string) => ({ id, name: places.names.get(id) ?? id })
  const placed = (id: string) => ({ ...named(id), place: places.placeOf.get(id) ?? 0 })
  const hits = picksOfHits(picks.listPicks)
  const choices = choicesBy(picks.choices)
  return [
    ...result.objects.map((o, index) => ({
      step: 'object' as const,
      order: index + 1,
      stratum: o.stratum,
      ...placed(o.id),
      picks: hits[index] ?? [],
    })),
    ...result.teams.map((members, index) => ({
      step: 'team' as const,
      team: index + 1,
      inspectors: members.map(named),
      picks: choices.get(`team ${index + 1}`) ?? [],
    })),
    ...result.pairs.map((p) => ({
      step: 'pair' as const,
      object: named(p.object),
      team: p.team,
      inspectors: p.inspectors.map(named),
      picks: choices.get(p.object) ?? [],
    })),
    ...(result.replaced === null
      ? []
      : [
          {
            step: 'replace' as const,
            vacated: named(result.replaced.vacated),
            drawn: named(result.replaced.drawn),
            place: places.placeOf.get(result.replaced.drawn) ?? 0,
            picks: hits[0] ?? [],
          },
        ]),
  ]
}

/** The picks in runs that each end with the one that hit something new. */
function picksOfHits(picks: readonly ListPick[]): PickShown[][] {
  const runs: PickShown[][] = []
  let run: PickShown[] = []
  for (const { label, i, n, hash, index, taken } of picks) {
    run.push({ stage: label, i, among: n, hash, index, repeat: !taken })
    if (!taken) continue
    runs.push(run)
    run = []
  }
  return runs
}

/** The picks of people and teams by what they were made for: `team 1`, or the id of an object. */
function choicesBy(choices: readonly Choice[]): Map<string, PickShown[]> {
  const found = new Map<string, PickShown[]>()
  for (const { stage, pick, object, team } of choices) {
    const key = object ?? `team ${team}`
    const { i, n, hash, index } = pick
    const shown = { stage, i, among: n, hash, index, repeat: false }
    const before = found.get(key)
    if (before === undefined) found.set(key, [shown])
    else before.push(shown)
  }
  return found
}
