import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { Serial } from '../../../../shared/registry/office.ts'
import { aVisit } from '../../../db/sample-rows.ts'
import { approvePlanLine, lineBasis } from '../approved-scheme.ts'
import { freeze, giveDigits, hold, openSample, operator, refusalOf, showAndConfirm } from '../sample-core.ts'
import {
  eachPlan,
  inspectorId,
  matchPlan,
  objectId,
  objectsOnlyPlan,
  replaceObjectPlan,
} from '../sample-registers.ts'

const stamp = { at: '2026-11-19T10:00:00+08:00', by: '王操作' }
const serial = (id: string) => id.slice(5) as Serial

/** One draw of gas firms that rests on no plan. */
const gasPlan = (fields: object = {}) =>
  objectsOnlyPlan({
    basis: null,
    mode: 'unwitnessed',
    strata: [{ id: 'RQ', name: '燃气', number: 2 }],
    ...fields,
  })

/** Reason codes of the objects that a plan would leave out. */
function leftOut(core: Core, plan: object): Record<string, string> {
  const { excluded } = core.draws.preview(operator, plan)
  return Object.fromEntries(excluded.filter((e) => e.what === 'object').map((e) => [e.id, e.reasonCode]))
}

/** Takes an object out of the register and enters it anew: it has another serial from then on. */
function enterAnew(core: Core, id: string, change: object = {}): string {
  const { objects } = core.database
  return core.database.transaction(() => {
    const { row } = objects.retire(serial(id), stamp)
    const [added = ''] = objects.add([{ ...row, ...change }], stamp)
    return `YL01-${added}`
  })
}

describe('the year of an object that was entered anew', () => {
  test('S0 三（七）：a firm that was taken out of the register and entered again keeps its visits', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'dawa' })
    core.database.transaction(() =>
      core.database.visits.add(
        ['2026-03-01', '2026-04-01'].map((date) => aVisit(serial(objectId(1)), { date })),
        stamp,
      ),
    )
    expect(leftOut(core, gasPlan())[objectId(1)]).toBe('yearly-cap')
    const again = enterAnew(core, objectId(1), { name: '燃气公司一（更名）' })
    expect(leftOut(core, gasPlan())[again]).toBe('yearly-cap')
    const third = enterAnew(core, again)
    expect(leftOut(core, gasPlan())[third]).toBe('yearly-cap')
    expect(
      core.rules.eligible('抽查事项1', '2026-11-20').objects.find(({ id }) => id === third),
    ).toMatchObject({ in: false, code: 'yearly-cap' })
  })

  test('S2 第十一条：who was drawn under an earlier serial is drawn no more this year', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'changde' })
    const { number } = hold(core, gasPlan())
    const [drawn = ''] = core.drawFacts(number).results.map(({ id }) => id)
    const again = enterAnew(core, drawn)
    expect(leftOut(core, gasPlan())[again]).toBe('already-drawn')
  })

  test('another thing of the same name, or of the same firm, is not it', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'dawa' })
    core.database.transaction(() =>
      core.database.visits.add(
        ['2026-03-01', '2026-04-01'].map((date) => aVisit(serial(objectId(1)), { date })),
        stamp,
      ),
    )
    const again = enterAnew(core, objectId(1), { kind: '项目', name: '另一个项目' })
    expect(leftOut(core, gasPlan())[again]).toBeUndefined()
  })
})

describe('how often an item is drawn', () => {
  test('the law of an item counts its draws of the year, whichever line of the plan they rest on', () => {
    const { core } = openSample()
    const [item] = core.database.items.find('name', '抽查事项1')
    if (item === undefined) throw new Error('no item')
    core.registers.change(operator, 'items', item.serial, {
      ...item.row,
      frequencyCeiling: 1,
      lawBasis: '《城镇燃气管理条例》第四十一条',
    })
    approvePlanLine(core)
    const problems = () => core.draws.preview(operator, gasPlan({ basis: lineBasis })).rules?.problems ?? []
    expect(problems().map(({ code }) => code)).not.toContain('frequency-ceiling')
    const { number } = hold(core, gasPlan())
    const found = problems().find(({ code }) => code === 'frequency-ceiling')
    expect(found).toMatchObject({ canSetAside: false })
    expect(found?.sentence).toContain(number)
  })
})

