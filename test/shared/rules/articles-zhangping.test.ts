import { describe, expect, test } from 'vitest'
import { frequencyBounds, ratioBounds, sampleBounds } from '../../../shared/rules/bounds.ts'
import { coverage } from '../../../shared/rules/coverage.ts'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { inspectorExclusions } from '../../../shared/rules/eligibility.ts'
import { checkPlan, objectsWithoutLine } from '../../../shared/rules/plan-checks.ts'
import { checkPlanLine } from '../../../shared/rules/plan-line-checks.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { anInspector, anItem, aPlanLine } from '../../db/sample-rows.ts'
import { aFirm, drawn, firmsItem, judged, on, rulesOf } from './rules-fixture.ts'

const preset = presets.zhangping

describe('S1 第六条', () => {
  test('每年6月、12月修订名录库', () => {
    expect(preset.registerRevision).toMatchObject({ months: [6, 12], clause: '漳平细则第六条' })
  })
})

describe('S1 第八条', () => {
  test('有利害关系的应当申请回避', () => {
    expect(preset.recusal?.clause).toBe('漳平细则第八条')
  })
})

describe('S1 第九条', () => {
  const line = aPlanLine(1, {
    ratio: 400,
    inspectors: '持证人员2人以上',
    steps: '摇号、检查、公示',
    use: '纳入诚信档案',
  })
  const codes = (problems: ReturnType<typeof checkPlanLine>) => problems.map((p) => p.code)

  test('比例原则上不低于本级监管市场主体或项目的5%，按排除前的名录计算，进一', () => {
    const bounds = ratioBounds(preset, anItem(1))
    if (!bounds.ok) throw new Error(bounds.sentence)
    expect(sampleBounds(bounds, 101)).toMatchObject({ least: { count: 6 }, most: null })
    expect(sampleBounds(bounds, 100)).toMatchObject({ least: { count: 5 }, most: null })
    expect(sampleBounds(bounds, 101).sentence).toBe(
      '名录（排除前）共101个，按不低于5%应不少于6个（漳平细则第九条：法律法规规章没有规定的，随机抽查比例原则上不低于本级监管市场主体或项目的5%）',
    )
  })

  test('低于5%的计划不合要求，原则上的规定可以写明理由', () => {
    const [problem] = checkPlanLine(preset, line, anItem(1), 100)
    expect(problem).toMatchObject({
      code: 'ratio-floor',
      clause: '漳平细则第九条',
      strength: 'principle',
      canSetAside: true,
    })
    expect(problem?.sentence).toContain('名录共100个，计划按4%抽4个，应不少于5个')
    expect(
      codes(checkPlanLine(preset, { ...line, exceptionReason: '对象停工较多' }, anItem(1), 100)),
    ).toEqual([])
    const setAside = new Map([['ratio-floor', '对象停工较多']] as const)
    expect(codes(checkPlanLine(preset, line, anItem(1), 100, setAside))).toEqual([])
  })

  test('抽查频次原则上每年不小于2次', () => {
    const once = { ...line, ratio: 500, frequency: 1 }
    expect(codes(checkPlanLine(preset, once, anItem(1), 100))).toEqual(['frequency-floor'])
    expect(codes(checkPlanLine(preset, { ...once, frequency: 2 }, anItem(1), 100))).toEqual([])
    expect(frequencyBounds(preset, anItem(1))).toMatchObject({ floor: { value: 2, strength: 'principle' } })
  })

  test('法律法规规章有规定的按规定：法定下限高于5%时以法定为准，写了理由也不能突破', () => {
    const item = anItem(1, { ratioFloor: 2000, lawBasis: '《示例条例》第三条' })
    const found = checkPlanLine(preset, { ...line, ratio: 1000, exceptionReason: '人手不足' }, item, 100)
    expect(found).toMatchObject([{ code: 'ratio-floor', strength: 'firm', clause: '《示例条例》第三条' }])
  })

  test('投诉较多的、有严重违法违规迹象的加大力度，单独分层', () => {
    const strata = defaultStrata(preset, [anItem(1)], {
      ...line,
      ratioComplaint: 2000,
      ratioDishonest: 3000,
    })
    expect(strata.map(({ id, ratio, clause }) => [id, ratio, clause])).toEqual([
      ['TS', 2000, '漳平细则第九条'],
      ['SX', 3000, '漳平细则第九条'],
      ['YB', 400, '漳平细则第九条'],
    ])
  })

  test('加大力度的对象比例低于其余的，不合要求', () => {
    const lower = { ...line, ratio: 1000, ratioComplaint: 500 }
    expect(codes(checkPlanLine(preset, lower, anItem(1), 100))).toEqual(['emphasis-below'])
    expect(codes(checkPlanLine(preset, { ...lower, ratioComplaint: 1000 }, anItem(1), 100))).toEqual([])
  })

  test('没有次数上限：当年抽过三次的仍可抽', () => {
    expect(judged(rulesOf('zhangping'), aFirm(1), drawn(3)).in).toBe(true)
  })
})

