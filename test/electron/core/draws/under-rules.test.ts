import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { Inspector } from '../../../../shared/registry/inspector.ts'
import type { Serial } from '../../../../shared/registry/office.ts'
import { anInspector, aVisit } from '../../../db/sample-rows.ts'
import { approvePlanLine, lineBasis } from '../approved-scheme.ts'
import {
  asState,
  freeze,
  giveDigits,
  hold,
  openSample,
  operator,
  refusalOf,
  showAndConfirm,
} from '../sample-core.ts'
import {
  eachPlan,
  inspectorId,
  matchPlan,
  objectId,
  objectsOnlyPlan,
  replaceObjectPlan,
  teamsPlan,
} from '../sample-registers.ts'

const stamp = { at: '2026-11-19T10:00:00+08:00', by: '王操作' }
const serial = (id: string) => id.slice(5) as Serial

/** Objects that a plan would leave out, with the reason and its clause. */
function leftOut(core: Core, plan: object): Record<string, string> {
  const { excluded } = core.draws.preview(operator, plan)
  return Object.fromEntries(
    excluded.filter((e) => e.what === 'object').map((e) => [e.id, `${e.reasonCode} ${e.clause}`]),
  )
}

const drawnOf = (core: Core, number: string) => core.drawFacts(number).results.map(({ id }) => id)

function visit(core: Core, n: number, fields: Parameters<typeof aVisit>[1] = {}): void {
  core.database.transaction(() => core.database.visits.add([aVisit(serial(objectId(n)), fields)], stamp))
}

