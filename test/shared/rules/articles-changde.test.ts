import { describe, expect, test } from 'vitest'
import { checkSample, ratioBounds, sampleBounds } from '../../../shared/rules/bounds.ts'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { inspectorExclusions } from '../../../shared/rules/eligibility.ts'
import { checkPlan } from '../../../shared/rules/plan-checks.ts'
import { checkPlanLine } from '../../../shared/rules/plan-line-checks.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { nothingSetAside, setAsideSentences } from '../../../shared/rules/set-aside.ts'
import { anInspector, anItem, aPlanLine } from '../../db/sample-rows.ts'
import { aFirm, aVisit, codesOf, drawn, judged, on, rulesOf, saidOf } from './rules-fixture.ts'

const preset = presets.changde
const line = aPlanLine(1, {
  item: '抽查事项1',
  ratio: 500,
  frequency: 1,
  scope: '全部房地产企业',
  period: '9月',
  inspectors: '每组不少于2人',
})

describe('S2 第六条', () => {
  test('应当具有行政编制或者事业编制，并取得执法证件', () => {
    const out = inspectorExclusions(anInspector(1, { establishment: '编外', certificate: null }), on, {
      preset,
    })
    expect(out).toEqual([
      { reasonCode: 'no-establishment', clause: '常德细则第六条' },
      { reasonCode: 'no-certificate', clause: '常德细则第六条' },
    ])
  })
})

describe('S2 第七条', () => {
  test('名录库报经局长办公会审议通过后公布', () => {
    expect(preset.registerApproval).toMatchObject({ clause: '常德细则第七条' })
    expect(preset.registerApproval?.words).toContain('局长办公会')
  })
})

