import { describe, expect, it } from 'vitest'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import { freezeDigest, type Manifest, renderManifest } from '../../../shared/draw/manifest.ts'
import { drawOutcome, type Outcome } from '../../../shared/draw/outcome.ts'
import { staffingGaps } from '../../../shared/draw/staffing.ts'
import { forOracle } from './arbitraries.ts'
import { chiSquareTail, goodnessOfFit } from './chi-square.ts'
import { asNumbers, exactDistribution, type Fraction, sum } from './choice-tree.ts'
import { oracleResult } from './oracle.ts'
import {
  anybody,
  anyLeader,
  inspectorLine,
  listsOf,
  manifestOf,
  objectLine,
  sampleSecret,
} from './sample-draw.ts'

/** The alarm: counts as far off as these come by chance less than once in a million. */
const ALARM = 1e-6

/** How often each outcome came, over `draws` draws that differ in their digits alone: always the same ones. */
function drawn(
  manifest: Manifest,
  lists: DrawLists,
  draws: number,
  key: (outcome: Outcome) => string,
): Map<string, number> {
  const freeze = freezeDigest(renderManifest(manifest))
  const counts = new Map<string, number>()
  for (let number = 0; number < draws; number++) {
    const outcome = drawOutcome(manifest, lists, freeze, sampleSecret, [
      String(number).padStart(6, '0'),
      '141421',
    ])
    counts.set(key(outcome), (counts.get(key(outcome)) ?? 0) + 1)
  }
  return counts
}

/** The result lines that say who is where, without the numbers of the digits. */
const who = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /^(team|pair)=/.test(line))
    .join('\n')
const ofOutcome = ({ teams, pairs }: Outcome): string =>
  [
    ...teams.map((members, t) => `team=${[t + 1, ...members].join('\t')}`),
    ...pairs.map((p) => `pair=${[p.object, p.team ?? '-', ...p.inspectors].join('\t')}`),
  ].join('\n')

/** The exact probability of every way to put people on the objects of a match: the rule's whole tree of choices. */
function exactMatch(manifest: Manifest, lists: DrawLists): Map<string, Fraction> {
  expect(staffingGaps(manifest, lists)).toEqual([])
  const draw = forOracle({ manifest, lists, secret: sampleSecret }, [], '-')
  return exactDistribution((pick) => who(oracleResult(draw, () => pick)))
}

const match = { kind: 'match', amends: 'a'.repeat(64), reason: '匹配人员', strata: [] } as const
const objects = (number: number) => Array.from({ length: number }, (_, i) => objectLine(`O${i + 1}`))
const inspectors = (number: number) => Array.from({ length: number }, (_, i) => inspectorLine(`P${i + 1}`))

describe('the chi-square test itself', () => {
  // Upper tails by mpmath's regularised incomplete gamma function, and by the usual tables.
  it.each([
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [7.814727903251179, 3, 0.05],
    [23.928126987, 1, 9.99999994771825e-7],
    [27.631021115928547, 2, 1e-6],
    [40, 7, 1.25879038737131e-6],
    [100, 50, 3.45493138298486e-5],
  ])('%d on %d degrees of freedom is exceeded with probability %d', (statistic, degrees, tail) => {
    expect(chiSquareTail(statistic, degrees) / tail).toBeCloseTo(1, 8)
  })

  it('refuses to judge where an outcome is expected too seldom, and an outcome that cannot be', () => {
    expect(() =>
      goodnessOfFit(
        new Map([['a', 9]]),
        new Map([
          ['a', 0.5],
          ['b', 0.5],
        ]),
      ),
    ).toThrow('too few')
    expect(() => goodnessOfFit(new Map([['c', 9]]), new Map([['a', 1]]))).toThrow('probability 0')
  })
})

describe('objects: every ordered choice of k of N is equally likely', () => {
  it.each([
    [5, 2, 20],
    [4, 4, 24],
    [30, 1, 30],
  ])('N = %i, k = %i', (size, sample, outcomes) => {
    const lists = listsOf({ objects: objects(size) })
    const counts = drawn(manifestOf(lists, sample), lists, 6000, (o) => o.objects.map((x) => x.id).join())
    const exact = new Map([...counts.keys()].map((outcome) => [outcome, 1 / outcomes]))
    expect(exact.size).toBe(outcomes)
    expect(goodnessOfFit(counts, exact)).toBeGreaterThan(ALARM)
  })

  it('strata are drawn independently of each other', () => {
    const rows = [...objects(3), ...objects(4).map((o) => ({ ...o, id: `${o.id}R`, stratum: 'RQ' }))]
    const lists = listsOf({ objects: rows })
    const counts = drawn(manifestOf(lists, 1), lists, 6000, (o) => o.objects.map((x) => x.id).join())
    expect(counts.size).toBe(12)
    const exact = new Map([...counts.keys()].map((outcome) => [outcome, 1 / 12]))
    expect(goodnessOfFit(counts, exact)).toBeGreaterThan(ALARM)
  })

  it('a substitute is equally likely any of its candidates', () => {
    const lists = listsOf({ objects: objects(1), inspectors: inspectors(7) })
    const manifest = manifestOf(lists, 0, {
      ...match,
      kind: 'replace-inspector',
      vacancies: [{ object: 'YL01-O1', seat: 0, inspector: 'YL01-P9' }],
      topology: 'each',
      slots: [anybody],
    })
    const counts = drawn(manifest, lists, 6000, (o) => String(o.replaced?.drawn))
    expect(goodnessOfFit(counts, new Map(lists.inspectors.map((p) => [p.id, 1 / 7])))).toBeGreaterThan(ALARM)
  })
})

