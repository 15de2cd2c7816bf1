import { assertContributions, commitment, seed as seedOf } from './ceremony.ts'
import { at, present } from './checked.ts'
import type { DrawLists, ObjectLine } from './lists.ts'
import type { Manifest } from './manifest.ts'
import { byBytes } from './notation.ts'
import { type Choice, drawPeople, type Pairing } from './people.ts'
import { distinct, type Pick, Stage, stageKey } from './picks.ts'

/** A pick of an object (or, in a replacement, of whatever is drawn), with what it fell on. */
export interface ListPick extends Pick {
  /** label of the stage, e.g. `objects/GC` */
  readonly label: string
  readonly chosen: string
  /** false: it fell on one already drawn, was skipped and counted */
  readonly taken: boolean
}

/** What a draw came to, with every pick that led there. */
export interface Outcome {
  readonly freeze: string
  readonly secret: string
  readonly contributions: readonly string[]
  readonly seed: string
  readonly objects: readonly { readonly stratum: string; readonly id: string }[]
  readonly teams: readonly (readonly string[])[]
  readonly pairs: readonly Pairing[]
  readonly replaced: { readonly vacated: string; readonly drawn: string } | null
  readonly listPicks: readonly ListPick[]
  readonly choices: readonly Choice[]
}

/** How many choices had a single candidate: every form says so. */
export function singleCandidates(outcome: Outcome): number {
  return [...outcome.listPicks, ...outcome.choices.map((c) => c.pick)].filter((pick) => pick.n === 1).length
}

function pickDistinct(seed: string, label: string, ids: readonly string[], k: number): ListPick[] {
  const stage = new Stage(stageKey(seed, label))
  return [...distinct(stage, ids.length, k)].map((pick) => ({
    ...pick,
    label,
    chosen: at(ids, pick.index),
  }))
}

/** JavaScript's own sort without a comparison is by UTF-16 units: for ids by bytes, and the fastest there is. */
const sortedIds = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id).sort()

/**
 * The whole outcome of an attempt: a pure function of what was frozen, the secret and the witnesses' digits.
 * `freeze` is `F`. The freeze has proved that nothing can fail here. Throws SpecError for digits that are no
 * contributions, an Error for a secret that is not the one committed to.
 */
export function drawOutcome(
  manifest: Manifest,
  lists: DrawLists,
  freeze: string,
  secret: string,
  contributions: readonly string[],
): Outcome {
  assertContributions(contributions, manifest.witnesses.length)
  if (commitment(secret) !== manifest.commitment) throw new Error('the secret is not the one committed to')
  const seed = seedOf(freeze, secret, contributions)
  const base = { freeze, secret, contributions: [...contributions], seed }
  const nothing = { objects: [], teams: [], pairs: [], replaced: null, listPicks: [], choices: [] }
  if (manifest.kind === 'replace-inspector' || manifest.kind === 'replace-object') {
    const vacancy = at(manifest.vacancies, 0)
    const ofPeople = manifest.kind === 'replace-inspector'
    const vacated = ofPeople ? present(vacancy.inspector, 'inspector who leaves') : vacancy.object
    const listPicks = pickDistinct(seed, 'replace', sortedIds(ofPeople ? lists.inspectors : lists.objects), 1)
    return {
      ...base,
      ...nothing,
      listPicks,
      replaced: { vacated, drawn: listPicks.map((p) => p.chosen).join('') },
    }
  }
  const { drawn, listPicks } = drawObjects(manifest, lists, seed)
  const visited = manifest.kind === 'match' ? sortedIds(lists.objects) : drawn.map((o) => o.id)
  const people =
    manifest.topology === 'none'
      ? nothing
      : drawPeople(manifest, lists, linesOf(lists.objects, visited), seed)
  return {
    ...base,
    objects: drawn,
    teams: people.teams,
    pairs: people.pairs,
    replaced: null,
    listPicks,
    choices: people.choices,
  }
}

/** The lines of the objects `ids`, in that order. */
function linesOf(objects: readonly ObjectLine[], ids: readonly string[]): ObjectLine[] {
  const wanted = new Set(ids)
  const lines = new Map(objects.filter((o) => wanted.has(o.id)).map((o) => [o.id, o]))
  return ids.map((id) => present(lines.get(id), `object ${id}`))
}

function drawObjects(
  manifest: Manifest,
  lists: DrawLists,
  seed: string,
): { drawn: { stratum: string; id: string }[]; listPicks: ListPick[] } {
  const inStratum = new Map<string, string[]>()
  for (const o of lists.objects) {
    const ids = inStratum.get(o.stratum)
    if (ids === undefined) inStratum.set(o.stratum, [o.id])
    else ids.push(o.id)
  }
  const drawn: { stratum: string; id: string }[] = []
  const listPicks: ListPick[] = []
  for (const stratum of [...manifest.strata].sort((a, b) => byBytes(a.id, b.id))) {
    const ids = (inStratum.get(stratum.id) ?? []).sort()
    for (const pick of pickDistinct(seed, `objects/${stratum.id}`, ids, stratum.sample)) {
      listPicks.push(pick)
      if (pick.taken) drawn.push({ stratum: stratum.id, id: pick.chosen })
    }
  }
  return { drawn, listPicks }
}