describe('the year of an object', () => {
  test('S2 第十一条：who was drawn is not drawn again; a rehearsal and a void outcome do not count', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'changde' })
    const plan = objectsOnlyPlan({
      basis: null,
      mode: 'unwitnessed',
      strata: [{ id: 'RQ', name: '燃气', number: 2 }],
    })
    hold(core, { ...plan, mode: 'rehearsal' })
    expect(leftOut(core, plan)).toEqual({ [objectId(6)]: 'not-in-business null' })

    const { number } = hold(core, plan)
    const drawn = drawnOf(core, number)
    expect(leftOut(core, plan)).toEqual({
      [objectId(6)]: 'not-in-business null',
      ...Object.fromEntries(drawn.map((id) => [id, 'already-drawn 常德细则第十一条'])),
    })
    const second = hold(core, plan)
    expect(drawnOf(core, second.number).filter((id) => drawn.includes(id))).toEqual([])

    const order = { reason: '名单有误', approver: '苏文彬', supervisor: '陈国栋', decision: '决〔2026〕1号' }
    core.draws.declareVoid(operator, number, order)
    expect(Object.keys(leftOut(core, plan)).sort()).toEqual(
      [objectId(6), ...drawnOf(core, second.number)].sort(),
    )
  })

  test('S0 三（七）：two visits of whatever kind fill the year; another year’s do not count', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'dawa' })
    const plan = objectsOnlyPlan({
      basis: null,
      mode: 'unwitnessed',
      strata: [{ id: 'RQ', name: '燃气', number: 1 }],
    })
    visit(core, 1)
    visit(core, 1, { kind: '其他部门检查', date: '2026-08-01' })
    visit(core, 2)
    visit(core, 2, { date: '2025-12-31' })
    expect(leftOut(core, plan)).toMatchObject({ [objectId(1)]: 'yearly-cap 大洼细则三（七）' })
    expect(leftOut(core, plan)[objectId(2)]).toBeUndefined()
    expect(core.rules.eligible('抽查事项1', '2026-11-20').objects[0]).toMatchObject({
      id: objectId(1),
      in: false,
      code: 'yearly-cap',
      clause: '大洼细则三（七）',
      sentence: expect.stringContaining('其他部门检查 2026-08-01'),
    })
    expect(core.rules.eligible('抽查事项1', '2025-12-31').objects[0]).toMatchObject({ in: true })
  })

  test('an object that was replaced does not count, the one that came in does', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'changde' })
    const mode = 'unwitnessed'
    const plan = objectsOnlyPlan({ basis: null, mode, strata: [{ id: 'RQ', name: '燃气', number: 2 }] })
    const { number } = hold(core, plan)
    const [gone = '', stays = ''] = drawnOf(core, number)
    hold(core, replaceObjectPlan(number, gone, { mode }))
    const inForce = core.draws.inForce(number).objects.map(({ id }) => id)
    const out = leftOut(core, plan)
    expect(Object.keys(out).sort()).toEqual([objectId(6), ...inForce].sort())
    expect(inForce).toContain(stays)
    expect(out[gone]).toBeUndefined()
  })

  test('a replacement counts no draw against its own chain, and another draw against everybody', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'changde' })
    const mode = 'unwitnessed'
    const plan = objectsOnlyPlan({ basis: null, mode, strata: [{ id: 'RQ', name: '燃气', number: 2 }] })
    const { number } = hold(core, plan)
    const other = hold(core, plan)
    const [gone = ''] = drawnOf(core, number)
    const { excluded } = core.draws.preview(operator, replaceObjectPlan(number, gone, { mode }))
    const because = Object.fromEntries(excluded.map((e) => [e.id, e.reasonCode]))
    expect(because[gone]).toBe('leaves')
    for (const id of drawnOf(core, other.number)) expect(because[id]).toBe('already-drawn')
  })

  test('an outcome that is not shown yet is told by no other draw, which waits for it', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'changde' })
    const plan = objectsOnlyPlan({
      basis: null,
      mode: 'unwitnessed',
      strata: [{ id: 'RQ', name: '燃气', number: 2 }],
    })
    const { number } = freeze(core, plan)
    giveDigits(core, number)
    expect(leftOut(core, plan)).toEqual({ [objectId(6)]: 'not-in-business null' })
    const next = core.draws.commit(operator, core.draws.draft(operator, plan))
    const { code, message } = refusalOf(() => core.draws.freeze(operator, next.number))
    expect(code).toBe('CHAIN_BUSY')
    expect(message).toContain(number)
    showAndConfirm(core, number)
    expect(Object.keys(leftOut(core, plan))).toHaveLength(3)
    core.draws.freeze(operator, next.number)
  })

  test('原则上 yields to a printed reason, 不超过 does not', () => {
    const { core } = openSample()
    approvePlanLine(core)
    core.writeSettings(operator, { preset: 'changde' })
    const strata = [{ id: 'YB', name: '全部', number: 1 }]
    const plan = (setAside: object[] = []) =>
      objectsOnlyPlan({ basis: lineBasis, conditions: {}, strata, setAside })
    const [first = ''] = drawnOf(core, hold(core, plan()).number)
    expect(leftOut(core, plan())[first]).toBe('already-drawn 常德细则第十一条')
    const reason = '上次抽查发现问题，须再次抽查'
    const aside = [{ rule: 'already-drawn', reason }]
    expect(leftOut(core, plan(aside))[first]).toBeUndefined()
    const { number } = hold(core, plan(aside))
    const printed = core
      .drawFacts(number)
      .grounds.map(({ text }) => text)
      .join()
    expect(printed).toContain('常德细则第十一条')
    expect(printed).toContain(reason)

    const cap = core.draws.preview(operator, plan([{ rule: 'yearly-cap', reason }]))
    expect(cap.problem?.code).toBe('RULE_BROKEN')
    expect(cap.problem?.message).toContain('不能以写明理由代替执行')
  })
})