describe('draws that are held side by side', () => {
  test('S0 三（七）：two frozen lists never hold the same object, whose outcome the other could not count', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'dawa' })
    const first = freeze(core, gasPlan())
    const second = core.draws.commit(operator, core.draws.draft(operator, gasPlan()))
    const { code, message } = refusalOf(() => core.draws.freeze(operator, second.number))
    expect(code).toBe('CHAIN_BUSY')
    expect(message).toContain(first.number)
    // A rehearsal counts nowhere, and other objects are not concerned.
    freeze(core, gasPlan({ mode: 'rehearsal' }))
    freeze(core, gasPlan({ conditions: { businessCategories: ['物业服务'] } }))
    giveDigits(core, first.number)
    showAndConfirm(core, first.number)
    core.draws.freeze(operator, second.number)
  })

  test('a replacement waits for the outcome of another draw as a draw does', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'changde' })
    const { number } = hold(core, gasPlan())
    const [gone = ''] = core.drawFacts(number).results.map(({ id }) => id)
    const other = freeze(core, gasPlan())
    const replace = replaceObjectPlan(number, gone, { mode: 'unwitnessed' })
    const amending = core.draws.commit(operator, core.draws.draft(operator, replace))
    const refused = () => refusalOf(() => core.draws.freeze(operator, amending.number))
    expect(refused()).toMatchObject({ code: 'CHAIN_BUSY' })
    giveDigits(core, other.number)
    expect(refused()).toMatchObject({ code: 'CHAIN_BUSY' })
    expect(refused().message).toContain(other.number)
    showAndConfirm(core, other.number)
    core.draws.freeze(operator, amending.number)
  })
})

describe('what a match may not change', () => {
  test('people for an unwitnessed draw without an approved 实施方案 are drawn no official way', () => {
    const { core } = openSample()
    const { number } = hold(core, gasPlan())
    const { number: match } = core.draws.commit(operator, core.draws.draft(operator, matchPlan(number)))
    expect(refusalOf(() => core.draws.freeze(operator, match))).toMatchObject({ code: 'NOT_APPROVED' })
    core.draws.abort(operator, match, { reason: '没有批准', approver: '苏文彬', supervisor: '陈国栋' })
    freeze(core, matchPlan(number, { mode: 'unwitnessed' }))
  })

  test('S3 第十七条：the departments of a joint draw, and its 发起部门', () => {
    const { core } = openSample()
    const joint = { initiator: '质安站', departments: ['燃气办'] }
    const { number } = hold(core, objectsOnlyPlan({ joint }))
    const { number: match } = core.draws.commit(operator, core.draws.draft(operator, matchPlan(number)))
    const refused = () => refusalOf(() => core.draws.freeze(operator, match))
    expect(refused()).toMatchObject({ code: 'RULE_BROKEN' })
    expect(refused().message).toContain('燃气办在检查组中没有席位')
    const other = { initiator: '燃气办', departments: ['质安站'] }
    core.draws.draft(operator, matchPlan(number, { joint: other }), core.draws.read(match).draft)
    expect(refused().message).toContain('发起部门是“质安站”')
    core.draws.draft(
      operator,
      matchPlan(number, {
        joint,
        slots: [
          { role: 'L', department: '质安站' },
          { role: 'M', department: '燃气办' },
        ],
      }),
      core.draws.read(match).draft,
    )
    core.draws.freeze(operator, match)
  })

  test('people who are sent directly are not matched besides', () => {
    const { core } = openSample()
    const people = { mode: 'direct', reason: '专业人员不足', inspectors: [inspectorId(1), inspectorId(2)] }
    const { number } = hold(core, objectsOnlyPlan({ people }))
    const { problem } = core.draws.preview(operator, matchPlan(number))
    expect(problem?.code).toBe('RULE_BROKEN')
    expect(problem?.message).toContain('直接委派')
  })
})

