import { describe, expect, it } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { PlanLine } from '../../../../shared/registry/plan-line.ts'
import { anItem, aPlanLine } from '../../../db/sample-rows.ts'
import { handOver } from '../papers/handed-over.ts'
import { approveList, newest } from '../releases/approved-list.ts'
import { hold, openSample, operator, refusalOf } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'

const plan = { subject: 'plans', year: 2026 } as const

/** The sample office under a preset, its item applying to firms, and one line of the plan. */
function planned(preset: 'custom' | 'changde' | 'zhangping' | 'dawa', fields: Partial<PlanLine> = {}) {
  const sample = openSample()
  const { core } = sample
  core.writeSettings(operator, { preset })
  const [item] = core.database.items.current()
  if (item === undefined) throw new Error('no item')
  core.registers.change(operator, 'items', item.serial, { ...item.row, appliesKinds: ['企业'] })
  const line = core.registers.add(operator, 'plans', aPlanLine(1, { inspectors: '2人以上', ...fields }))
  return { ...sample, line }
}
const only = (core: Core) => {
  const [line] = core.plans.year(2026).lines
  if (line === undefined) throw new Error('no line')
  return line
}

describe('年度计划', () => {
  it('counts the objects of a line on the register, rounded up, times its frequency', () => {
    const { core } = planned('custom', { ratio: 1000, frequency: 2 })
    expect(only(core)).toMatchObject({
      register: 16,
      objects: 2,
      total: 4,
      months: [3, 4, 5, 6, 7, 8, 9, 10, 11],
    })
  })

  it('S2 第八条: a ratio over 10 % keeps the plan from being approved until its reason is written', () => {
    const { core, line } = planned('changde', { ratio: 2000 })
    const stopping = only(core).problems.filter(({ stops }) => stops)
    expect(stopping.map(({ code, clause }) => [code, clause])).toContainEqual([
      'ratio-ceiling',
      '常德细则第八条',
    ])
    const refused = refusalOf(() => approveList(core, plan))
    expect(refused.code).toBe('PLAN_NOT_LAWFUL')
    expect(refused.message).toContain('2026-01：常德细则第八条')
    core.registers.change(
      operator,
      'plans',
      line.serial,
      { ...line.row, exceptionReason: '上级专项部署要求提高比例' },
      '补写理由',
    )
    expect(approveList(core, plan, '计划制定较晚').state).toBe('approved')
  })

  it('S2 第八条: a plan after 年初 needs the reason of the whole plan', () => {
    const { core } = planned('changde')
    const { deadline, problems } = core.plans.year(2026)
    expect(deadline).toMatchObject({ day: '2026-01-31', left: -293 })
    expect(problems.map(({ code }) => code)).toContain('deadline-passed')
    expect(refusalOf(() => approveList(core, plan)).code).toBe('PLAN_NOT_LAWFUL')
    expect(approveList(core, plan, '机构改革，推迟制定').state).toBe('approved')
  })

  it('S1 第九条: below 5 % of the register is said with both numbers', () => {
    const { core } = planned('zhangping', { ratio: 400 })
    const floor = only(core).problems.find(({ code }) => code === 'ratio-floor')
    expect(floor?.sentence).toContain('漳平细则第九条')
    expect(floor?.sentence).toContain('名录共16个')
  })

  it('is approved as it was handed in: a line that changes later waits for its own approval', () => {
    const { core, line } = planned('custom')
    expect(only(core).standing).toBe('not-approved')
    approveList(core, plan)
    expect(only(core).standing).toBe('approved')
    core.registers.change(operator, 'plans', line.serial, { ...line.row, ratio: 1000 }, '加大力度')
    core.registers.add(operator, 'items', anItem(2))
    core.registers.add(operator, 'plans', aPlanLine(2))
    const adjusted = core.plans.year(2026)
    expect(adjusted.lines.map(({ standing }) => standing)).toEqual(['adjusted', 'added'])
    expect(adjusted.waiting).toBe(2)
    core.registers.change(operator, 'plans', line.serial, line.row, '恢复原比例')
    expect(core.plans.year(2026).lines[0]?.standing).toBe('approved')
  })

  it('an approved line is neither changed nor taken out without a reason', () => {
    const { core, line } = planned('custom')
    core.registers.change(operator, 'plans', line.serial, { ...line.row, ratio: 600 })
    core.registers.change(operator, 'plans', line.serial, line.row)
    approveList(core, plan)
    const change = () => core.registers.change(operator, 'plans', line.serial, { ...line.row, ratio: 600 })
    expect(refusalOf(change).code).toBe('REASON_MISSING')
    expect(refusalOf(() => core.registers.retire(operator, 'plans', line.serial)).code).toBe('REASON_MISSING')
    expect(only(core)).toMatchObject({ standing: 'approved', row: line.row })
  })

  it('a line that is taken out after the approval counts as an adjustment too', () => {
    const { core, line } = planned('custom')
    approveList(core, plan)
    core.registers.retire(operator, 'plans', line.serial, '机构撤并')
    expect(core.plans.year(2026)).toMatchObject({ lines: [], waiting: 1 })
  })

  it('S0 三（五）: is sent to 区政府法制局 with the proof, before or after it is published', () => {
    const { core } = planned('dawa')
    const state = approveList(core, plan, '按要求补报')
    expect(state.filing).toMatchObject({ to: '区政府法制局', duty: '报送' })
    expect(newest(state).next).toEqual(['published', 'filed'])
  })
})