describe('how many are drawn', () => {
  const planned = (fields: object = {}) => objectsOnlyPlan({ basis: lineBasis, conditions: {}, ...fields })
  const ratio = (value: string) => [{ id: 'YB', name: '全部', ratio: value }]

  test('a ratio counts the register before exclusions, and is rounded up', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const { strata, rules } = core.draws.preview(operator, planned({ strata: ratio('20%') }))
    expect(rules?.registerSize).toBe(16)
    // 15 of the 16 may be drawn: 20 % of 16 is 3.2, of 15 it would be 3.
    expect(strata).toEqual([
      {
        id: 'YB',
        size: 15,
        sample: 4,
        basis: '全部名录16个，排除后可抽15个，按名录的20%应抽4个，不足一个的进一',
      },
    ])
  })

  test('S1 第九条：below the floor is refused with the clause and both numbers, and allowed with a reason', () => {
    const { core } = openSample()
    approvePlanLine(core)
    core.writeSettings(operator, { preset: 'zhangping' })
    const { items } = core.database
    const item = items.current()[0]
    if (item === undefined) throw new Error('no item')
    core.database.transaction(() =>
      items.change(item.serial, { ...item.row, ratioFloor: 2500, lawBasis: '《燃气条例》第四十一条' }, stamp),
    )
    const few = { strata: [{ id: 'YB', name: '全部', number: 3 }] }
    const { rules, problem } = core.draws.preview(operator, planned(few))
    expect(rules?.problems).toMatchObject([
      { code: 'ratio-floor', clause: '《燃气条例》第四十一条', canSetAside: false },
    ])
    expect(problem?.code).toBe('RULE_BROKEN')
    for (const words of ['《燃气条例》第四十一条', '名录（排除前）共16个', '本次抽3个', '应抽的4个'])
      expect(problem?.message).toContain(words)
    const { number } = core.draws.commit(operator, core.draws.draft(operator, planned(few)))
    expect(refusalOf(() => core.draws.freeze(operator, number)).code).toBe('RULE_BROKEN')
  })

  test('S2 第八条：above the ceiling yields to a printed reason', () => {
    const { core } = openSample()
    approvePlanLine(core)
    core.writeSettings(operator, { preset: 'changde' })
    const { problem, rules } = core.draws.preview(operator, planned({ strata: ratio('50%') }))
    expect(problem?.message).toContain('常德细则第八条')
    expect(rules?.problems).toMatchObject([{ code: 'ratio-ceiling', canSetAside: true }])
    const reason = '重大活动前集中整治'
    const { number } = hold(
      core,
      planned({ strata: ratio('50%'), setAside: [{ rule: 'ratio-ceiling', reason }] }),
    )
    expect(
      core
        .drawFacts(number)
        .grounds.map(({ text }) => text)
        .join(),
    ).toContain(`理由：${reason}`)
  })

  test('rounding up in each stratum never passes the ceiling of all', () => {
    const { core } = openSample()
    approvePlanLine(core)
    core.writeSettings(operator, { preset: 'changde' })
    const strata = [
      { id: 'TS', name: '投诉多的', conditions: { marks: ['投诉举报多'] }, ratio: '10%' },
      { id: 'YB', name: '其余', ratio: '10%' },
    ]
    const preview = core.draws.preview(operator, planned({ strata }))
    // 10 % of 16 is 1 at most; rounded up the strata would come to 1 and 2.
    expect(preview.strata.map(({ sample }) => sample)).toEqual([0, 1])
    expect(preview.problem).toBeNull()
    expect(preview.strata[1]?.basis).toContain('为不超过上限，不足一个的舍去')
  })

  test('an item whose law and 执行细则 leave no ratio is refused, showing both', () => {
    const { core } = openSample()
    approvePlanLine(core)
    core.writeSettings(operator, { preset: 'changde' })
    const { items } = core.database
    const item = items.current()[0]
    if (item === undefined) throw new Error('no item')
    core.database.transaction(() =>
      items.change(item.serial, { ...item.row, ratioFloor: 5000, lawBasis: '《燃气条例》第四十一条' }, stamp),
    )
    for (const work of [
      () => core.draws.preview(operator, planned({ strata: ratio('50%') })),
      () => core.draws.propose({ line: lineBasis.line as Serial }),
    ]) {
      const { code, message } = refusalOf(work)
      expect(code).toBe('BOUNDS_EMPTY')
      expect(message).toContain('《燃气条例》第四十一条')
      expect(message).toContain('常德细则第八条')
    }
  })

  test('S0 三（七）：several items on one object are one visit, and the saved visits are counted', () => {
    const { core } = openSample()
    approvePlanLine(core, { furtherItems: ['燃气专项检查'] })
    const { items } = core.database
    const [item] = items.current()
    if (item === undefined) throw new Error('no item')
    core.database.transaction(() =>
      items.add(
        [{ ...item.row, name: '燃气专项检查', appliesKinds: [], appliesCategories: ['燃气经营'] }],
        stamp,
      ),
    )
    const plan = planned({
      mode: 'rehearsal',
      items: ['抽查事项1', '燃气专项检查'],
      strata: ratio('20%'),
    })
    const { rules } = core.draws.preview(operator, plan)
    expect(rules?.savedVisits).toBe(5)
    const { number } = hold(core, plan)
    const facts = core.drawFacts(number)
    const gas = facts.results.filter(({ name }) => name.startsWith('燃气')).length
    expect(facts.notes).toContain(`分别检查需${4 + gas}次，合并后4次，减少${gas}次。`)
    for (const { name } of facts.results.filter((result) => result.name.startsWith('物业')))
      expect(facts.notes).toContain(`${name}只检查：抽查事项1。`)
    expect(facts.grounds.map(({ title }) => title)).toContain('合并检查')
  })
})

