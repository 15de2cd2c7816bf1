import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AmendmentForm,
  amendmentPlanOf,
  formOfAmendment,
} from '../../../../renderer/console/draws/amendment-form.ts'
import { unfilled } from '../../../../renderer/console/draws/ceremony-form.ts'
import {
  formOfPlan,
  newPlanForm,
  type PlanForm,
  planOf,
} from '../../../../renderer/console/draws/plan-form.ts'
import { readPlan } from '../../../../renderer/console/draws/plan-problems.ts'
import { missingOfPlan } from '../../../../renderer/console/draws/plan-sections.ts'
import { creditGrades, objectKinds, objectMarks } from '../../../../shared/registry/inspection-object.ts'
import { serialSchema } from '../../../../shared/registry/office.ts'

const proposal = { venue: '局三楼会议室', operator: '赵敏', witnessRole: '纪检监察人员' }
const word = fc.constantFrom('物业服务', '燃气', '城关镇', '质量安全股', '云住建〔2026〕31号', '陈国栋')
const maybe = fc.oneof(fc.constant(''), word)
const words = fc.uniqueArray(word, { maxLength: 3 })
const conditions = fc.record({
  kinds: fc.uniqueArray(fc.constantFrom(...objectKinds)),
  businessCategories: words,
  regions: words,
  departments: words,
  creditGrades: fc.uniqueArray(fc.constantFrom(...creditGrades)),
  marks: fc.uniqueArray(fc.constantFrom(...objectMarks)),
  items: words,
})
const share = fc.oneof(
  fc.record({
    by: fc.constant('ratio' as const),
    ratio: fc.constantFrom('5', '12.5', '100', '0.01', '5.0'),
    number: fc.constant(''),
  }),
  fc.record({ by: fc.constant('number' as const), ratio: fc.constant(''), number: fc.nat(9999).map(String) }),
)
const stratum = fc
  .tuple(fc.constantFrom('A', 'B', 'C', 'TS'), word, conditions, share)
  .map(([id, name, given, much]) => ({ id, name, conditions: given, ...much }))