describe('S2 第八条', () => {
  const bounds = () => {
    const found = ratioBounds(preset, anItem(1))
    if (!found.ok) throw new Error(found.sentence)
    return found
  }

  test('抽取比例为市场主体的2%-10%：下限进一，上限去尾，至少1个', () => {
    const sizes = (n: number) => {
      const { least, most } = sampleBounds(bounds(), n)
      return [least?.count, most?.count]
    }
    expect(sizes(412)).toEqual([9, 41])
    expect(sizes(100)).toEqual([2, 10])
    expect(sizes(9)).toEqual([1, 1])
    expect(sizes(0)).toEqual([0, 0])
  })

  test('抽少了、抽多了都指出条款，写明理由的可以', () => {
    const sizes = sampleBounds(bounds(), 100)
    expect(checkSample(1, sizes, nothingSetAside, 90)).toMatchObject([
      { code: 'ratio-floor', clause: '常德细则第八条', canSetAside: true },
    ])
    expect(checkSample(11, sizes, nothingSetAside, 90)).toMatchObject([{ code: 'ratio-ceiling' }])
    expect(checkSample(11, sizes, new Map([['ratio-ceiling', '专项整治']]), 90)).toEqual([])
    expect(checkSample(2, sizes, nothingSetAside, 90)).toEqual([])
    expect(checkSample(10, sizes, nothingSetAside, 90)).toEqual([])
  })

  test('原则上每年开展1-2次', () => {
    const codes = (frequency: number) =>
      checkPlanLine(preset, { ...line, frequency }, anItem(1), 100).map((p) => p.code)
    expect([codes(1), codes(2), codes(3)]).toEqual([[], [], ['frequency-ceiling']])
  })

  test('法定比例和细则没有共同的范围时拒绝，两项规定都写出来', () => {
    const item = anItem(1, { ratioFloor: 2000, lawBasis: '《示例条例》第三条' })
    const found = ratioBounds(preset, item)
    expect(found.ok).toBe(false)
    const [problem] = checkPlanLine(preset, { ...line, ratio: 2000 }, item, 100)
    expect(problem).toMatchObject({ code: 'bounds-conflict', canSetAside: true })
    expect(problem?.sentence).toContain('不低于20%（《示例条例》第三条：法定抽查比例不低于20%）')
    expect(problem?.sentence).toContain('不超过10%（常德细则第八条：')
  })

  test('细则一项写明理由不执行后，法定的仍须遵守', () => {
    const item = anItem(1, { ratioFloor: 2000, lawBasis: '《示例条例》第三条' })
    const reasoned = { ...line, exceptionReason: '法律另有规定' }
    expect(checkPlanLine(preset, { ...reasoned, ratio: 2000 }, item, 100)).toEqual([])
    expect(checkPlanLine(preset, { ...reasoned, ratio: 1500 }, item, 100)).toMatchObject([
      { code: 'ratio-floor', strength: 'firm', clause: '《示例条例》第三条' },
    ])
  })

  test('守信企业可予以不抽查：由单位选择，不选择的照常列入', () => {
    const trusted = aFirm(1, { creditGrade: 'A' })
    expect(judged(rulesOf('changde'), trusted).in).toBe(true)
    const verdict = judged(rulesOf('changde', { exemptTrusted: true }), trusted)
    expect(codesOf(verdict)).toEqual(['trusted'])
    expect(saidOf(verdict)).toContain('常德细则第八条：对于守信企业，在抽取时可予以不抽查或降低抽查次数')
    expect(judged(rulesOf('changde', { exemptTrusted: true }), aFirm(1, { creditGrade: 'B' })).in).toBe(true)
    expect(judged(rulesOf('zhangping', { exemptTrusted: true }), trusted).in).toBe(true)
    const reducing = { ...preset, trusted: preset.trusted && { ...preset.trusted, exempt: false } }
    const rules = rulesOf('changde', { preset: reducing, exemptTrusted: true })
    expect(judged(rules, trusted).in).toBe(true)
  })

  test('被投诉举报多的，不因信用等级A而不抽查', () => {
    const complained = aFirm(1, { creditGrade: 'A', marks: ['投诉举报多'] })
    expect(judged(rulesOf('changde', { exemptTrusted: true }), complained).in).toBe(true)
  })

  test('守信企业可降低抽查：计划写明其比例的，单独分层', () => {
    const strata = defaultStrata(preset, [anItem(1)], { ...line, ratioTrusted: 200 })
    expect(strata.map(({ id, ratio, clause, conditions }) => ({ id, ratio, clause, conditions }))).toEqual([
      { id: 'CA', ratio: 200, clause: '常德细则第八条', conditions: { creditGrades: ['A'] } },
      { id: 'YB', ratio: 500, clause: '常德细则第八条', conditions: {} },
    ])
  })

  test('每年年初制定计划，经领导小组审定', () => {
    const codes = (today: string) =>
      checkPlan(preset, 2026, [], [], new Map(), today).map((p) => [p.code, p.clause])
    expect(codes('2026-01-31')).toEqual([['deadline-near', '常德细则第八条']])
    expect(codes('2026-02-01')).toEqual([['deadline-passed', '常德细则第八条']])
    expect(preset.planApproval?.words).toContain('领导小组审定')
  })
})

describe('S2 第九条', () => {
  test('实施方案包括八项内容', () => {
    expect(preset.scheme).toMatchObject({
      clause: '常德细则第九条',
      contents: [
        '检查事项',
        '实施时间',
        '检查目的',
        '检查程序',
        '工作分工',
        '执法人员数量',
        '被检查对象数量',
        '保密要求',
      ],
    })
    expect(preset.publicity.when).toBe('confidential')
  })
})

describe('S2 第十条', () => {
  test('在领导小组办公室监督下摇号', () => {
    expect(preset).toMatchObject({ witnessRoles: ['领导小组办公室'], clause: '常德细则第十条' })
  })
})