describe('who is sent', () => {
  const joined = (
    core: Core,
    origin: Inspector['origin'],
    unit: string,
    n: number,
    fields: Partial<Inspector> = {},
  ) =>
    core.database.transaction(() =>
      core.database.inspectors.add(
        [anInspector(n, { origin, unit, department: '监管一股', specialties: ['燃气'], ...fields })],
        stamp,
      ),
    )
  const people = (core: Core, plan: object) => {
    const { excluded, inspectors } = core.draws.preview(operator, plan)
    return { inspectors, others: excluded.filter((e) => e.reasonCode === 'other-origin').map((e) => e.id) }
  }

  test('S3 第十七条：every department of a joint draw has its seat, and the 发起部门 leads', () => {
    const { core } = openSample()
    approvePlanLine(core)
    core.writeSettings(operator, { preset: 'heilongjiang' })
    joined(core, '联合部门', '市场监管局', 21)
    joined(core, '联合部门', '消防救援大队', 22)
    const joint = { initiator: '质安站', departments: ['市场监管局'] }
    const plan = (slots: object[]) =>
      eachPlan({ basis: lineBasis, platform: { number: 'HLJ-1' }, joint, slots, domains: [] })
    const seat = (role: string, department: string) => ({ role, department })
    const said = (slots: object[]) => core.draws.preview(operator, plan(slots)).problem?.message ?? ''
    expect(said([seat('L', '质安站'), seat('M', '*')])).toContain('市场监管局在检查组中没有席位')
    expect(said([seat('L', '市场监管局'), seat('M', '质安站')])).toContain('黑龙江细则第十七条')
    expect(people(core, plan([seat('L', '质安站'), seat('M', '市场监管局')]))).toEqual({
      inspectors: 9,
      others: [inspectorId(12)],
    })
    const { number } = hold(core, plan([seat('L', '质安站'), seat('M', '市场监管局')]))
    const facts = core.drawFacts(number)
    expect(facts.grounds).toContainEqual({
      title: '联合抽查',
      text: '发起部门：质安站；参与部门：市场监管局',
    })
    for (const { inspectors } of facts.results) expect(inspectors[1]?.id).toBe(inspectorId(11))
  })

  test('S4 （八）：people from below come in where the reason is printed, and nobody else', () => {
    const { core } = openSample()
    approvePlanLine(core)
    joined(core, '下级单位', '云溪镇', 21)
    joined(core, '邻近区域', '青坪县住建局', 22)
    const own = eachPlan({ basis: lineBasis })
    expect(people(core, own).others).toEqual([inspectorId(11), inspectorId(12)])
    const reason = '本单位燃气专业人员不足'
    const cross = { mode: 'cross-region', reason, origins: ['下级单位'] }
    expect(people(core, eachPlan({ basis: lineBasis, people: cross }))).toEqual({
      inspectors: 9,
      others: [inspectorId(12)],
    })
    const { number } = hold(core, eachPlan({ basis: lineBasis, people: cross }))
    expect(
      core
        .drawFacts(number)
        .grounds.map(({ text }) => text)
        .join(),
    ).toContain(`原因：${reason}`)
  })

  test('直接委派 names people without a draw: each is checked, and printed with the reason', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const reason = '专业人员不足两名'
    const plan = (inspectors: readonly number[]) =>
      objectsOnlyPlan({
        basis: lineBasis,
        people: { mode: 'direct', reason, inspectors: inspectors.map(inspectorId) },
      })
    const said = (inspectors: readonly number[]) => core.draws.preview(operator, plan(inspectors)).problem
    expect(said([1])).toMatchObject({ code: 'RULE_BROKEN' })
    expect(said([1, 9])?.message).toContain('检查员9（YL01-P000009）不在岗')
    expect(said([1, 10])?.message).toContain('专家或第三方')
    expect(refusalOf(() => core.draws.preview(operator, plan([1, 99]))).code).toBe('UNKNOWN_ID')
    expect(
      refusalOf(() =>
        core.draws.draft(operator, { ...plan([1, 2]), topology: 'each', slots: [{ role: 'M' }] }),
      ).code,
    ).toBe('PLAN_INVALID')

    const { number } = hold(core, plan([1, 2]))
    const { grounds } = core.drawFacts(number)
    const text = grounds.find(({ title }) => title === '人员来源')?.text ?? ''
    for (const words of [`直接委派（原因：${reason}）`, '检查员1', '13000000001', '检查员2', '未经随机抽取'])
      expect(text).toContain(words)
  })

  test('who was retired after the draft was written is named', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const { inspectors } = core.database
    const direct = objectsOnlyPlan({
      basis: lineBasis,
      people: { mode: 'direct', reason: '人员不足', inspectors: [inspectorId(1), inspectorId(2)] },
    })
    const leaving = eachPlan({
      basis: lineBasis,
      leaveOut: { inspectors: [{ id: inspectorId(1), reason: '出差' }] },
    })
    const drafts = [direct, leaving].map((plan) => core.draws.draft(operator, plan))
    core.database.transaction(() => inspectors.retire(serial(inspectorId(1)), stamp))
    for (const draft of drafts) {
      const { number } = core.draws.commit(operator, draft)
      const { message } = refusalOf(() => core.draws.freeze(operator, number))
      expect(message).toContain('检查员1（YL01-P000001）')
      expect(message).toContain('停用')
    }
  })

  test('a match inherits what its draw rests on', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const { number } = hold(core, objectsOnlyPlan({ basis: lineBasis }))
    const match = hold(core, matchPlan(number))
    expect(core.drawFacts(match.number).grounds).toEqual(core.drawFacts(number).grounds)
  })
})

