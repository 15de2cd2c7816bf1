import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { Serial } from '../../../../shared/registry/office.ts'
import type { Visit } from '../../../../shared/registry/visit.ts'
import { freeze, giveDigits, hold, openSample, operator } from '../sample-core.ts'
import { eachPlan, objectsOnlyPlan, replaceObjectPlan } from '../sample-registers.ts'

const unwitnessed = { mode: 'unwitnessed' }
const decision = { reason: '程序有误', approver: '苏文彬', supervisor: '陈国栋', decision: '决定〔2026〕3号' }
const draws = (core: Core) => core.years.rows(2026, { of: 'draws' }, { limit: 50, offset: 0 }).rows
const objects = (core: Core) =>
  core.years
    .rows(2026, { of: 'objects', state: 'drawn' }, { limit: 50, offset: 0 })
    .rows.map(({ cells }) => cells[0])
const serialOf = (id: string) => id.slice(id.indexOf('-') + 1)

function addVisit(core: Core, fields: Partial<Visit> & Pick<Visit, 'object' | 'date'>): void {
  core.registers.add(operator, 'visits', {
    kind: '投诉举报',
    number: null,
    department: null,
    item: null,
    passed: null,
    findings: null,
    remark: null,
    ...fields,
  })
}

describe('what counts in a year', () => {
  test('a rehearsal, a void draw and one that is not shown yet are none', () => {
    const { core } = openSample()
    hold(core, eachPlan({ mode: 'rehearsal' }))
    const hidden = giveDigits(core, freeze(core, objectsOnlyPlan(unwitnessed)).number)
    expect(draws(core)).toEqual([])
    core.draws.reveal(operator, hidden.number, hidden.steps)
    expect(draws(core)).toHaveLength(1)
    core.draws.confirm(operator, hidden.number)
    core.draws.declareVoid(operator, hidden.number, decision)
    expect(draws(core)).toEqual([])
    expect(core.years.figures(2026).draws.all).toBe(0)
  })

  test('the object that came in by a replacement counts, the one that left does not', () => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan(unwitnessed))
    const before = core.draws.inForce(number).objects.map(({ id }) => serialOf(id))
    expect(objects(core)).toEqual([...before].sort())
    hold(core, replaceObjectPlan(number, `YL01-${before[0]}`, unwitnessed))
    const after = core.draws.inForce(number).objects.map(({ id }) => serialOf(id))
    expect(after).not.toContain(before[0])
    expect(objects(core)).toEqual([...after].sort())
    expect(core.years.figures(2026).draws).toMatchObject({ all: 1, objects: 3 })
  })

  test('the people in force are counted once a draw, with their objects', () => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan(unwitnessed))
    const people = core.draws.inForce(number).objects.flatMap(({ inspectors }) => inspectors)
    const { rows } = core.years.rows(2026, { of: 'people' }, { limit: 200, offset: 0 })
    for (const { cells } of rows) {
      const sits = people.filter(({ id }) => serialOf(id) === cells[0]).length
      expect([cells[3], cells[4]]).toEqual([sits > 0 ? '1' : '0', String(sits)])
    }
  })

  test('another year has none of it', () => {
    const { core } = openSample()
    hold(core, eachPlan(unwitnessed))
    expect(core.years.figures(2025)).toMatchObject({ draws: { all: 0 }, all: { drawn: 0 } })
    expect(core.years.list()).toEqual([2026])
  })
})

test('objects that nobody drew are read a part at a time, by kind, region and 股室', () => {
  const { core } = openSample()
  const { number } = hold(core, eachPlan(unwitnessed))
  const drawn = core.draws.inForce(number).objects.map(({ id }) => serialOf(id))
  const ask = (more: object, part = { limit: 200, offset: 0 }) =>
    core.years.rows(2026, { of: 'objects', state: 'none', ...more }, part)
  const all = core.years.rows(2026, { of: 'objects', state: 'all' }, { limit: 200, offset: 0 })
  const figures = core.years.figures(2026)
  expect(all.total).toBe(figures.all.registered)
  const none = ask({})
  expect(none.total).toBe(figures.all.registered - figures.all.either)
  expect(none.rows.filter(({ cells }) => drawn.includes(cells[0] ?? ''))).toEqual([])
  expect(ask({}, { limit: 2, offset: 1 }).rows).toEqual(none.rows.slice(1, 3))
  for (const { name, registered, either } of figures.departments)
    expect(ask({ department: name }).total).toBe(registered - either)
  for (const { name, registered, either } of figures.regions)
    expect(ask({ region: name }).total).toBe(registered - either)
})

describe('the year of one object', () => {
  test('draws and visits are counted together against the cap, with its clause', () => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan(unwitnessed))
    core.writeSettings(operator, { preset: 'changde' })
    const object = serialOf(core.draws.inForce(number).objects[0]?.id ?? '') as Serial
    addVisit(core, { object, date: '2026-05-06', kind: '其他部门检查', department: '消防救援大队' })
    addVisit(core, { object, date: '2025-05-06' })
    const year = core.years.ofObject(object, 2026)
    expect(year).toMatchObject({ count: 2, most: 2, clause: '常德细则第十一条' })
    expect(year.draws.map((draw) => draw.number)).toEqual([number])
    expect(year.sentence).toMatch(/^2026年度共2次：摇号抽中1次，其他检查1次。常德细则第十一条：.*已达上限/)
    expect(core.years.ofObject(object, 2025).sentence).toContain('还可以抽查1次')
  })

  test('where the preset has no cap that is said', () => {
    const { core } = openSample()
    const { sentence, most } = core.years.ofObject('O000001' as Serial, 2026)
    expect([most, sentence]).toEqual([null, expect.stringContaining('没有规定')])
  })
})

describe('the visits of a year', () => {
  test('the newest first, by month, kind, department, and by the name of the firm', () => {
    const { core } = openSample()
    const object = 'O000001' as Serial
    addVisit(core, { object, date: '2026-03-02', department: '质安站' })
    addVisit(core, { object, date: '2026-11-02', kind: '突发安全事件' })
    addVisit(core, { object, date: '2025-11-02' })
    const all = { year: 2026, piece: '', months: [], kinds: [], departments: [], limit: 50, offset: 0 }
    const dates = (query: object) => core.years.visits({ ...all, ...query }).rows.map(({ row }) => row.date)
    expect(dates({})).toEqual(['2026-11-02', '2026-03-02'])
    expect(dates({ months: [3] })).toEqual(['2026-03-02'])
    expect(dates({ kinds: ['突发安全事件'] })).toEqual(['2026-11-02'])
    expect(dates({ departments: [''] })).toEqual(['2026-11-02'])
    expect(core.years.visits(all).departments).toEqual(['质安站'])
    const name = core.database.objects.get(object)?.row.name ?? ''
    expect(dates({ piece: name.slice(0, 4) })).toHaveLength(2)
    expect(dates({ piece: '查无此人' })).toEqual([])
    core.registers.retire(operator, 'objects', object, '已注销')
    expect(core.years.visits(all).rows[0]).toMatchObject({ objectName: name, retired: true })
  })
})

test('the overview prints as a PDF of its own', async () => {
  const { core } = openSample()
  const { name, pages, bytes } = await core.years.print(2026)
  expect(name).toBe('2026年度双随机抽查总览.pdf')
  expect(pages).toBeGreaterThan(0)
  expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
})
