import fc from 'fast-check'
import { commitment } from '../../../shared/draw/ceremony.ts'
import {
  type DrawLists,
  type ExcludedLine,
  type InspectorLine,
  listDigests,
  type ObjectLine,
  renderLists,
} from '../../../shared/draw/lists.ts'
import type { Manifest, Slot } from '../../../shared/draw/manifest.ts'
import { freezeDigest, renderManifest } from '../../../shared/draw/manifest.ts'
import type { OracleDraw } from './oracle.ts'
import { listsOf, manifestOf } from './sample-draw.ts'

/** A draw that could be frozen but for staffing, with its secret. */
export interface Situation {
  readonly lists: DrawLists
  readonly manifest: Manifest
  readonly secret: string
}

/** Endings of ids whose order by bytes is not a dictionary's: `9` after `10`, `Z` before `_` before `a`. */
const tails = [
  '-',
  '.',
  '0',
  '1',
  '10',
  '2',
  '9',
  'A',
  'B',
  'Z',
  '_',
  '_a',
  'a',
  'a.1',
  'a1',
  'b',
  'é',
].filter((t) => /^[0-9A-Za-z._-]+$/.test(t))
const departments = ['执法大队', '燃气管理科', '𬭎科']
/** `null` and `none` are ids like any others: they must not be taken for the absence of one. */
const domains = ['gc', 'rq', 'null']

export const hex64 = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.map((d) => d.toString(16)).join(''))
export const digitsOf = (witnesses: number): fc.Arbitrary<string[]> =>
  fc.array(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 20 }).map((d) => d.join('')),
    { minLength: witnesses, maxLength: witnesses },
  )
const text = fc
  .array(fc.constantFrom('甲', '乙', '𬭎', '䶮', 'é', ' ', 'a', '-', '=', ';', '（'), {
    minLength: 2,
    maxLength: 6,
  })
  .map((c) => `名${c.join('')}`)

function objectOf(id: string): fc.Arbitrary<ObjectLine> {
  return fc.record({
    id: fc.constant(`YL01-O${id}`),
    stratum: fc.constantFrom('GC', 'RQ9', 'RQ10'),
    domain: fc.option(fc.constantFrom(...domains), { nil: null }),
    name: text,
    uscc: fc.option(fc.constant('91530000MA6K000001'), { nil: null }),
  })
}

function inspectorOf(id: string): fc.Arbitrary<InspectorLine> {
  return fc.record({
    id: fc.constant(`YL01-P${id}`),
    mayLead: fc.boolean(),
    department: fc.constantFrom(...departments),
    domains: fc.oneof(
      { weight: 2, arbitrary: fc.constant('*' as const) },
      { weight: 3, arbitrary: fc.shuffledSubarray(domains) },
    ),
    name: text,
  })
}

const slot: fc.Arbitrary<Slot> = fc.record({
  role: fc.constantFrom('L' as const, 'M' as const, 'M' as const),
  department: fc.constantFrom('*', '*', ...departments),
})

const excludedLine = (id: string): fc.Arbitrary<ExcludedLine> =>
  fc.record({
    id: fc.constant(`YL01-X${id}`),
    what: fc.constantFrom('object' as const, 'inspector' as const),
    reasonCode: fc.constantFrom('cap', 'sick-leave'),
    clause: fc.option(text, { nil: null }),
    name: text,
  })

const some = <T>(
  of: (id: string) => fc.Arbitrary<T>,
  minLength: number,
  maxLength: number,
): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray(tails, { minLength, maxLength }).chain((ids) => fc.tuple(...ids.map(of)))

export const drawLists: fc.Arbitrary<DrawLists> = fc
  .tuple(some(objectOf, 1, 8), some(inspectorOf, 0, 7), some(excludedLine, 0, 3))
  .chain(([objects, inspectors, excluded]) => {
    const pairs = objects.flatMap((o) => inspectors.map((p) => ({ object: o.id, inspector: p.id })))
    return fc.record({
      objects: fc.constant(objects),
      inspectors: fc.constant(inspectors),
      recusals: fc
        .shuffledSubarray(pairs, { maxLength: Math.min(6, pairs.length) })
        .map((found) => found.map((pair) => ({ ...pair, reasonCode: 'kin' }))),
      excluded: fc.constant(excluded),
    })
  })

const seating = fc.oneof(
  fc.constant({ topology: 'none' as const, teams: null, slots: [] }),
  fc.record({
    topology: fc.constant('each' as const),
    teams: fc.constant(null),
    slots: fc.array(slot, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    topology: fc.constant('teams' as const),
    teams: fc.integer({ min: 1, max: 3 }),
    slots: fc.array(slot, { minLength: 1, maxLength: 2 }),
  }),
)

/** Draws and matches of every topology, staffable or not. */
export const situation: fc.Arbitrary<Situation> = fc
  .tuple(drawLists, seating, fc.boolean(), hex64, fc.infiniteStream(fc.integer({ min: 0, max: 3 })))
  .map(([lists, seats, asMatch, secret, samples]) => {
    const of = manifestOf(lists, 0, { ...seats, commitment: commitment(secret) })
    if (asMatch && seats.topology !== 'none') {
      const match = { kind: 'match', amends: 'a'.repeat(64), reason: '匹配人员', strata: [] } as const
      return { lists, secret, manifest: { ...of, ...match } }
    }
    const strata = of.strata.map((s) => ({ ...s, sample: Math.min(s.size, samples.next().value ?? 0) }))
    return { lists, secret, manifest: { ...of, strata } }
  })

/** Replacements: only what they draw from matters. */
export const replacement: fc.Arbitrary<Situation> = fc
  .tuple(drawLists, fc.boolean(), hex64)
  .map(([drawn, ofPeople, secret]) => {
    const vacancy = ofPeople
      ? { object: 'YL01-O1', seat: 0, inspector: 'YL01-Pleft' }
      : { object: 'YL01-Oleft', seat: null, inspector: null }
    const lists = listsOf({ ...drawn, recusals: [] })
    const manifest = manifestOf(lists, 0, {
      kind: ofPeople ? 'replace-inspector' : 'replace-object',
      amends: 'a'.repeat(64),
      reason: '因病',
      strata: [],
      vacancies: [vacancy],
      topology: 'each',
      slots: [{ role: 'M', department: '*' }],
      commitment: commitment(secret),
    })
    return { lists, secret, manifest }
  })

/** What the oracle is told of a situation. */
export function forOracle(
  { lists, manifest, secret }: Situation,
  digits: readonly string[],
  at: string,
): OracleDraw {
  const [vacancy] = manifest.vacancies
  return {
    kind: manifest.kind,
    freeze: freezeDigest(renderManifest(manifest)),
    secret,
    digits,
    at,
    objects: lists.objects,
    people: lists.inspectors,
    recusals: lists.recusals,
    strata: manifest.strata,
    topology: manifest.topology,
    teams: manifest.teams ?? 0,
    seats: manifest.slots,
    vacated: (manifest.kind === 'replace-inspector' ? vacancy?.inspector : vacancy?.object) ?? '',
  }
}

/** The situation with lists changed, their digests made anew. */
export function withLists(of: Situation, lists: DrawLists): Situation {
  return { ...of, lists, manifest: { ...of.manifest, lists: listDigests(renderLists('YL01', lists)) } }
}
