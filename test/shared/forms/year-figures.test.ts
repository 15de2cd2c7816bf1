import { describe, expect, test } from 'vitest'
import type { YearDrawn, YearFacts, YearLine, YearObject } from '../../../shared/forms/year-facts.ts'
import { yearFigures } from '../../../shared/forms/year-figures.ts'
import { yearOverviewForm } from '../../../shared/forms/year-overview.ts'
import { type YearAsk, yearRows } from '../../../shared/forms/year-rows.ts'
import { dueBy, dueMonths } from '../../../shared/forms/year-schedule.ts'
import { wordsOf } from './form-texts.ts'

const line = (serial: string, more: Partial<YearLine> = {}): YearLine => ({
  serial,
  number: `2026-0${serial.at(-1)}`,
  items: ['燃气经营检查'],
  department: '城建股',
  period: '4月、9月',
  frequency: 2,
  ...more,
})
const object = (serial: string, more: Partial<YearObject> = {}): YearObject => ({
  serial,
  name: `对象${serial}`,
  kind: '企业',
  region: '城关镇',
  department: '城建股',
  standing: true,
  ...more,
})
const drawn = (number: string, at: string, more: Partial<YearDrawn> = {}): YearDrawn => ({
  number,
  at: `${at}T09:30:00+08:00`,
  task: '燃气经营检查',
  items: ['燃气经营检查'],
  line: 'L000001',
  outside: null,
  objects: ['O000001', 'O000002'],
  people: [
    { serial: 'P000001', objects: 2 },
    { serial: 'P000002', objects: 2 },
  ],
  ...more,
})
const visit = { kind: '投诉举报', number: null, department: null, item: null } as const
const facts: YearFacts = {
  office: '云岭县住房和城乡建设局',
  year: 2026,
  on: '2026-09-15',
  lines: [
    line('L000001'),
    line('L000002', { items: ['物业服务检查'], department: '房管股', period: '3月至8月', frequency: null }),
    line('L000003', { items: ['工程质量检查'], period: '适时', frequency: 1 }),
  ],
  items: [
    { name: '燃气经营检查', department: '城建股', included: true },
    { name: '物业服务检查', department: '房管股', included: true },
    { name: '招标投标检查', department: null, included: true },
    { name: '档案检查', department: null, included: false },
  ],
  register: [
    { kind: '企业', region: '城关镇', department: '城建股', count: 10 },
    { kind: '项目', region: null, department: null, count: 4 },
  ],
  touched: new Map(
    [
      object('O000001'),
      object('O000002', { standing: false }),
      object('O000003', { kind: '项目', region: null, department: null }),
    ].map((one) => [one.serial, one]),
  ),
  people: [
    { serial: 'P000001', name: '王建国', department: '城建股', counted: true },
    { serial: 'P000002', name: '李红梅', department: '城建股', counted: true },
    { serial: 'P000003', name: '赵志强', department: '房管股', counted: true },
    { serial: 'P000004', name: '孙立军', department: '房管股', counted: true },
    { serial: 'P000009', name: '周海燕', department: null, counted: false },
  ],
  draws: [
    drawn('YL01-2026-0001', '2026-04-20'),
    drawn('YL01-2026-0002', '2026-05-06', {
      line: null,
      outside: '投诉举报多的事项',
      objects: ['O000001'],
      people: [
        { serial: 'P000001', objects: 1 },
        { serial: 'P000009', objects: 1 },
      ],
    }),
  ],
  visits: [
    { ...visit, serial: 'V000001', object: 'O000003', date: '2026-05-08' },
    { ...visit, serial: 'V000002', object: 'O000001', date: '2026-06-01', kind: '其他部门检查' },
  ],
}
const figures = yearFigures(facts)
const rows = (ask: YearAsk) =>
  yearRows(facts, ask, { limit: 50, offset: 0 }, ({ kind }, except) => {
    const objects = [
      object('O000001'),
      object('O000003', { kind: '项目', region: null, department: null }),
      object('O000004'),
    ].filter((one) => (kind === undefined || one.kind === kind) && !except.includes(one.serial))
    return { total: objects.length, objects }
  })

describe('when a plan line is due', () => {
  test('once at the end of its months, several times spread evenly over them', () => {
    expect(dueMonths({ period: '3月至11月', frequency: 1 })).toEqual([11])
    expect(dueMonths({ period: '4月、9月', frequency: 2 })).toEqual([4, 9])
    expect(dueMonths({ period: '全年', frequency: 4 })).toEqual([3, 6, 9, 12])
    expect(dueMonths({ period: '5月', frequency: 2 })).toEqual([5, 5])
    expect(dueBy({ period: '4月、9月', frequency: 2 }, 8)).toBe(1)
  })
  test('a plan that names no month is never late: nothing is guessed', () => {
    expect(dueMonths({ period: '适时', frequency: 3 })).toEqual([])
    expect(dueMonths({ period: null, frequency: null })).toEqual([])
  })
})

