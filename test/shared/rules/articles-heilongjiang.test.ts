import { describe, expect, test } from 'vitest'
import { checkSample, ratioBounds, sampleBounds } from '../../../shared/rules/bounds.ts'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { inspectorExclusions } from '../../../shared/rules/eligibility.ts'
import { checkPlan } from '../../../shared/rules/plan-checks.ts'
import { checkPlanLine } from '../../../shared/rules/plan-line-checks.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { nothingSetAside } from '../../../shared/rules/set-aside.ts'
import { anInspector, anItem, aPlanLine } from '../../db/sample-rows.ts'
import { aFirm, aVisit, codesOf, drawn, firmsItem, judged, on, rulesOf, saidOf } from './rules-fixture.ts'

const preset = presets.heilongjiang
const line = aPlanLine(1, {
  item: '抽查事项1',
  ratio: 10_000,
  frequency: 1,
  scope: '在建项目',
  estimate: 20,
  period: '3月至11月',
})
const passed = (item: string) => aVisit({ kind: '上级专门部署', item, passed: true })

describe('S3 第三条', () => {
  test('五种情形不适用双随机，各有其项', () => {
    expect(preset.nonRandom.cases.map((one) => [one.kind, one.clause?.at(-2)])).toEqual([
      ['上级专门部署', '一'],
      ['投诉举报', '二'],
      ['大数据监测发现', '二'],
      ['转办交办督办', '三'],
      ['突发安全事件', '四'],
      ['其他非双随机', '五'],
    ])
  })
})

describe('S3 第六条、第十五条、第二十六条', () => {
  test('须在省平台操作：正式抽取要任务编号或依据', () => {
    expect(preset.platform).toMatchObject({
      name: '黑龙江省事中事后综合监管系统',
      clause: '黑龙江细则第六条、第十五条、第二十六条',
    })
    for (const other of ['custom', 'dawa', 'zhangping', 'changde', 'ziyang'] as const)
      expect(presets[other].platform).toBeNull()
  })
})

describe('S3 第八条', () => {
  const key = anItem(1, { category: '重点' })
  const general = anItem(2, { category: '一般' })

  test('重点检查事项比例不设上限，最高可以达到100%，抽取的次序即批次顺序', () => {
    const bounds = ratioBounds(preset, key)
    if (!bounds.ok) throw new Error(bounds.sentence)
    expect(checkSample(37, sampleBounds(bounds, 37), nothingSetAside, 37)).toEqual([])
    expect(checkPlanLine(preset, { ...line, estimate: 37 }, key, 37)).toEqual([])
    expect(defaultStrata(preset, [key], line)).toMatchObject([
      { id: 'ZD', ratio: 10_000, batchOrder: true, clause: '黑龙江细则第八条' },
    ])
  })

  test('一般检查事项应设置上限：计划为100%的不合要求', () => {
    expect(checkPlanLine(preset, { ...line, item: '抽查事项2' }, general, 37)).toMatchObject([
      { code: 'general-ceiling', clause: '黑龙江细则第八条', canSetAside: false },
    ])
    expect(
      checkPlanLine(preset, { ...line, item: '抽查事项2', ratio: 3000, estimate: 12 }, general, 37),
    ).toEqual([])
  })

  test('首先确定重点检查对象，其余部分安排一般检查', () => {
    const strata = defaultStrata(preset, [general, key], line)
    expect(strata.map(({ id, ratio, conditions }) => ({ id, ratio, conditions }))).toEqual([
      { id: 'ZD', ratio: 10_000, conditions: { items: ['抽查事项1'] } },
      { id: 'YB', ratio: 500, conditions: {} },
    ])
    const rules = rulesOf('heilongjiang', {
      items: [
        firmsItem(1, { category: '重点', appliesCategories: ['燃气经营'] }),
        firmsItem(2, { category: '一般' }),
      ],
      strata,
    })
    expect(judged(rules, aFirm(1, { businessCategory: '燃气经营' }))).toMatchObject({ stratum: 'ZD' })
    expect(judged(rules, aFirm(1))).toMatchObject({ stratum: 'YB' })
  })

  test('法律规定了上限的重点事项，以法律为准', () => {
    const bounds = ratioBounds(preset, anItem(1, { category: '重点', ratioCeiling: 3000 }))
    expect(bounds).toMatchObject({ ok: true, ceiling: { value: 3000, source: 'law' } })
  })
})

describe('S3 第十一条', () => {
  test('专家、检测机构只辅助抽查，不计入人数', () => {
    expect(inspectorExclusions(anInspector(1, { kind: '专家' }), on, { preset })).toEqual([
      { reasonCode: 'adviser', clause: '国办发〔2024〕54号' },
    ])
    expect(preset.experts?.clause).toBe('黑龙江细则第十一条')
  })

  test('人员具有行政执法资格', () => {
    expect(inspectorExclusions(anInspector(1, { certificate: null }), on, { preset })).toEqual([
      { reasonCode: 'no-certificate', clause: '黑龙江细则第十一条' },
    ])
  })
})

