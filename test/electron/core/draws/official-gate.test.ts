import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { Serial } from '../../../../shared/registry/office.ts'
import { anItem, aPlanLine } from '../../../db/sample-rows.ts'
import { approvedBasis, approvePlan, approvePlanLine, approveScheme, lineBasis } from '../approved-scheme.ts'
import { freeze, hold, openSample, operator, refusalOf, stored } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'

const stamp = { at: '2026-11-19T10:00:00+08:00', by: '王操作' }
const line = 'L000001' as Serial
const onLine = (fields: object = {}) => eachPlan({ basis: lineBasis, ...fields })

/** What the gate says of a plan: at the commit, and the same of its preview; nothing is written. */
function gate(core: Core, plan: object) {
  const draft = core.draws.draft(operator, plan)
  const before = stored(core)
  const { code, message } = refusalOf(() => core.draws.commit(operator, draft))
  expect(stored(core)).toEqual(before)
  const { rules, problem } = core.draws.preview(operator, plan)
  const [need] = rules?.needs ?? []
  expect([need?.code, problem?.code]).toEqual([code, code])
  expect(message.startsWith(need?.sentence ?? '-')).toBe(true)
  return { code, message }
}

describe('an official draw', () => {
  test('is held on a line of the approved plan with an approved 实施方案, and remembers both', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const { number } = hold(core, onLine())
    expect(core.database.schemes.bases()).toMatchObject([
      { draw: number, attempt: 1, line, scheme: lineBasis.scheme, outside: null },
    ])
    const { grounds } = core.drawFacts(number)
    expect(grounds).toEqual([
      { title: '执行细则', text: '自定义' },
      { title: '年度计划', text: '2026年度计划2026-01（云住建发〔2026〕3号批准）' },
      { title: '实施方案批准', text: '云住建方案〔2026〕1号，苏文彬，2026-11-18' },
    ])
    expect(core.draws.propose({ line })).toMatchObject({ drawn: 1, planned: 2 })
  })

  test('rests on something: a rehearsal needs nothing', () => {
    const { core } = openSample()
    const { code, message } = gate(core, eachPlan({ basis: null }))
    expect(code).toBe('NOT_APPROVED')
    expect(message).toContain('没有批准的实施方案，只能作为演练')
    hold(core, eachPlan({ basis: null, mode: 'rehearsal' }))
  })

  test('has a scheme: its own line’s, with the approval of 负责人, and of these items', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const without = { ...lineBasis, scheme: null }
    expect(gate(core, onLine({ basis: without })).message).toContain('请选择已批准的实施方案')
    const otherLine = { ...lineBasis, scheme: approvedBasis.scheme }
    expect(gate(core, onLine({ basis: otherLine })).message).toContain('不是为这一计划项制定的')

    const { id } = core.schemes.save(operator, null, line, core.schemes.read(lineBasis.scheme).body)
    const draft = gate(core, onLine({ basis: { ...lineBasis, scheme: id } }))
    expect(draft.code).toBe('NOT_APPROVED')
    expect(draft.message).toContain('还没有登记负责人的批准及批准文件（国办发〔2024〕54号）')

    const other = '00000000-0000-4000-8000-000000000009'
    approveScheme(core, other, line, ['别的事项'])
    expect(gate(core, onLine({ basis: { ...lineBasis, scheme: other } })).message).toContain(
      '所批准的实施方案不包括事项“抽查事项1”',
    )
  })

  test('is in the plan of its year, which is approved', () => {
    const { core } = openSample()
    core.database.transaction(() => core.database.plans.add([aPlanLine(1)], stamp))
    approveScheme(core, lineBasis.scheme, line)
    expect(gate(core, onLine())).toMatchObject({ code: 'OUTSIDE_THE_PLAN' })
    expect(gate(core, onLine()).message).toContain('2026年度计划还没有批准')
    const unknown = { ...lineBasis, line: 'L000009' }
    expect(gate(core, onLine({ basis: unknown })).message).toContain('没有序号为“L000009”的计划项')
    core.database.transaction(() => core.database.plans.add([aPlanLine(2, { year: 2025 })], stamp))
    const lastYear = { ...lineBasis, line: 'L000002' }
    expect(gate(core, onLine({ basis: lastYear })).message).toContain('是2025年度的，不能据以在2026年抽取')
  })

  test('a line that was changed after the approval waits for the approval of its adjustment', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const { plans } = core.database
    core.database.transaction(() => plans.change(line, aPlanLine(1, { ratio: 2000 }), stamp))
    expect(gate(core, onLine())).toMatchObject({ code: 'OUTSIDE_THE_PLAN' })
    approvePlan(core, '2026-11-19T11:00:00+08:00', 2)
    freeze(core, onLine())
  })

  test('stays within the items and the objects of its line', () => {
    const { core } = openSample()
    approvePlanLine(core, { businessCategories: ['燃气经营'] })
    core.database.transaction(() => core.database.items.add([anItem(2, { appliesKinds: ['企业'] })], stamp))
    expect(gate(core, onLine({ items: ['抽查事项1', '抽查事项2'] })).message).toContain(
      '不包括事项“抽查事项2”',
    )
    const wider = onLine({ conditions: { businessCategories: ['燃气经营', '物业服务'] } })
    expect(gate(core, wider).message).toContain('经营类别限于燃气经营')
    expect(gate(core, onLine({ conditions: {} })).code).toBe('OUTSIDE_THE_PLAN')
    freeze(core, onLine({ conditions: { businessCategories: ['燃气经营'] } }))
  })

  test('S4 （十八）：outside any plan it is held only for a reason that the 执行细则 allows, which is printed', () => {
    const { core } = openSample()
    const because = (reason: string) => eachPlan({ basis: { ...approvedBasis, reason } })
    const { code, message } = gate(core, because('领导要求'))
    expect(code).toBe('OUTSIDE_THE_PLAN')
    expect(message).toContain('上级机关临时部署')
    const { number } = hold(core, because('上级机关临时部署：冬季安全检查'))
    expect(core.drawFacts(number).grounds).toContainEqual({
      title: '计划外抽查',
      text: '理由：上级机关临时部署：冬季安全检查',
    })
    core.writeSettings(operator, { preset: 'ziyang' })
    expect(gate(core, because('上级机关临时部署')).message).toContain('资阳细则（十八）')
  })

  test('S3 第六条：asks for the number of the platform, or the ground for drawing here, and prints it', () => {
    const { core } = openSample()
    approvePlanLine(core)
    core.writeSettings(operator, { preset: 'heilongjiang' })
    const { code, message } = gate(core, onLine())
    expect(code).toBe('PLATFORM_NUMBER_MISSING')
    expect(message).toContain('黑龙江细则第六条')
    const { number } = freeze(core, onLine({ platform: { number: 'HLJ-2026-118' } }))
    const facts = core.draws.read(number)
    expect(facts.state).toBe('frozen')
    // Two lists with the same objects are not frozen at once where the year is counted.
    core.draws.abort(operator, number, { reason: '停电', approver: '苏文彬', supervisor: '陈国栋' })
    const other = hold(core, onLine({ platform: { ground: '省平台停机维护通知〔2026〕7号' } }))
    expect(
      core
        .drawFacts(other.number)
        .grounds.map(({ text }) => text)
        .join(),
    ).toContain('省平台停机维护通知〔2026〕7号')
  })

  test('what was lost between the commit and the freeze is refused at the freeze', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const { number } = core.draws.commit(operator, core.draws.draft(operator, onLine()))
    core.database.transaction(() => core.database.plans.retire(line, stamp))
    const before = stored(core)
    expect(refusalOf(() => core.draws.freeze(operator, number)).code).toBe('OUTSIDE_THE_PLAN')
    expect(stored(core)).toEqual(before)
  })

  test('an item whose objects nobody confirmed is drawn in a rehearsal only, which says so', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const { items } = core.database
    const item = items.current()[0]
    if (item === undefined) throw new Error('no item')
    core.database.transaction(() => items.change(item.serial, { ...item.row, appliesKinds: [] }, stamp))
    const { problem } = core.draws.preview(operator, onLine())
    expect(problem?.code).toBe('ITEM_NOT_CONFIRMED')
    const { number } = core.draws.commit(operator, core.draws.draft(operator, onLine()))
    expect(refusalOf(() => core.draws.freeze(operator, number)).code).toBe('ITEM_NOT_CONFIRMED')
    const rehearsal = hold(core, onLine({ mode: 'rehearsal' }))
    expect(core.drawFacts(rehearsal.number).notes.join()).toContain('暂按清单所列的“企业”确定范围')
  })
})
