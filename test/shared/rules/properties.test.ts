import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  creditGrades,
  type InspectionObject,
  objectKinds,
  objectMarks,
  objectStates,
} from '../../../shared/registry/inspection-object.ts'
import { visitKinds } from '../../../shared/registry/visit.ts'
import {
  type Bound,
  checkSample,
  intersect,
  type Range,
  roundedSample,
  sampleBounds,
} from '../../../shared/rules/bounds.ts'
import { judgeObjects, type ObjectFacts, type ObjectRules } from '../../../shared/rules/judge-objects.ts'
import type { ObjectYear, YearDraw, YearVisit } from '../../../shared/rules/object-year.ts'
import { presetNames, presets } from '../../../shared/rules/preset.ts'
import { nothingSetAside, ruleCodes } from '../../../shared/rules/set-aside.ts'
import { aFirm, firmsItem, on } from './rules-fixture.ts'

const runs = { numRuns: 500, seed: 20261120 }

const itemNames = ['抽查事项1', '抽查事项2', '抽查事项3']
const day = fc
  .record({ year: fc.constantFrom(2025, 2026), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`)
const object: fc.Arbitrary<InspectionObject> = fc
  .record({
    kind: fc.constantFrom(...objectKinds),
    state: fc.constantFrom('存续' as const, ...objectStates),
    creditGrade: fc.option(fc.constantFrom(...creditGrades)),
    marks: fc.subarray([...objectMarks]),
    region: fc.option(fc.constantFrom('城东', '城西')),
    items: fc.subarray(itemNames),
  })
  .map((fields) => aFirm(1, fields))
const draw: fc.Arbitrary<YearDraw> = fc.record({
  number: fc.constantFrom('YL01-2026-0001', 'YL01-2026-0002', 'YL01-2026-0003'),
  at: day.map((date) => `${date}T09:30:00+08:00`),
  items: fc.subarray(itemNames),
})
const visit: fc.Arbitrary<YearVisit> = fc.record({
  kind: fc.constantFrom(...visitKinds),
  date: day,
  item: fc.option(fc.constantFrom(...itemNames)),
  passed: fc.option(fc.boolean()),
  number: fc.constant(null),
})
const year: fc.Arbitrary<ObjectYear> = fc.record({
  draws: fc.array(draw, { maxLength: 3 }),
  visits: fc.array(visit, { maxLength: 3 }),
})
const register: fc.Arbitrary<ObjectFacts[]> = fc
  .array(fc.record({ object, year }), { maxLength: 8 })
  .map((rows) => rows.map((row, index) => ({ id: `O${index}`, ...row })))
const conditions = fc.record(
  {
    kinds: fc.subarray([...objectKinds], { minLength: 1 }),
    marks: fc.subarray([...objectMarks], { minLength: 1 }),
    regions: fc.constant(['城东']),
    items: fc.subarray(itemNames, { minLength: 1 }),
  },
  { requiredKeys: [] },
)
const rules: fc.Arbitrary<ObjectRules> = fc.record({
  preset: fc.constantFrom(...presetNames).map((name) => presets[name]),
  items: fc.subarray(
    [firmsItem(1), firmsItem(2, { category: '重点' }), firmsItem(3, { publicConcern: true })],
    { minLength: 1 },
  ),
  scoped: fc.boolean(),
  conditions: fc.oneof(fc.constant({}), conditions),
  strata: fc.array(conditions, { minLength: 1, maxLength: 3 }).map((lists) =>
    lists.map((list, n) => ({
      id: `S${n}`,
      name: `第${n}层`,
      conditions: list,
      clause: null,
      sentence: '',
    })),
  ),
  decisions: fc.subarray(['O0', 'O1', 'O2']).map((ids) => new Map(ids.map((id) => [id, '原因']))),
  setAside: fc.subarray([...ruleCodes]).map((codes) => new Map(codes.map((code) => [code, '理由']))),
  exemptTrusted: fc.boolean(),
  on: fc.constant(on),
})
const poolOf = (given: ObjectRules, objects: readonly ObjectFacts[]) =>
  new Set(judgeObjects(given, objects).flatMap((verdict) => (verdict.in ? [verdict.id] : [])))
const within = (inner: ReadonlySet<string>, outer: ReadonlySet<string>) =>
  [...inner].every((id) => outer.has(id))

describe('every object of the register', () => {
  it('is in exactly one of pool and excluded, with a stratum there and a reason here', () => {
    fc.assert(
      fc.property(rules, register, (given, objects) => {
        const verdicts = judgeObjects(given, objects)
        expect(verdicts.map((verdict) => verdict.id)).toEqual(objects.map((facts) => facts.id))
        for (const verdict of verdicts) {
          if (verdict.in) expect(given.strata.map((s) => s.id)).toContain(verdict.stratum)
          else expect(verdict.reasons.length).toBeGreaterThan(0)
          const sentences = verdict.in ? [verdict.sentence] : verdict.reasons.map((reason) => reason.sentence)
          for (const sentence of sentences) expect(sentence).toMatch(/^[^!！]*\p{Script=Han}[^!！]*$/u)
          expect(sentences.join('')).not.toMatch(/null|undefined/)
        }
      }),
      runs,
    )
  })

  it('is visited for items of the draw that apply to it, and for one at least', () => {
    fc.assert(
      fc.property(rules, register, (given, objects) => {
        for (const [index, verdict] of judgeObjects(given, objects).entries()) {
          if (!verdict.in) continue
          expect(verdict.items.length).toBeGreaterThan(0)
          for (const name of verdict.items) {
            expect(given.items.map((item) => item.name)).toContain(name)
            const { kind, items } = objects[index]?.object ?? aFirm(1)
            if (given.scoped) expect(kind === '企业' || items.includes(name)).toBe(true)
          }
        }
      }),
      runs,
    )
  })

  it('has a stratum that does not depend on what leaves it out', () => {
    fc.assert(
      fc.property(rules, register, (given, objects) => {
        const clean = objects.map(({ id, object: row }) => ({
          id,
          object: { ...row, state: '存续' as const },
          year: { draws: [], visits: [] },
        }))
        const free = { ...given, decisions: new Map(), exemptTrusted: false }
        expect(judgeObjects(given, objects).map((verdict) => verdict.stratum)).toEqual(
          judgeObjects(free, clean).map((verdict) => verdict.stratum),
        )
      }),
      runs,
    )
  })
})

describe('what leaves out never lets in', () => {
  it('a decision', () => {
    fc.assert(
      fc.property(rules, register, fc.nat(7), (given, objects, n) => {
        const decided = { ...given, decisions: new Map([...given.decisions, [`O${n}`, '原因']]) }
        const pool = poolOf(decided, objects)
        expect(within(pool, poolOf(given, objects))).toBe(true)
        expect(pool.has(`O${n}`)).toBe(false)
      }),
      runs,
    )
  })

  it('a further draw or visit of the year', () => {
    fc.assert(
      fc.property(rules, register, draw, visit, (given, objects, furtherDraw, furtherVisit) => {
        const before = poolOf(given, objects)
        const more = (add: (of: ObjectYear) => ObjectYear) =>
          poolOf(
            given,
            objects.map((facts) => ({ ...facts, year: add(facts.year) })),
          )
        expect(
          within(
            more((of) => ({ ...of, draws: [...of.draws, furtherDraw] })),
            before,
          ),
        ).toBe(true)
        expect(
          within(
            more((of) => ({ ...of, visits: [...of.visits, furtherVisit] })),
            before,
          ),
        ).toBe(true)
      }),
      runs,
    )
  })

  it('to leave out whom the office trusts', () => {
    fc.assert(
      fc.property(rules, register, (given, objects) => {
        const free = poolOf({ ...given, exemptTrusted: false }, objects)
        expect(within(poolOf({ ...given, exemptTrusted: true }, objects), free)).toBe(true)
      }),
      runs,
    )
  })

  it('a reason sets aside only what yields to one: without it nobody is in who would not be', () => {
    fc.assert(
      fc.property(rules, register, (given, objects) => {
        const strict = poolOf({ ...given, setAside: nothingSetAside }, objects)
        const lax = poolOf(given, objects)
        expect(within(strict, lax)).toBe(true)
        if (given.preset === presets.dawa) expect(lax).toEqual(strict)
      }),
      runs,
    )
  })
})

const bound = (least: number): fc.Arbitrary<Bound | null> =>
  fc.option(
    fc.record({
      value: fc.integer({ min: least, max: 10_000 }),
      source: fc.constantFrom('law' as const, 'preset' as const),
      strength: fc.constantFrom('principle' as const, 'firm' as const),
      words: fc.constantFrom('甲', '乙'),
      clause: fc.constantFrom(null, '第一条', '第二条'),
    }),
  )
const range: fc.Arbitrary<Range> = fc.record({ floor: bound(0), ceiling: bound(1) })
const size = fc.integer({ min: 0, max: 200_000 })

describe('floors and ceilings', () => {
  it('intersect in any order, and once more changes nothing', () => {
    fc.assert(
      fc.property(range, range, range, (a, b, c) => {
        expect(intersect(a, b)).toEqual(intersect(b, a))
        expect(intersect(intersect(a, b), c)).toEqual(intersect(a, intersect(b, c)))
        expect(intersect(a, a)).toEqual(a)
      }),
      runs,
    )
  })

  it('are kept by the numbers they round to, but for the one object that may always be drawn', () => {
    fc.assert(
      fc.property(range, size, (of, registerSize) => {
        const { least, most } = sampleBounds(of, registerSize)
        if (least !== null) {
          expect(least.count * 10_000).toBeGreaterThanOrEqual(least.bound.value * registerSize)
          expect((least.count - 1) * 10_000).toBeLessThan(Math.max(1, least.bound.value * registerSize))
        }
        if (most !== null && most.count > 1)
          expect(most.count * 10_000).toBeLessThanOrEqual(most.bound.value * registerSize)
        if (most !== null) {
          expect(most.count).toBeLessThanOrEqual(registerSize)
          expect(most.count >= 1 || registerSize === 0).toBe(true)
        }
      }),
      runs,
    )
  })

  it('pass exactly the numbers between them', () => {
    const drawing = fc.tuple(range, fc.integer({ min: 1, max: 500 })).chain(([of, registerSize]) =>
      fc.record({
        of: fc.constant(of),
        registerSize: fc.constant(registerSize),
        total: fc.integer({ min: 1, max: registerSize }),
      }),
    )
    fc.assert(
      fc.property(drawing, ({ of, registerSize, total }) => {
        const passes =
          checkSample(total, sampleBounds(of, registerSize), nothingSetAside, registerSize).length === 0
        const floor = of.floor === null || total * 10_000 >= of.floor.value * registerSize
        const ceiling =
          of.ceiling === null || total === 1 || total * 10_000 <= of.ceiling.value * registerSize
        expect(passes).toBe(floor && ceiling)
      }),
      runs,
    )
  })

  it('are kept by a ratio between them, once it is rounded, unless no whole number lies between', () => {
    const ratioWithin = fc
      .tuple(range, size)
      .filter(([{ floor, ceiling }]) => (floor?.value ?? 0) <= (ceiling?.value ?? 10_000))
      .chain(([of, registerSize]) =>
        fc.record({
          of: fc.constant(of),
          registerSize: fc.constant(registerSize),
          ratio: fc.integer({ min: Math.max(1, of.floor?.value ?? 1), max: of.ceiling?.value ?? 10_000 }),
        }),
      )
    fc.assert(
      fc.property(ratioWithin, ({ of, registerSize, ratio }) => {
        const bounds = sampleBounds(of, registerSize)
        const least = bounds.least?.count ?? 0
        const most = bounds.most?.count ?? registerSize
        const total = roundedSample(ratio, bounds)
        expect(total).toBeLessThanOrEqual(most)
        if (least <= most) expect(total).toBeGreaterThanOrEqual(least)
      }),
      runs,
    )
  })
})