describe('registers that change after the freeze', () => {
  test('are told, and the frozen lists stay', () => {
    const { core } = openSample()
    approvePlanLine(core)
    const { objects, inspectors } = core.database
    const { number } = freeze(core, eachPlan({ basis: lineBasis }))
    expect(core.draws.drift(number)).toEqual({ objects: 0, inspectors: 0, sentence: null })
    core.database.transaction(() => {
      const first = objects.get(serial(objectId(1)))
      if (first === null) throw new Error('no object')
      objects.change(first.serial, { ...first.row, address: '新址' }, stamp)
      objects.add([{ ...first.row, name: '新的燃气公司', uscc: '91510000MA99999999' }], stamp)
      inspectors.retire(serial(inspectorId(4)), stamp)
    })
    expect(core.draws.drift(number)).toEqual({
      objects: 2,
      inspectors: 1,
      sentence: '锁定之后名录有改动：检查对象2个，执法检查人员1名；锁定名单不变。',
    })
    const frozen = asState(core.draws.read(number), 'frozen')
    expect(frozen.counts.objects).toBe(5)
    hold(core, teamsPlan())
    giveDigits(core, number)
    expect(core.draws.drift(number).objects).toBe(2)
  })

  test('are told of a freeze only', () => {
    const { core } = openSample()
    const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
    expect(refusalOf(() => core.draws.drift(number)).code).toBe('WRONG_STATE')
  })
})