describe('S2 第十一条', () => {
  test('同一年度内不超过2次：抽查和其他部门检查合计', () => {
    const setAside = new Map([['already-drawn', '重点整治']] as const)
    const verdict = judged(rulesOf('changde', { setAside }), aFirm(1), drawn(1, [aVisit()]))
    expect(codesOf(verdict)).toEqual(['yearly-cap'])
    expect(saidOf(verdict)).toBe(
      '常德细则第十一条：在同一年度内对同一市场主体的抽查次数不超过2次；本年度已抽查2次（YL01-2026-0001、其他部门检查 2026-05-06）',
    )
  })

  test('上一年度的不计', () => {
    const year = {
      draws: [{ number: 'YL01-2025-0001', at: '2025-12-31T09:30:00+08:00', items: [] }],
      visits: [aVisit({ date: '2025-12-31' }), aVisit({ date: '2025-12-30' })],
    }
    expect(judged(rulesOf('changde'), aFirm(1), year).in).toBe(true)
  })

  test('抽取之日以后的不计', () => {
    const year = { draws: [], visits: [aVisit({ date: '2026-11-21' }), aVisit({ date: '2026-12-30' })] }
    expect(judged(rulesOf('changde'), aFirm(1), year).in).toBe(true)
    expect(judged(rulesOf('changde', { on: '2026-12-30' }), aFirm(1), year).in).toBe(false)
  })

  test('已抽查过的原则上不再列入当年抽查名单', () => {
    const verdict = judged(rulesOf('changde'), aFirm(1), drawn(1))
    expect(codesOf(verdict)).toEqual(['already-drawn'])
    expect(saidOf(verdict)).toBe(
      '常德细则第十一条：对已抽查过的市场主体，原则上不再列入当年抽查名单；本年度已抽查1次（YL01-2026-0001）',
    )
  })

  test('只被其他部门检查过的，不算已抽查过', () => {
    expect(judged(rulesOf('changde'), aFirm(1), drawn(0, [aVisit()])).in).toBe(true)
  })

  test('原则上的规定写明理由后可以再抽，理由印在文书上', () => {
    const setAside = new Map([['already-drawn', '雨季复查']] as const)
    const verdict = judged(rulesOf('changde', { setAside }), aFirm(1), drawn(1))
    expect(verdict.in).toBe(true)
    expect(saidOf(verdict)).toContain('雨季复查')
    expect(setAsideSentences(preset, setAside)).toEqual([
      '常德细则第十一条：对已抽查过的市场主体，原则上不再列入当年抽查名单。本次不按此执行，理由：雨季复查',
    ])
  })

  test('被投诉举报较多、有严重违法违规记录、失信等级高的，当年可以再抽', () => {
    for (const fields of [
      { marks: ['投诉举报多' as const] },
      { marks: ['严重违法失信' as const] },
      { creditGrade: 'D' as const },
    ]) {
      const verdict = judged(rulesOf('changde'), aFirm(1, fields), drawn(1))
      expect(verdict.in).toBe(true)
      expect(saidOf(verdict)).toContain('适时提高抽查频次（常德细则第十一条）')
    }
    expect(judged(rulesOf('changde'), aFirm(1, { marks: ['经营异常'] }), drawn(1)).in).toBe(false)
  })

  test('但不超过2次是必须遵守的：抽过两次的，有标记、写理由都不再抽', () => {
    const setAside = new Map([
      ['yearly-cap', '工作需要'],
      ['already-drawn', '工作需要'],
    ] as const)
    const complained = aFirm(1, { marks: ['投诉举报多'] })
    expect(codesOf(judged(rulesOf('changde', { setAside }), complained, drawn(2)))).toEqual(['yearly-cap'])
  })
})

describe('S2 第十五条、第十六条', () => {
  test('3个工作日内提交报告，10个工作日内公开', () => {
    expect(preset.terms.map(({ duty, days, from, clause }) => [duty, days, from, clause])).toEqual([
      ['report', 3, 'inspection-ended', '常德细则第十五条'],
      ['publication', 10, 'report-submitted', '常德细则第十六条'],
    ])
  })
})