describe('S3 第十二条', () => {
  test('同一年度内不得对已检查合格的事项重复检查', () => {
    const year = { draws: [], visits: [passed('抽查事项1')] }
    const verdict = judged(rulesOf('heilongjiang'), aFirm(1), year)
    expect(codesOf(verdict)).toEqual(['passed-this-year'])
    expect(saidOf(verdict)).toBe(
      '黑龙江细则第十二条：除重点领域或者特殊情况外，在同一年度内不得对已检查合格的事项重复进行行政执法检查；“抽查事项1”已于2026-05-06检查合格',
    )
  })

  test('不合格的、没有结果的、合格的是别的事项的，照常列入', () => {
    for (const visit of [
      aVisit({ item: '抽查事项1', passed: false }),
      aVisit({ item: '抽查事项1' }),
      passed('抽查事项9'),
      aVisit({ passed: true }),
    ])
      expect(judged(rulesOf('heilongjiang'), aFirm(1), { draws: [], visits: [visit] }).in).toBe(true)
  })

  test('合格的只是其中一项：本次只检查其余的事项', () => {
    const items = [firmsItem(1), firmsItem(2)]
    const verdict = judged(rulesOf('heilongjiang', { items }), aFirm(1), {
      draws: [],
      visits: [passed('抽查事项1')],
    })
    expect(verdict).toMatchObject({ in: true, items: ['抽查事项2'] })
    expect(saidOf(verdict)).toContain('“抽查事项1”已于2026-05-06检查合格，本次不重复检查')
  })

  test('重点领域除外', () => {
    const items = [firmsItem(1, { category: '重点' })]
    const year = { draws: [], visits: [passed('抽查事项1')] }
    expect(judged(rulesOf('heilongjiang', { items }), aFirm(1), year).in).toBe(true)
  })

  test('特殊情况除外，须写明理由', () => {
    const setAside = new Map([['passed-this-year', '发生事故']] as const)
    const year = { draws: [], visits: [passed('抽查事项1')] }
    const verdict = judged(rulesOf('heilongjiang', { setAside }), aFirm(1), year)
    expect(verdict.in).toBe(true)
    expect(saidOf(verdict)).toContain('发生事故')
  })

  test('只抽查过、没有合格结果的，不因抽查过而排除', () => {
    expect(judged(rulesOf('heilongjiang'), aFirm(1), drawn(1)).in).toBe(true)
  })

  test('每年3月上旬报上级业务主管部门备案', () => {
    const codes = (today: string) => checkPlan(preset, 2026, [], [], new Map(), today).map((p) => p.code)
    expect([codes('2026-02-01'), codes('2026-03-10'), codes('2026-03-11')]).toEqual([
      [],
      ['deadline-near'],
      ['deadline-passed'],
    ])
    expect(preset.planFiling).toMatchObject({ to: '上级业务主管部门', duty: '备案' })
  })
})

describe('S3 第十三条', () => {
  test('计划应当明确范围、时间安排和预估数量、抽查比例', () => {
    const bare = {
      ...line,
      scope: null,
      kinds: [],
      businessCategories: [],
      regions: [],
      period: null,
      estimate: null,
    }
    const [problem] = checkPlanLine(preset, bare, anItem(1, { category: '重点' }), 10)
    expect(problem).toMatchObject({ code: 'content-missing', clause: '黑龙江细则第十三条' })
    expect(problem?.sentence).toContain('没有写明抽查范围、抽查时间、预估数量')
  })
})

describe('S3 第十四条', () => {
  test('抽查次数原则上不超过两次', () => {
    const verdict = judged(rulesOf('heilongjiang'), aFirm(1), drawn(2))
    expect(codesOf(verdict)).toEqual(['yearly-cap'])
    expect(saidOf(verdict)).toContain('黑龙江细则第十四条：')
  })

  test('原则上：写明理由的可以', () => {
    const setAside = new Map([['yearly-cap', '专项整治']] as const)
    expect(judged(rulesOf('heilongjiang', { setAside }), aFirm(1), drawn(2)).in).toBe(true)
  })

  test('投诉举报多、经营异常、重点关注、严重违法的适当增加频次：不受原则上两次所限', () => {
    for (const mark of ['投诉举报多', '经营异常', '重点关注', '严重违法失信'] as const)
      expect(judged(rulesOf('heilongjiang'), aFirm(1, { marks: [mark] }), drawn(2)).in).toBe(true)
  })

  test('并加大比例：各自分层', () => {
    const strata = defaultStrata(preset, [anItem(1)], {
      ...line,
      ratio: 500,
      ratioComplaint: 2000,
      ratioAbnormal: 2000,
      ratioDishonest: 3000,
      ratioWatch: 1000,
    })
    expect(strata.map(({ id, clause }) => [id, clause])).toEqual([
      ['TS', '黑龙江细则第十四条'],
      ['YC', '黑龙江细则第十四条'],
      ['SX', '黑龙江细则第十四条'],
      ['GZ', '黑龙江细则第十四条'],
      ['YB', null],
    ])
  })
})

describe('S3 第十七条、第十八条', () => {
  test('不少于2人，选定1人为组长；联合抽查由发起部门的人员任组长', () => {
    expect(preset.group).toMatchObject({ least: 2, most: null, clause: '黑龙江细则第十七条' })
    expect(preset.leader).toMatchObject({
      chosen: 'among-the-group',
      jointFromInitiator: true,
      clause: '黑龙江细则第十七条',
    })
    expect(preset.pairing).toMatchObject({ topology: 'each' })
  })

  test('更换须有事由，经分管负责人同意', () => {
    expect(preset.replacement).toMatchObject({
      reasons: ['工作岗位调整', '工作冲突', '身体健康状况', '执行回避'],
      consent: '本部门分管负责人',
      strength: 'principle',
      clause: '黑龙江细则第十八条',
    })
  })
})

describe('S3 第二十三条', () => {
  test('20个工作日公示，20个工作日复核，15个工作日反馈', () => {
    expect(preset.terms.map(({ duty, days, from }) => [duty, days, from])).toEqual([
      ['publication', 20, 'task-ended'],
      ['review', 20, 'objection-received'],
      ['answer', 15, 'review-made'],
    ])
    expect(preset.resultChange?.words).toContain('主要负责人签字')
  })
})