describe('people: every way to put them on the objects is as likely as the rule’s tree of choices says', () => {
  const few = [
    inspectorLine('P1'),
    inspectorLine('P2', { mayLead: false, domains: ['gc'] }),
    inspectorLine('P3', { department: '燃气管理科', domains: ['rq'] }),
    inspectorLine('P4', { mayLead: false, department: '燃气管理科' }),
    inspectorLine('P5', { mayLead: false, domains: ['gc', 'rq'] }),
  ]
  const ofDomains = [objectLine('O1', { domain: 'gc' }), objectLine('O2', { domain: 'rq' }), objectLine('O3')]
  const recused = (object: string, inspector: string) => ({
    object: `YL01-${object}`,
    inspector: `YL01-${inspector}`,
    reasonCode: 'kin',
  })
  const cases: [string, DrawLists, Partial<Manifest>][] = [
    [
      'each: everyone fits, two seats, two objects',
      listsOf({ objects: objects(2), inspectors: inspectors(4) }),
      { topology: 'each', slots: [anybody, anybody] },
    ],
    [
      'each: everyone fits, one seat, four objects',
      listsOf({ objects: objects(4), inspectors: inspectors(3) }),
      { topology: 'each', slots: [anybody] },
    ],
    [
      'each: few may lead, domains, recusals, a seat of a department',
      listsOf({ objects: ofDomains, inspectors: few, recusals: [recused('O3', 'P2'), recused('O2', 'P4')] }),
      { topology: 'each', slots: [anyLeader, anybody] },
    ],
    [
      'each: a seat kept free for a department that few are of',
      listsOf({ objects: objects(2), inspectors: few }),
      { topology: 'each', slots: [anybody, { role: 'M', department: '燃气管理科' }] },
    ],
    [
      'teams: everyone fits, two teams of two',
      listsOf({ objects: objects(1), inspectors: inspectors(4) }),
      { topology: 'teams', teams: 2, slots: [anybody, anybody] },
    ],
    [
      'teams: few may lead, and groups of their own where recusals leave no team',
      listsOf({ objects: objects(2), inspectors: few, recusals: [recused('O1', 'P2'), recused('O2', 'P5')] }),
      { topology: 'teams', teams: 1, slots: [anyLeader, { role: 'M', department: '执法大队' }] },
    ],
    [
      'teams: domains that only some teams know',
      listsOf({ objects: ofDomains, inspectors: few }),
      { topology: 'teams', teams: 2, slots: [anybody] },
    ],
  ]

  it.each(cases)('%s', (_name, lists, seats) => {
    const manifest = manifestOf(lists, 0, { ...match, ...seats })
    const exact = exactMatch(manifest, lists)
    expect(sum(exact.values())).toEqual({ over: 1n, under: 1n })
    expect(exact.size).toBeGreaterThan(5)
    const counts = drawn(manifest, lists, 8000, ofOutcome)
    expect(goodnessOfFit(counts, asNumbers(exact))).toBeGreaterThan(ALARM)
  })

  it('is not simply uniform where few fit, and the alarm would sound if it were taken to be', () => {
    const [, , constrained] = cases
    if (constrained === undefined) throw new Error('no such case')
    const [, lists, seats] = constrained
    const manifest = manifestOf(lists, 0, { ...match, ...seats })
    const exact = exactMatch(manifest, lists)
    const counts = drawn(manifest, lists, 8000, ofOutcome)
    const uniform = new Map([...exact.keys()].map((outcome) => [outcome, 1 / exact.size]))
    expect(goodnessOfFit(counts, uniform)).toBeLessThan(ALARM)
  })

  it('where everyone fits everywhere, each person is equally likely on every object, exactly', () => {
    const lists = listsOf({ objects: objects(3), inspectors: inspectors(4) })
    const manifest = manifestOf(lists, 0, { ...match, topology: 'each', slots: [anybody, anybody] })
    const exact = exactMatch(manifest, lists)
    for (const object of lists.objects)
      for (const person of lists.inspectors) {
        const sitting = [...exact].filter(([outcome]) =>
          outcome
            .split('\n')
            .some(
              (line) => line.startsWith(`pair=${object.id}\t`) && `${line}\t`.includes(`\t${person.id}\t`),
            ),
        )
        expect(sum(sitting.map(([, probability]) => probability))).toEqual({ over: 1n, under: 2n })
      }
  })
})