describe('the figures of a year', () => {
  test('a line is late when its month is over, and this month until it ends', () => {
    expect(figures.plan).toEqual({
      lines: 3,
      times: 4,
      held: 1,
      done: 0,
      late: 1,
      thisMonth: 1,
      undated: 1,
    })
    const later = yearFigures({ ...facts, on: '2027-01-02' })
    expect([later.plan.late, later.plan.thisMonth]).toEqual([2, 0])
    expect(yearFigures({ ...facts, on: '2025-12-31' }).plan.late).toBe(0)
  })
  test('draws on a line, outside the plan with a reason, and with neither are told apart', () => {
    expect(figures.draws).toEqual({ all: 2, planned: 1, outside: 1, unfounded: 0, objects: 3 })
    const gone = yearFigures({ ...facts, lines: [] })
    expect(gone.draws).toMatchObject({ planned: 0, outside: 1, unfounded: 1 })
  })
  test('an object counts once however often it was drawn, and only among those that are 存续 now', () => {
    expect(figures.all).toEqual({ name: '', registered: 14, drawn: 1, visited: 2, either: 2 })
    expect(figures.gone).toBe(1)
    expect(figures.twice).toBe(1)
    expect(figures.kinds.find(({ name }) => name === '项目')).toMatchObject({ registered: 4, visited: 1 })
    expect(figures.regions.map(({ name }) => name)).toEqual(['城关镇', ''])
  })
  test('an item that is in the list, in no plan and in no draw is open', () => {
    expect(figures.items).toEqual({ included: 3, planned: 2, drawn: 1, open: 1, notIncluded: 1 })
  })
  test('fairness is told over all who could be drawn, those never drawn among them', () => {
    expect(figures.people).toEqual({
      counted: 4,
      least: 0,
      middle: 0.5,
      most: 2,
      spread: [
        { times: 0, people: 2 },
        { times: 1, people: 1 },
        { times: 2, people: 1 },
      ],
      others: 1,
    })
    expect(yearFigures({ ...facts, people: [], draws: [] }).people).toMatchObject({ counted: 0, middle: 0 })
  })
  test('a month has what was due in it and what was held in it', () => {
    expect(figures.months[3]).toEqual({ month: 4, due: 1, planned: 1, others: 0, objects: 2, visits: 0 })
    expect(figures.months[4]).toEqual({ month: 5, due: 0, planned: 0, others: 1, objects: 1, visits: 1 })
    expect(figures.months.map(({ due }) => due)).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0])
  })
  test('a 股室 has its lines and its objects on one row', () => {
    const of = (name: string) => figures.departments.find((one) => one.name === name)
    expect(of('城建股')).toMatchObject({ lines: 2, times: 3, held: 1, late: 0, registered: 10, either: 1 })
    expect(of('房管股')).toMatchObject({ lines: 1, late: 1, registered: 0 })
  })
})

describe('every figure leads down to as many rows', () => {
  const counts: readonly (readonly [number, YearAsk])[] = [
    [figures.plan.lines, { of: 'lines', state: 'all' }],
    [figures.plan.late, { of: 'lines', state: 'late' }],
    [figures.plan.thisMonth, { of: 'lines', state: 'month' }],
    [figures.plan.undated, { of: 'lines', state: 'undated' }],
    [figures.draws.all, { of: 'draws' }],
    [figures.draws.planned, { of: 'draws', basis: 'line' }],
    [figures.draws.outside, { of: 'draws', basis: 'outside' }],
    [figures.draws.unfounded, { of: 'draws', basis: 'none' }],
    [figures.months[4]?.others ?? -1, { of: 'draws', basis: 'off-line', month: 5 }],
    [figures.all.drawn, { of: 'objects', state: 'drawn' }],
    [figures.all.visited, { of: 'objects', state: 'visited' }],
    [figures.all.either, { of: 'objects', state: 'either' }],
    [figures.gone, { of: 'objects', state: 'gone' }],
    [figures.twice, { of: 'objects', state: 'twice' }],
    [1, { of: 'objects', state: 'none' }],
    [1, { of: 'objects', state: 'all', kind: '项目', region: '', department: '' }],
    [figures.people.counted, { of: 'people' }],
    [2, { of: 'people', times: 0 }],
    [figures.people.others, { of: 'people', others: true }],
    [figures.items.included, { of: 'items', state: 'included' }],
    [figures.items.planned, { of: 'items', state: 'planned' }],
    [figures.items.drawn, { of: 'items', state: 'drawn' }],
    [figures.items.open, { of: 'items', state: 'open' }],
    [figures.items.notIncluded, { of: 'items', state: 'not-included' }],
    [figures.visits.own, { of: 'visits', others: false }],
    [figures.visits.ofOthers, { of: 'visits', others: true }],
    [figures.months[4]?.visits ?? -1, { of: 'visits', month: 5 }],
  ]
  test.each(counts)('%i: %j', (count, ask) => {
    const { total, rows: found, columns } = rows(ask)
    expect([total, found.length]).toEqual([count, count])
    for (const { cells } of found) expect(cells).toHaveLength(columns.length)
  })
  test('a part of a long answer keeps the whole count', () => {
    const { total, rows: found } = yearRows(facts, { of: 'people' }, { limit: 2, offset: 2 }, () => ({
      total: 0,
      objects: [],
    }))
    expect([total, found.map(({ cells }) => cells[1])]).toEqual([4, ['赵志强', '孙立军']])
  })
})

test('the paper says the figures of the screen, and of what is not registered yet that it is not', () => {
  const words = wordsOf(yearOverviewForm(figures))
  expect(words).toContain('2026年度“双随机”抽查总览')
  expect(words).toContain('尚未登记')
  expect(words).toContain('最少0，中位0.5，最多2')
  expect(words).toContain('14.2%')
})