describe('who is sent', () => {
  test('S0 三（六）2：two or three people, not more; a joint draw has a seat for each department', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'dawa' })
    const plan = (seats: number, fields: object = {}) =>
      eachPlan({
        basis: null,
        mode: 'unwitnessed',
        slots: Array.from({ length: seats }, () => ({ role: 'M' })),
        ...fields,
      })
    expect(core.draws.preview(operator, plan(3)).problem).toBeNull()
    const { problem, rules } = core.draws.preview(operator, plan(4))
    expect(problem?.code).toBe('RULE_BROKEN')
    expect(problem?.message).toContain('2-3位检查人员')
    expect(rules?.problems).toMatchObject([{ code: 'group-size', clause: '大洼细则三（六）2' }])
  })

  test('S3 第十五条：the 发起部门 is the one of the annual plan', () => {
    const { core } = openSample()
    approvePlanLine(core, { jointInitiator: '质安站', jointDepartments: ['燃气办'] })
    const slots = [
      { role: 'L', department: '质安站' },
      { role: 'M', department: '燃气办' },
    ]
    const said = (joint: object | null) =>
      core.draws.preview(operator, eachPlan({ basis: lineBasis, joint, slots, domains: [] })).problem
    expect(said({ initiator: '燃气办', departments: ['质安站'] })).toMatchObject({ code: 'OUTSIDE_THE_PLAN' })
    expect(said(null)).toMatchObject({ code: 'OUTSIDE_THE_PLAN' })
    expect(said({ initiator: '质安站', departments: ['燃气办'] })).toBeNull()
  })
})

describe('what was approved', () => {
  test('an approval of a day that is still to come carries no draw', () => {
    const { core, clock } = openSample()
    clock.set('2026-11-17T09:00:00+08:00')
    const { problem } = core.draws.preview(operator, eachPlan())
    expect(problem?.code).toBe('NOT_APPROVED')
    expect(problem?.message).toContain('批准日期是2026-11-18')
    clock.set('2026-11-18T09:00:00+08:00')
    expect(core.draws.preview(operator, eachPlan()).problem).toBeNull()
  })

  test('S2 第八条、第九条：more than plan line and 实施方案 say is said on paper', () => {
    const { core } = openSample()
    approvePlanLine(core, { ratio: 2000 })
    const notesOf = (number: number) => {
      const strata = [{ id: 'YB', name: '全部', number }]
      return core.drawFacts(hold(core, objectsOnlyPlan({ basis: lineBasis, conditions: {}, strata })).number)
        .notes
    }
    expect(notesOf(3)).toEqual([])
    expect(notesOf(5)).toEqual([
      '计划项“2026-01”按计划的比例应抽4个，本次抽取5个。',
      '实施方案列明被检查对象3个，本次抽取5个。',
    ])
  })
})

describe('回避', () => {
  test('holds for a person and an object that were entered anew', () => {
    const { core } = openSample()
    const { inspectors } = core.database
    const plan = eachPlan({
      basis: null,
      mode: 'unwitnessed',
      strata: [{ id: 'RQ', name: '燃气', number: 1 }],
    })
    const person = core.database.transaction(() => {
      const { row } = inspectors.retire(serial(inspectorId(3)), stamp)
      const [added = ''] = inspectors.add([row], stamp)
      return `YL01-${added}`
    })
    const object = enterAnew(core, objectId(1))
    const { number } = freeze(core, plan)
    expect(core.database.draws.freeze(number, 1)?.recusals).toContain(`${object}\t${person}`)
  })

  test('S0 三（六）2：of people who are sent directly two are left for every object that may be drawn', () => {
    const { core } = openSample()
    const plan = (inspectors: readonly number[], leaveOut: object = {}) =>
      objectsOnlyPlan({
        people: { mode: 'direct', reason: '专业人员不足', inspectors: inspectors.map(inspectorId) },
        leaveOut,
      })
    const { problem } = core.draws.preview(operator, plan([1, 3]))
    expect(problem?.code).toBe('RULE_BROKEN')
    expect(problem?.message).toContain('燃气公司1')
    expect(core.draws.preview(operator, plan([1, 2, 3])).problem).toBeNull()
    const without = { objects: [{ id: objectId(1), reason: '须回避' }] }
    expect(core.draws.preview(operator, plan([1, 3], without)).problem).toBeNull()
    const { number } = hold(core, plan([1, 2, 3]))
    expect(core.drawFacts(number).notes.join()).toContain('检查员3与燃气公司1有回避关系')
  })
})