describe('S1 第十条', () => {
  test('由持有执法证的执法人员2人以上一同进行', () => {
    expect(preset.group).toMatchObject({ least: 2, most: null, clause: '漳平细则第十条' })
    expect(inspectorExclusions(anInspector(1, { certificate: null }), on, { preset })).toEqual([
      { reasonCode: 'no-certificate', clause: '漳平细则第十条' },
    ])
  })

  test('编制由别的细则规定：编外人员不抽，但不引用漳平的条款', () => {
    expect(inspectorExclusions(anInspector(1, { establishment: '编外' }), on, { preset })).toEqual([
      { reasonCode: 'no-establishment', clause: null },
    ])
  })
})

describe('S1 第十一条', () => {
  test('10个工作日内通过政府网站公示抽查结果；一抽查一通报', () => {
    expect(preset.terms).toMatchObject([{ duty: 'publication', days: 10, clause: '漳平细则第十一条' }])
    expect(preset.bulletin?.words).toContain('一抽查一通报')
  })
})

describe('S1 附件2一', () => {
  test('权责清单中的监督检查事项全覆盖，无法抽查的写明充分的理由即可', () => {
    const power = (name: string) => ({
      name,
      category: '行政检查',
      basis: null,
      department: '建管股',
      field: '市场监管' as const,
      item: null,
    })
    const powers = [power('甲检查'), power('乙检查'), power('丙检查')]
    const items = [
      anItem(1, { name: '甲检查' }),
      anItem(2, { name: '乙检查', included: false, reasonNotIncluded: '涉密' }),
    ]
    const [market] = coverage(powers, items, preset).fields
    expect(market).toMatchObject({
      met: false,
      clause: '漳平实施方案一',
      reasoned: [{ name: '乙检查', reason: '涉密' }],
    })
    expect(market?.missing).toEqual([{ name: '丙检查', department: '建管股' }])
    const [complete] = coverage(powers, [...items, anItem(3, { name: '丙检查' })], preset).fields
    expect(complete).toMatchObject({ met: true, covered: 2, total: 3 })
  })

  test('事项清单经局领导研究审定后公布', () => {
    expect(preset.listApproval?.words).toContain('经局领导研究审定')
  })
})

describe('S1 附件2三', () => {
  test('年度计划要细化时间、对象、范围、要求、比例和频次、步骤措施、结果应用', () => {
    const bare = aPlanLine(1, {
      item: '抽查事项1',
      ratio: 500,
      frequency: 2,
      scope: null,
      kinds: [],
      businessCategories: [],
      regions: [],
      period: null,
      inspectors: null,
      steps: null,
      use: null,
    })
    const [problem] = checkPlanLine(preset, bare, anItem(1), 100)
    expect(problem).toMatchObject({ code: 'content-missing', clause: '漳平实施方案三' })
    expect(problem?.sentence).toContain(
      '没有写明抽查时间、检查对象、抽查范围、对执法检查人员的要求、步骤措施、结果应用',
    )
  })
})

describe('S1 附件2六', () => {
  test('邀请单位纪检监察人员参与，拍照、摄像留证，登记在《抽查工作记录表》', () => {
    expect(preset).toMatchObject({ witnessRoles: ['单位纪检监察人员'], clause: '漳平实施方案六1' })
    expect(preset.evidence?.words).toContain('拍照、摄像')
    expect(preset.recordBook?.words).toContain('《抽查工作记录表》')
  })
})

describe('S1 附件4二', () => {
  const items = [firmsItem(1), firmsItem(2)]
  const line = aPlanLine(1, {
    item: '抽查事项1',
    ratio: 500,
    frequency: 2,
    kinds: [],
    businessCategories: [],
    regions: [],
    furtherItems: [],
  })

  test('所有监督检查事项都需纳入检查范围：清单中没有计划项的事项逐一指出', () => {
    const found = checkPlan(preset, line.year, [line], items, new Map([['抽查事项1', 100]]), '2026-06-01')
    expect(found.filter((p) => p.code === 'item-without-line')).toMatchObject([
      { line: null, clause: '漳平年度计划二1', strength: 'firm', canSetAside: true },
    ])
    const merged = checkPlan(
      preset,
      line.year,
      [{ ...line, furtherItems: ['抽查事项2'] }],
      items,
      new Map([['抽查事项1', 100]]),
      '2026-06-01',
    )
    expect(merged.map((p) => p.code)).not.toContain('item-without-line')
  })

  test('所有监管对象都需纳入检查范围：不在任何计划项内的对象计数', () => {
    const objects = [aFirm(1), aFirm(2, { kind: '项目' }), aFirm(3, { region: '城东' })]
    expect(objectsWithoutLine([line], items, objects)).toBe(1)
    expect(objectsWithoutLine([{ ...line, regions: ['城东'] }], items, objects)).toBe(2)
    expect(
      checkPlan(preset, line.year, [], [], new Map(), '2026-06-01', 3).map((p) => [p.code, p.clause]),
    ).toEqual([['objects-without-line', '漳平年度计划二1']])
  })
})

describe('S1 附件4四、五', () => {
  test('年底前全部完成；名单在检查前公开，不能的说明理由', () => {
    expect(preset.planCompletion).toMatchObject({ day: '12-31', clause: '漳平年度计划四' })
    expect(preset.publicity).toMatchObject({ when: 'beforehand', clause: '漳平年度计划五4' })
  })
})
