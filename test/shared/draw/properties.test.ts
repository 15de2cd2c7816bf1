import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainRecord, standing } from '../../../shared/draw/chain.ts'
import {
  type DrawLists,
  type ListTexts,
  listKinds,
  parseLists,
  renderLists,
} from '../../../shared/draw/lists.ts'
import { freezeDigest, type Manifest, parseManifest, renderManifest } from '../../../shared/draw/manifest.ts'
import { drawOutcome, type Outcome } from '../../../shared/draw/outcome.ts'
import { parseResult, renderResult } from '../../../shared/draw/result.ts'
import { staffingGaps } from '../../../shared/draw/staffing.ts'
import { digitsOf, hex64, type Situation, situation, withLists } from './arbitraries.ts'
import { anybody, inspectorLine, listsOf, manifestOf, objectLine, outcomeOf } from './sample-draw.ts'

const runs = { numRuns: 400, seed: 20261120 }
const at = '2026-11-20T09:45:00+08:00'
const F = ({ manifest }: Situation): string => freezeDigest(renderManifest(manifest))
const result = (of: Situation, digits: readonly string[]): string =>
  renderResult({ ...drawOutcome(of.manifest, of.lists, F(of), of.secret, digits), at })

const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })

function anyOrder(lists: DrawLists): fc.Arbitrary<DrawLists> {
  const people = fc
    .tuple(...lists.inspectors.map((p) => shuffled(p.domains === '*' ? [] : p.domains)))
    .map((domains) =>
      lists.inspectors.map((p, i) => (p.domains === '*' ? p : { ...p, domains: domains[i] ?? [] })),
    )
    .chain(shuffled)
  return fc.record({
    objects: shuffled(lists.objects),
    inspectors: people,
    recusals: shuffled(lists.recusals),
    excluded: shuffled(lists.excluded),
  })
}

describe('the order of what comes in', () => {
  it('changes nothing: not a list, not the freeze, not a gap’s people, not the result', () => {
    const inTwoOrders = situation.chain((of) =>
      fc.tuple(fc.constant(of), anyOrder(of.lists), shuffled(of.manifest.strata), digitsOf(2)),
    )
    fc.assert(
      fc.property(inTwoOrders, ([of, lists, strata, digits]) => {
        const other = withLists({ ...of, manifest: { ...of.manifest, strata } }, lists)
        expect(renderLists('YL01', lists)).toEqual(renderLists('YL01', of.lists))
        expect(F(other)).toBe(F(of))
        const gaps = staffingGaps(of.manifest, of.lists)
        expect(staffingGaps(other.manifest, other.lists).length).toBe(gaps.length)
        if (gaps.length === 0) expect(result(other, digits)).toBe(result(of, digits))
      }),
      runs,
    )
  })
})

