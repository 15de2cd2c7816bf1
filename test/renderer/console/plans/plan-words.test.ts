import { describe, expect, it } from 'vitest'
import { offeredYears, shownYear } from '../../../../renderer/console/plans/chosen-year.ts'
import {
  departmentPlans,
  leftWords,
  monthsInWords,
  progressWords,
  yearFacts,
} from '../../../../renderer/console/plans/plan-words.ts'
import type { PlannedLine, PlanYear } from '../../../../shared/api/plan-contract.ts'
import type { Serial } from '../../../../shared/registry/office.ts'
import { aPlanLine } from '../../../db/sample-rows.ts'

function aLine(n: number, fields: Partial<PlannedLine> = {}): PlannedLine {
  return {
    serial: `L00000${n}` as Serial,
    version: 1,
    row: aPlanLine(n),
    standing: 'approved',
    problems: [],
    register: 40,
    objects: 2,
    total: 4,
    months: [4, 9],
    draws: [],
    schemes: [],
    ...fields,
  }
}
const held = { number: 'YL01-2026-0001', at: '2026-04-12T09:30:00+08:00', objects: 2 }
const open = { number: 'YL01-2026-0002', at: '2026-09-12T09:30:00+08:00', objects: null }
const problem = {
  code: 'ratio-floor',
  sentence: '低于下限',
  clause: '漳平细则第九条',
  strength: 'principle',
  canSetAside: true,
  stops: true,
} as const
const year: PlanYear = {
  year: 2026,
  preset: '自定义',
  responsible: '责任股室',
  lines: [
    aLine(1, { row: aPlanLine(1, { department: '城建股' }), draws: [held, open], problems: [problem] }),
    aLine(2, { row: aPlanLine(2, { department: null }), total: null, objects: null }),
  ],
  problems: [{ ...problem, stops: false }],
  state: 'none',
  waiting: 0,
  deadline: null,
  completion: null,
  people: [{ department: '城建股', count: 4 }],
}

describe('the page of a year’s plan', () => {
  it('says how many of the planned draws were held, and that one is under way', () => {
    expect(progressWords(aLine(1, { draws: [held, open] }))).toBe('1/2次，2户，1次进行中')
    expect(progressWords(aLine(1))).toBe('0/2次')
    expect(progressWords(aLine(1, { row: aPlanLine(1, { frequency: null }) }))).toBe('尚未抽取')
  })

  it('says the planned months and those with a draw', () => {
    expect(monthsInWords(aLine(1, { draws: [held] }))).toBe('计划在4月、9月，已在4月抽取')
    expect(monthsInWords(aLine(1, { months: [] }))).toBe('没有写明月份，尚未抽取')
  })

  it('groups the lines by 股室 with its people; who has none stands apart', () => {
    expect(departmentPlans(year).map(({ department, total, people }) => [department, total, people])).toEqual(
      [
        ['城建股', 4, 4],
        ['未写明股室', 0, 0],
      ],
    )
  })

  it('counts as drawn what was confirmed only, and what keeps the plan from being approved', () => {
    expect(yearFacts(year)).toEqual({ items: 2, total: 4, times: 4, held: 1, drawn: 2, stopping: 1 })
  })

  it('says the days that are left, and those that have passed', () => {
    expect([12, 0, -3].map(leftWords)).toEqual(['还有12天', '就在今天', '已过3天'])
  })

  it('opens this year’s plan, else the newest there is', () => {
    expect(shownYear(null, [2027, 2026], 2026)).toBe(2026)
    expect(shownYear(null, [2024, 2025], 2026)).toBe(2025)
    expect(shownYear(2024, [2026], 2026)).toBe(2024)
    expect(offeredYears(2024, [2026], 2026)).toEqual([2027, 2026, 2024])
  })
})
