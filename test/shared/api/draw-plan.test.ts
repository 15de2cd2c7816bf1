import { describe, expect, test } from 'vitest'
import { drawConfigSchema, drawPlanSchema, ratioSchema } from '../../../shared/api/draw-plan.ts'
import {
  eachPlan,
  matchPlan,
  objectsOnlyPlan,
  replaceInspectorPlan,
  replaceObjectPlan,
  teamsPlan,
} from '../../electron/core/sample-registers.ts'

const taken = (plan: unknown) => drawPlanSchema.safeParse(plan).success
/** What is wrong with a plan, as it is said. */
const said = (plan: unknown) =>
  drawPlanSchema.safeParse(plan).error?.issues.map((i) => `${i.path.join('.')} ${i.message}`) ?? []

test('plans of every kind are taken', () => {
  for (const plan of [
    eachPlan(),
    teamsPlan(),
    objectsOnlyPlan(),
    matchPlan('YL01-2026-0001'),
    replaceInspectorPlan('YL01-2026-0001', 'YL01-P000001'),
    replaceObjectPlan('YL01-2026-0001', 'YL01-O000001'),
  ])
    expect(said(plan)).toEqual([])
})

describe('what could set an outcome has no place in a plan', () => {
  for (const key of ['secret', 'seed', 'commit', 'result', 'digits', 'number', 'attempt', 'previous', 'at'])
    test(`no plan of any kind takes “${key}”`, () => {
      for (const plan of [eachPlan, teamsPlan, objectsOnlyPlan])
        expect(taken({ ...plan(), [key]: '1' })).toBe(false)
      expect(taken({ ...matchPlan('YL01-2026-0001'), [key]: '1' })).toBe(false)
      expect(taken({ ...replaceObjectPlan('YL01-2026-0001', 'YL01-O000001'), [key]: '1' })).toBe(false)
    })

  test('nor inside its parts', () => {
    expect(taken(eachPlan({ witnesses: [{ role: '企业代表', name: '马丽琼', digits: '1' }] }))).toBe(false)
    expect(
      taken(eachPlan({ strata: [{ id: 'A', name: '全部', number: 1, objects: ['YL01-O000001'] }] })),
    ).toBe(false)
    expect(taken(eachPlan({ slots: [{ role: 'M', inspector: 'YL01-P000001' }] }))).toBe(false)
  })
})

describe('a plan says all that a freeze needs', () => {
  test('seats where people are drawn, and none where only objects are', () => {
    expect(said(eachPlan({ slots: [] }))).toEqual(['slots 每组席位不能为空'])
    expect(said(objectsOnlyPlan({ slots: [{ role: 'M' }] }))).toEqual(['slots 只抽对象时不写席位'])
  })

  test('the number of teams for teams, and for nothing else', () => {
    expect(said(teamsPlan({ teams: null }))).toHaveLength(1)
    expect(said(eachPlan({ teams: 2 }))).toHaveLength(1)
    for (const teams of [0, -1, 1.5]) expect(taken(teamsPlan({ teams }))).toBe(false)
  })

  test('a ratio or a number for every stratum, not both; no stratum twice', () => {
    const strata = (...list: object[]) => taken(eachPlan({ strata: list }))
    expect(strata({ id: 'A', name: '甲' })).toBe(false)
    expect(strata({ id: 'A', name: '甲', number: 1, ratio: '5%' })).toBe(false)
    expect(strata({ id: 'A', name: '甲', number: 0 })).toBe(true)
    for (const number of [-1, 0.5, '3']) expect(strata({ id: 'A', name: '甲', number })).toBe(false)
    expect(strata({ id: 'A', name: '甲', number: 1 }, { id: 'A', name: '乙', number: 1 })).toBe(false)
    expect(strata()).toBe(false)
    expect(strata({ id: '甲', name: '甲', number: 1 })).toBe(false)
  })

  test('at least one witness, and why an amendment is made and who approved it', () => {
    expect(said(eachPlan({ witnesses: [] }))).toEqual(['witnesses 至少须有一名见证人'])
    const replacement = replaceObjectPlan('YL01-2026-0001', 'YL01-O000001')
    for (const key of ['reason', 'approver', 'amends', 'object'])
      expect(taken(Object.fromEntries(Object.entries(replacement).filter(([name]) => name !== key)))).toBe(
        false,
      )
    expect(taken(replaceObjectPlan('1', 'YL01-O000001'))).toBe(false)
  })
})

test('a ratio is more than nothing and at most everything, to hundredths of a per cent', () => {
  for (const ratio of ['5%', '12.5%', '0.01%', '100%', '100.00%'])
    expect([ratio, ratioSchema.safeParse(ratio).success]).toEqual([ratio, true])
  for (const ratio of ['0%', '0.00%', '100.01%', '101%', '5', '5 %', '-5%', '5.125%', '1e1%', '５%', 0.05])
    expect([ratio, ratioSchema.safeParse(ratio).success]).toEqual([ratio, false])
})

describe('a configuration of the command line', () => {
  const config = (fields: object = {}) => ({
    ...eachPlan({ witnesses: [{ role: '企业代表', name: '马丽琼', digits: '123456789012' }] }),
    mode: undefined,
    office: { code: 'YL01', name: '示例局' },
    ...fields,
  })

  test('is unwitnessed unless it says that it is a rehearsal, and never official', () => {
    expect(drawConfigSchema.parse(config()).mode).toBe('unwitnessed')
    expect(drawConfigSchema.parse(config({ mode: 'rehearsal' })).mode).toBe('rehearsal')
    expect(drawConfigSchema.safeParse(config({ mode: 'official' })).success).toBe(false)
  })

  test('names its office by code and name', () => {
    for (const office of [
      undefined,
      { code: 'YL01' },
      { code: 'YL-01', name: '甲' },
      { code: '云岭', name: '甲' },
    ])
      expect(drawConfigSchema.safeParse(config({ office })).success).toBe(false)
  })

  test('takes nothing that could set an outcome', () => {
    for (const key of ['secret', 'seed', 'commit', 'result', 'random', 'clock', 'number'])
      expect(drawConfigSchema.safeParse(config({ [key]: '1' })).success).toBe(false)
  })
})
