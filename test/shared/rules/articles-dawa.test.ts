import { describe, expect, test } from 'vitest'
import { inspectorExclusions } from '../../../shared/rules/eligibility.ts'
import { mergeVisits } from '../../../shared/rules/merge-visits.ts'
import { checkPlan } from '../../../shared/rules/plan-checks.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { setAsideSentences } from '../../../shared/rules/set-aside.ts'
import { anInspector, aPlanLine } from '../../db/sample-rows.ts'
import { aFirm, aVisit, codesOf, drawn, firmsItem, judged, on, rulesOf, saidOf } from './rules-fixture.ts'

const preset = presets.dawa

describe('S0 三（二）', () => {
  test('市场主体名录库依据企业生存状态：不在经营的不抽，并引用条款', () => {
    const verdict = judged(rulesOf('dawa'), aFirm(1, { state: '注销' }))
    expect(codesOf(verdict)).toEqual(['not-in-business'])
    expect(saidOf(verdict)).toBe(
      '大洼细则三（二）：市场主体名录库依据企业生存状态，动态调整；状态为注销，不列入抽取',
    )
  })

  test('投诉、举报，上级部门交办，其他部门移送线索不采取双随机方式', () => {
    expect(preset.nonRandom.cases.map((one) => one.kind)).toEqual([
      '投诉举报',
      '转办交办督办',
      '其他部门移送',
      '其他非双随机',
    ])
    expect(new Set(preset.nonRandom.cases.map((one) => one.clause))).toEqual(new Set(['大洼细则三（二）']))
  })
})

describe('S0 三（三）', () => {
  test('名录库应当有执法证号：没有的不抽，并引用条款', () => {
    expect(inspectorExclusions(anInspector(1, { certificate: null }), on, { preset })).toEqual([
      { reasonCode: 'no-certificate', clause: '大洼细则三（三）' },
    ])
  })
})

describe('S0 三（五）', () => {
  const checked = (today: string) =>
    checkPlan(preset, 2027, [], [], new Map(), today).map((p) => [p.code, p.clause])
  test('每年12月31日前制定下一年度计划：当天仍不过期，次日过期', () => {
    expect(checked('2026-11-30')).toEqual([])
    expect(checked('2026-12-01')).toEqual([['deadline-near', '大洼细则三（五）']])
    expect(checked('2026-12-31')).toEqual([['deadline-near', '大洼细则三（五）']])
    expect(checked('2027-01-01')).toEqual([['deadline-passed', '大洼细则三（五）']])
  })

  test('汇总后提交区政府法制局', () => {
    expect(preset.planFiling).toMatchObject({ to: '区政府法制局', duty: '报送', clause: '大洼细则三（五）' })
  })

  test('计划应当包括范围、比例和频次、时间', () => {
    const line = aPlanLine(1, { scope: null, kinds: [], businessCategories: [], regions: [], period: null })
    const problem = checkPlan(
      preset,
      line.year,
      [line],
      [firmsItem(1, { name: line.item })],
      new Map([[line.item, 40]]),
      `${line.year - 1}-06-01`,
    )
    expect(problem.map((p) => p.code)).toEqual(['content-missing'])
    expect(problem[0]?.sentence).toContain('没有写明抽查范围、抽查时间')
  })
})

describe('S0 三（六）', () => {
  test('抽取2-3位检查人员，先抽人员再随机分配', () => {
    expect(preset.group).toMatchObject({ least: 2, most: 3, clause: '大洼细则三（六）2' })
    expect(preset.pairing).toMatchObject({ topology: 'teams', clause: '大洼细则三（六）2' })
  })
})

describe('S0 三（七）', () => {
  test('同一年度内对同一企业的抽查次数不超过2次：抽过两次的不抽', () => {
    const verdict = judged(rulesOf('dawa'), aFirm(1), drawn(2))
    expect(codesOf(verdict)).toEqual(['yearly-cap'])
    expect(saidOf(verdict)).toContain('本年度已抽查2次（YL01-2026-0001、YL01-2026-0002）')
    expect(judged(rulesOf('dawa'), aFirm(1), drawn(1)).in).toBe(true)
  })

  test('不超过是必须遵守的：写了理由也不能突破', () => {
    const setAside = new Map([['yearly-cap', '工作需要']] as const)
    expect(codesOf(judged(rulesOf('dawa', { setAside }), aFirm(1), drawn(2)))).toEqual(['yearly-cap'])
    expect(setAsideSentences(preset, setAside)).toEqual([])
  })

  test('社会关注度高、投诉举报多的事项可不定时抽查：只为这些事项列入', () => {
    const items = [firmsItem(1), firmsItem(2, { publicConcern: true })]
    const verdict = judged(rulesOf('dawa', { items }), aFirm(1), drawn(2))
    expect(verdict).toMatchObject({ in: true, items: ['抽查事项2'] })
    expect(saidOf(verdict)).toContain('可不定时进行随机抽查（大洼细则三（七）')
  })

  test('非双随机检查和其他部门检查也计入当年次数', () => {
    const year = { draws: [], visits: [aVisit(), aVisit({ kind: '投诉举报', date: '2026-07-01' })] }
    const verdict = judged(rulesOf('dawa'), aFirm(1), year)
    expect(codesOf(verdict)).toEqual(['yearly-cap'])
    expect(saidOf(verdict)).toContain('其他部门检查 2026-05-06、投诉举报 2026-07-01')
  })

  test('对同一监管对象有多项检查事项的，一次性完成，并算出减少的次数', () => {
    const items = [firmsItem(1), firmsItem(2), firmsItem(3, { appliesKinds: ['项目'] })]
    const verdict = judged(rulesOf('dawa', { items }))
    expect(verdict).toMatchObject({ in: true, items: ['抽查事项1', '抽查事项2'] })
    expect(mergeVisits([verdict, verdict])).toMatchObject({ visits: 2, separately: 4, saved: 2 })
    expect(preset.merge).toMatchObject({ strength: 'principle', clause: '大洼细则三（七）' })
  })

  test('计划外只有社会关注度高、投诉举报多的事项可以抽取', () => {
    expect(preset.outsidePlan.reasons.map((reason) => reason.clause)).toEqual(['大洼细则三（七）'])
  })
})

describe('S0 三（九）', () => {
  test('检查工作结束后5个工作日内，向区法制局提交检查报告', () => {
    expect(
      preset.terms.map(({ duty, days, from, to, clause }) => ({ duty, days, from, to, clause })),
    ).toEqual([
      { duty: 'report', days: 5, from: 'inspection-ended', to: '区法制局', clause: '大洼细则三（九）' },
    ])
  })
})