describe('the freeze F', () => {
  const differs = (of: Situation, manifest: Manifest): void =>
    expect(freezeDigest(renderManifest(manifest))).not.toBe(F(of))

  it('changes when any row of any list changes, comes or goes', () => {
    const withRow = situation.chain((of) =>
      fc.record({
        of: fc.constant(of),
        kind: fc.constantFrom(...listKinds),
        row: fc.nat(20),
        change: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(withRow, ({ of, kind, row, change }) => {
        const rows = of.lists[kind]
        fc.pre(
          rows.length > 0 && (kind === 'recusals' || kind === 'excluded' || of.lists.recusals.length === 0),
        )
        const chosen = row % rows.length
        const altered =
          change && kind === 'recusals'
            ? of.lists.recusals.map((r, i) => (i === chosen ? { ...r, reasonCode: 'other' } : r))
            : change
              ? rows.map((r, i) => (i === chosen ? { ...r, name: '另一名称' } : r))
              : rows.filter((_, i) => i !== chosen)
        differs(of, withLists(of, { ...of.lists, [kind]: altered }).manifest)
      }),
      runs,
    )
  })

  it('changes when a k, the commitment, a seat, a number of teams or a witness changes', () => {
    fc.assert(
      fc.property(situation, hex64, (of, commitment) => {
        const { manifest } = of
        fc.pre(manifest.commitment !== commitment)
        differs(of, { ...manifest, commitment })
        const [first, ...others] = manifest.strata
        if (first !== undefined && first.size > 0)
          differs(of, {
            ...manifest,
            strata: [{ ...first, sample: (first.sample + 1) % (first.size + 1) }, ...others],
          })
        if (manifest.topology !== 'none') differs(of, { ...manifest, slots: [...manifest.slots, anybody] })
        if (manifest.teams !== null) differs(of, { ...manifest, teams: manifest.teams + 1 })
        differs(of, { ...manifest, witnesses: [...manifest.witnesses, { role: '企业代表', name: '丙' }] })
      }),
      runs,
    )
  })
})

describe('after the freeze', () => {
  it('nothing can fail, whatever the digits: everybody drawn is admitted, and every object has its group', () => {
    fc.assert(
      fc.property(situation, digitsOf(2), (of, digits) => {
        fc.pre(staffingGaps(of.manifest, of.lists).length === 0)
        const drawn = drawOutcome(of.manifest, of.lists, F(of), of.secret, digits)
        const visited = of.manifest.kind === 'match' ? of.lists.objects.length : drawn.objects.length
        expect(drawn.pairs.length).toBe(of.manifest.topology === 'none' ? 0 : visited)
        for (const stratum of of.manifest.strata) {
          const ids = drawn.objects.filter((o) => o.stratum === stratum.id).map((o) => o.id)
          expect(new Set(ids).size).toBe(stratum.sample)
        }
        const recused = new Set(of.lists.recusals.map((r) => `${r.object} ${r.inspector}`))
        for (const { object, inspectors } of drawn.pairs) {
          expect(new Set(inspectors).size).toBe(of.manifest.slots.length)
          expect(inspectors.filter((id) => recused.has(`${object} ${id}`))).toEqual([])
        }
        const members = drawn.teams.flat()
        expect(new Set(members).size).toBe(members.length)
      }),
      runs,
    )
  })
})

function loads(ids: readonly string[], of: readonly string[]): number[] {
  return of.map((id) => ids.filter((other) => other === id).length)
}
const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers)

describe('where everyone fits everywhere', () => {
  const sizes = fc.record({
    objects: fc.integer({ min: 1, max: 25 }),
    people: fc.integer({ min: 1, max: 9 }),
    seats: fc.integer({ min: 1, max: 3 }),
  })
  const drawn = (
    objects: number,
    people: number,
    more: Partial<Manifest>,
    digits: readonly string[],
  ): Outcome => {
    const lists = listsOf({
      objects: Array.from({ length: objects }, (_, i) => objectLine(`O${i}`)),
      inspectors: Array.from({ length: people }, (_, i) => inspectorLine(`P${i}`)),
    })
    return outcomeOf(manifestOf(lists, objects, more), lists, digits)
  }
  const everybody = (people: number): string[] => Array.from({ length: people }, (_, i) => `YL01-P${i}`)

  it('the loads of people differ by at most one', () => {
    fc.assert(
      fc.property(sizes, digitsOf(2), ({ objects, people, seats }, digits) => {
        fc.pre(seats <= people)
        const slots = Array.from({ length: seats }, () => anybody)
        const { pairs } = drawn(objects, people, { topology: 'each', slots }, digits)
        expect(
          spread(
            loads(
              pairs.flatMap((p) => p.inspectors),
              everybody(people),
            ),
          ),
        ).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  it('the loads of teams differ by at most one', () => {
    fc.assert(
      fc.property(sizes, digitsOf(2), ({ objects, people, seats }, digits) => {
        const teams = Math.floor(people / seats)
        fc.pre(teams > 0)
        const slots = Array.from({ length: seats }, () => anybody)
        const { pairs } = drawn(objects, people, { topology: 'teams', teams, slots }, digits)
        const numbers = Array.from({ length: teams }, (_, t) => String(t + 1))
        expect(
          spread(
            loads(
              pairs.map((p) => String(p.team)),
              numbers,
            ),
          ),
        ).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })
})

describe('a replacement', () => {
  const record = (
    manifest: Manifest,
    lists: DrawLists,
    digits: readonly string[],
    digest: string,
  ): ChainRecord => ({
    manifest,
    lists,
    result: { ...outcomeOf(manifest, lists, digits), at },
    digest,
  })
  const objects = Array.from({ length: 12 }, (_, i) => objectLine(`O${i}`))
  const inspectors = Array.from({ length: 6 }, (_, i) => inspectorLine(`P${i}`))
  const lists = listsOf({ objects, inspectors })
  const manifest = manifestOf(lists, 7, { topology: 'each', slots: [anybody, anybody] })
  const amending = { amends: 'a'.repeat(64), reason: '因病', strata: [] }

  it('of a person leaves the rest as it was', () => {
    fc.assert(
      fc.property(digitsOf(2), fc.nat(6), fc.nat(1), digitsOf(2), (digits, number, seat, more) => {
        const root = record(manifest, lists, digits, 'a'.repeat(64))
        const pair = root.result.pairs[number]
        const inspector = pair?.inspectors[seat]
        if (pair === undefined || inspector === undefined) throw new Error('no such pair')
        const left = listsOf({
          objects: objects.filter((o) => o.id === pair.object),
          inspectors: inspectors.filter((p) => !pair.inspectors.includes(p.id)),
        })
        const vacancies = [{ object: pair.object, seat, inspector }]
        const change = manifestOf(left, 0, { ...manifest, ...amending, kind: 'replace-inspector', vacancies })
        const before = standing(root, [])
        const later = record(change, left, more, 'b'.repeat(64))
        const after = standing(root, [later])
        const drawn = later.result.replaced?.drawn
        expect([...after.objects.keys()]).toEqual([...before.objects.keys()])
        for (const [id, { stratum, group }] of after.objects) {
          const old = before.objects.get(id)
          expect(stratum).toBe(old?.stratum)
          expect(group?.inspectors).toEqual(
            id === pair.object
              ? pair.inspectors.map((p, j) => (j === seat ? drawn : p))
              : old?.group?.inspectors,
          )
        }
        expect(pair.inspectors).not.toContain(drawn)
        expect([after.newest, [...after.left]]).toEqual(['b'.repeat(64), [inspector]])
      }),
      { ...runs, numRuns: 100 },
    )
  })

  it('of an object puts the other in its place, with its group and its number, and leaves the rest as it was', () => {
    fc.assert(
      fc.property(digitsOf(2), fc.nat(6), digitsOf(2), (digits, number, more) => {
        const root = record(manifest, lists, digits, 'a'.repeat(64))
        const before = standing(root, [])
        const drawnIds = [...before.objects.keys()]
        const object = String(drawnIds[number])
        const left = listsOf({ objects: objects.filter((o) => !before.objects.has(o.id)) })
        const vacancies = [{ object, seat: null, inspector: null }]
        const change = manifestOf(left, 0, { ...manifest, ...amending, kind: 'replace-object', vacancies })
        const later = record(change, left, more, 'b'.repeat(64))
        const after = standing(root, [later])
        const drawn = String(later.result.replaced?.drawn)
        expect([...after.objects]).toEqual(
          [...before.objects].map(([id, entry]) => [id === object ? drawn : id, entry]),
        )
        expect(drawnIds).not.toContain(drawn)
      }),
      { ...runs, numRuns: 100 },
    )
  })
})

describe('writing and reading', () => {
  it('are each other’s inverse for lists, manifests and results', () => {
    fc.assert(
      fc.property(situation, digitsOf(2), (of, digits) => {
        const texts = renderLists('YL01', of.lists)
        const read = parseLists('YL01', texts)
        expect(renderLists('YL01', read)).toEqual(texts)
        expect(parseLists('YL01', renderLists('YL01', read))).toEqual(read)
        const manifest = parseManifest(renderManifest(of.manifest))
        expect(renderManifest(manifest)).toBe(renderManifest(of.manifest))
        expect(parseManifest(renderManifest(manifest))).toEqual(manifest)
        if (staffingGaps(of.manifest, of.lists).length > 0) return
        const drawn = drawOutcome(of.manifest, of.lists, F(of), of.secret, digits)
        const { listPicks: _, choices: __, ...said } = drawn
        expect(parseResult(renderResult({ ...said, at }))).toEqual({ ...said, at })
      }),
      runs,
    )
  })

  const replaced = fc.constantFrom(
    '\t',
    '\n',
    '-',
    '0',
    '1',
    '9',
    'a',
    'L',
    'M',
    '*',
    ',',
    ' ',
    '=',
    '名',
    '\r',
    '\ufeff',
    '\u200f',
    '',
  )
  const edit = fc.record({ where: fc.nat(), by: replaced })
  const edited = (text: string, { where, by }: { where: number; by: string }): string => {
    const index = where % text.length
    return text.slice(0, index) + by + text.slice(index + 1)
  }
  /** A changed text is refused, or it says something else and is the one way to say that. */
  const assertHeld = (text: string, changed: string, again: (text: string) => string): void => {
    if (changed === text) return
    let written: string
    try {
      written = again(changed)
    } catch (error) {
      expect((error as Error).name).toBe('SpecError')
      return
    }
    expect(written).toBe(changed)
  }

  it('hold every character: a text with one changed is refused, or is itself written in the one way there is', () => {
    fc.assert(
      fc.property(
        situation,
        digitsOf(2),
        fc.array(edit, { minLength: 30, maxLength: 30 }),
        (of, digits, edits) => {
          const texts = renderLists('YL01', of.lists)
          const manifest = renderManifest(of.manifest)
          const isDrawn = staffingGaps(of.manifest, of.lists).length === 0
          const drawn = isDrawn ? result(of, digits) : ''
          for (const one of edits) {
            for (const kind of listKinds)
              assertHeld(texts[kind], edited(texts[kind], one), (text) => {
                const changed: ListTexts = { ...texts, [kind]: text }
                return renderLists('YL01', parseLists('YL01', changed))[kind]
              })
            assertHeld(manifest, edited(manifest, one), (text) => renderManifest(parseManifest(text)))
            if (isDrawn) assertHeld(drawn, edited(drawn, one), (text) => renderResult(parseResult(text)))
          }
        },
      ),
      { ...runs, numRuns: 150 },
    )
  })
})