describe('a plan copied from another year', () => {
  it('takes the new year and number, and not the reason of an exception', () => {
    const { core } = planned('custom', { exceptionReason: '专项部署' })
    expect(core.plans.copyable(2026, 2027)).toMatchObject([
      { row: { year: 2027, number: '2027-01', exceptionReason: null }, obstacle: null },
    ])
    const serials = core.plans.copyable(2026, 2027).map(({ from }) => from)
    const { added } = core.plans.copy(operator, 2026, 2027, serials)
    expect(core.plans.year(2027).lines.map(({ serial, standing }) => [serial, standing])).toEqual([
      [added[0], 'not-approved'],
    ])
    expect(core.plans.years().map(({ year, lines }) => [year, lines])).toEqual([
      [2027, 1],
      [2026, 1],
    ])
  })

  it('leaves out what is there already, and says so', () => {
    const { core, line } = planned('custom')
    core.plans.copy(operator, 2026, 2027, [line.serial])
    expect(core.plans.copyable(2026, 2027)[0]?.obstacle).toBe('2027年度已有计划编号“2027-01”')
    expect(refusalOf(() => core.plans.copy(operator, 2026, 2027, [line.serial])).code).toBe('LIST_EMPTY')
  })

  it('leaves out an item that is no longer drawn', () => {
    const { core } = planned('custom')
    const [item] = core.database.items.current()
    if (item === undefined) throw new Error('no item')
    const row = { ...item.row, included: false, reasonNotIncluded: '权责事项取消' }
    core.registers.change(operator, 'items', item.serial, row)
    expect(core.plans.copyable(2026, 2027)[0]?.obstacle).toBe('“抽查事项1”现在未纳入双随机')
  })
})

describe('progress through the year', () => {
  /** The line's plan approved with a scheme, and a draw of it held. */
  function drawn(mode: 'official' | 'rehearsal') {
    const { core, line } = planned('custom', { businessCategories: ['燃气经营'] })
    approveList(core, plan)
    const scheme = core.schemes.save(operator, null, line.serial, {
      title: '燃气经营抽查实施方案',
      items: ['抽查事项1'],
      period: '11月',
      purpose: '督促落实安全责任',
      procedure: '抽取、检查',
      division: '燃气办',
      inspectors: 2,
      objects: 3,
      confidentiality: '检查前保密',
      outside: null,
    })
    const approval = { name: '赵局长', number: '云住建〔2026〕9号', date: '2026-11-20' }
    core.schemes.approve(operator, { ...approval, id: scheme.id, scan: handOver(core, '批准.png') })
    const basis = { on: 'line', line: line.serial, scheme: scheme.id }
    return { core, scheme, session: hold(core, eachPlan({ mode, basis })) }
  }

  it('a draw on the line counts once it was confirmed, with its objects and its scheme', () => {
    const { core, scheme, session } = drawn('official')
    expect(only(core).draws).toMatchObject([{ number: session.number, objects: 3 }])
    expect(core.schemes.read(scheme.id).draws).toEqual([session.number])
  })

  it('a rehearsal is none', () => {
    expect(only(drawn('rehearsal').core).draws).toEqual([])
  })

  it('one that was declared void is none', () => {
    const { core, session } = drawn('official')
    core.draws.declareVoid(operator, session.number, {
      reason: '名录有误',
      approver: '赵局长',
      supervisor: '陈国栋',
      approval: null,
      decision: '云住建〔2026〕10号',
    })
    expect(only(core).draws).toEqual([])
  })
})