const leaveOut = fc.uniqueArray(
  fc.record({ id: fc.nat(99).map((n) => `YL01-O${String(n).padStart(6, '0')}`), reason: maybe }),
  { selector: ({ id }) => id, maxLength: 2 },
)
const slot = fc.record({
  role: fc.constantFrom('L' as const, 'M' as const),
  department: fc.constantFrom('*', '质量安全股'),
})
const groups = fc.oneof(
  fc.record({ topology: fc.constant('none' as const), teams: fc.constant(''), slots: fc.constant([]) }),
  fc.record({
    topology: fc.constant('teams' as const),
    teams: fc.integer({ min: 1, max: 99 }).map(String),
    slots: fc.array(slot, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    topology: fc.constant('each' as const),
    teams: fc.constant(''),
    slots: fc.array(slot, { minLength: 1, maxLength: 4 }),
  }),
)
const domain = fc.record({
  id: fc.constant('ly1'),
  name: word,
  businessCategories: fc.uniqueArray(word, { minLength: 1 }),
  specialties: fc.uniqueArray(word, { minLength: 1 }),
})
const ceremony = {
  mode: fc.constantFrom('official' as const, 'rehearsal' as const),
  confidential: fc.boolean(),
  taskName: maybe,
  documentNumber: maybe,
  items: words,
  venue: maybe,
  operator: fc.constantFrom('', '赵敏'),
  host: maybe,
  recorder: maybe,
  supervisor: maybe,
  mediaNumber: maybe,
  witnesses: fc.array(fc.record({ role: maybe, name: maybe }), { minLength: 1, maxLength: 3 }),
}
const scheme = fc.constantFrom(null, '00000000-0000-4000-8000-000000000002')
const rests = fc.oneof(
  fc.record({
    on: fc.constant('line' as const),
    line: fc.constant(serialSchema.parse('L000001')),
    scheme,
  }),
  fc.record({ on: fc.constant('outside' as const), reason: maybe, scheme }),
)
/** An official draw that rests on no line yet, and a rehearsal that rests on none. */
const restless = (mode: PlanForm['mode']): PlanForm['basis'] =>
  mode === 'official' ? { on: 'line', line: null, scheme: null } : { on: 'none' }
const people: fc.Arbitrary<PlanForm['people']> = fc.oneof(
  fc.constant({ mode: 'own' as const, reason: '', origins: [], inspectors: [] }),
  fc.record({
    mode: fc.constant('cross-region' as const),
    reason: maybe,
    origins: fc.uniqueArray(fc.constantFrom('下级单位' as const, '邻近区域' as const), { minLength: 1 }),
    inspectors: fc.constant([]),
  }),
  fc.record({
    mode: fc.constant('direct' as const),
    reason: maybe,
    origins: fc.constant([]),
    inspectors: fc.uniqueArray(fc.constantFrom('YL01-P000001', 'YL01-P000002'), { minLength: 1 }),
  }),
)
const rules = {
  setAside: fc.uniqueArray(
    fc.record({ rule: fc.constantFrom('ratio-floor', 'yearly-cap', 'already-drawn'), reason: word }),
    { selector: ({ rule }) => rule, maxLength: 2 },
  ),
  platform: fc.oneof(
    fc.constant({ by: 'number' as const, text: '' }),
    fc.record({ by: fc.constantFrom('number' as const, 'ground' as const), text: word }),
  ),
  people,
  joint: fc.option(
    fc.record({ initiator: maybe, departments: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) }),
    { nil: null },
  ),
}
const form: fc.Arbitrary<PlanForm> = fc
  .tuple(
    fc.record({
      ...ceremony,
      ...rules,
      conditions,
      strata: fc.uniqueArray(stratum, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
      domains: fc.array(domain, { maxLength: 1 }),
      inspectorDepartments: words,
      leaveOutObjects: leaveOut,
      leaveOutInspectors: leaveOut,
    }),
    groups,
    fc.option(rests, { nil: null }),
  )
  .map(([rest, seats, basis]) => ({
    ...rest,
    ...seats,
    // Whoever is sent is not drawn.
    ...(rest.people.mode === 'direct' ? { topology: 'none' as const, teams: '', slots: [] } : {}),
    basis: basis ?? restless(rest.mode),
  }))

describe('The form of a draw', () => {
  it('sends what it shows: the plan that is sent, shown again, is the same form', () => {
    fc.assert(
      fc.property(form, (filled) => {
        const read = readPlan(planOf(filled))
        if (!read.ok) throw new Error(read.problems.join('；'))
        if (read.plan.kind !== 'draw') throw new Error(read.plan.kind)
        expect(formOfPlan(read.plan)).toEqual(filled)
        expect(planOf(formOfPlan(read.plan))).toEqual(planOf(filled))
      }),
      { numRuns: 300, seed: 20261121 },
    )
  })

  it('is kept as a draft from the first field on, and no number is taken while something is missing', () => {
    const fresh = newPlanForm(proposal)
    const read = readPlan(planOf(fresh))
    expect(read).toMatchObject({
      ok: true,
      plan: { task: { name: unfilled }, witnesses: [{ role: '纪检监察人员', name: unfilled }] },
    })
    expect(missingOfPlan(fresh).map(({ words }) => words)).toEqual([
      '选择计划项',
      '填写任务名称',
      '填写见证人的姓名',
    ])
    const filled: PlanForm = {
      ...fresh,
      mode: 'rehearsal',
      basis: { on: 'none' },
      taskName: '2026年物业服务双随机抽查',
      items: ['物业服务企业监督检查'],
      witnesses: [{ role: '纪检监察人员', name: '陈国栋' }],
    }
    expect(missingOfPlan(filled)).toEqual([])
    expect(JSON.stringify(planOf(filled))).not.toContain(unfilled)
  })

  it('cleans what was typed as the lists hold text, and nothing else', () => {
    const plan = planOf({ ...newPlanForm(proposal), taskName: ' 2026年\n抽查　 一 ', venue: '  ' })
    expect(plan.task.name).toBe('2026年 抽查 一')
    expect(plan.venue).toBe(unfilled)
  })

  it.each([
    [{ strata: [{ ...strataOf(), ratio: '五' }] }, '分层第1项比例：比例形如 5% 或 12.5%，不超过100%'],
    [{ strata: [{ ...strataOf(), ratio: '120' }] }, '分层第1项比例：比例形如 5% 或 12.5%，不超过100%'],
    [{ strata: [{ ...strataOf(), by: 'number', number: '' }] }, '分层第1项数量：没有填写，或类型不对'],
    [{ strata: [{ ...strataOf(), by: 'number', number: '-3' }] }, '分层第1项数量：没有填写，或类型不对'],
    [{ teams: '两' }, '组数：没有填写，或类型不对'],
    [{ operator: '赵敏', witnesses: [{ role: '见证人', name: '赵敏' }] }, '见证人不能是操作人本人'],
  ] satisfies [Partial<PlanForm>, string][])('says in words what is no plan: %j', (patch, sentence) => {
    const read = readPlan(planOf({ ...newPlanForm(proposal), ...patch }))
    expect(read).toMatchObject({ ok: false, problems: expect.arrayContaining([sentence]) })
  })
})

function strataOf() {
  const [first] = newPlanForm(proposal).strata
  if (first === undefined) throw new Error('a new plan has a stratum')
  return first
}

const amendment: fc.Arbitrary<AmendmentForm> = fc
  .tuple(
    fc.record({
      ...ceremony,
      amends: fc.constant('YL01-2026-0002'),
      reason: maybe,
      approver: maybe,
      approvalNumber: maybe,
      objects: fc.uniqueArray(fc.constantFrom('YL01-O000001', 'YL01-O000002')),
      inspectorDepartments: words,
      domains: fc.array(domain, { maxLength: 1 }),
    }),
    fc.constantFrom('match' as const, 'replace-inspector' as const, 'replace-object' as const),
    groups.filter(({ topology }) => topology !== 'none'),
    leaveOut,
  )
  .map(([rest, kind, people, left]) => {
    const none = { topology: 'each' as const, teams: '', slots: [], domains: [], inspectorDepartments: [] }
    return {
      ...rest,
      ...(kind === 'match' ? people : none),
      kind,
      leaves: kind === 'match' ? '' : kind === 'replace-object' ? 'YL01-O000001' : 'YL01-P000003',
      objects: kind === 'replace-object' ? [] : rest.objects,
      leaveOutObjects: kind === 'replace-object' ? left : [],
      leaveOutInspectors: kind === 'replace-object' ? [] : left,
    }
  })

describe('The form of a match or a replacement', () => {
  it('sends what it shows', () => {
    fc.assert(
      fc.property(amendment, (filled) => {
        const read = readPlan(amendmentPlanOf(filled))
        if (!read.ok) throw new Error(read.problems.join('；'))
        if (read.plan.kind === 'draw') throw new Error(read.plan.kind)
        expect(formOfAmendment(read.plan)).toEqual(filled)
      }),
      { numRuns: 300, seed: 20261121 },
    )
  })
})
