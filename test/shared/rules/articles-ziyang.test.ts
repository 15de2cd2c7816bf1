import { describe, expect, test } from 'vitest'
import { coverage } from '../../../shared/rules/coverage.ts'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { inspectorExclusions } from '../../../shared/rules/eligibility.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { anInspector, anItem, aPlanLine } from '../../db/sample-rows.ts'
import { aFirm, drawn, firmsItem, judged, on, rulesOf } from './rules-fixture.ts'

const preset = presets.ziyang

describe('S4 二', () => {
  const items = (count: number, field: '市场监管' | '其他行政执法', included: number) =>
    Array.from({ length: count }, (_, n) =>
      anItem(n, {
        name: `${field}${n}`,
        field,
        included: n < included,
        reasonNotIncluded: n < included ? null : '不适用',
      }),
    )
  test('市场监管执法事项的70%以上，其他行政执法事项的50%以上', () => {
    const shares = (market: number, other: number) =>
      coverage(
        [],
        [...items(10, '市场监管', market), ...items(10, '其他行政执法', other)],
        preset,
      ).fields.map(({ share, target, met }) => [share, target, met])
    expect(shares(7, 5)).toEqual([
      [7000, 7000, true],
      [5000, 5000, true],
    ])
    expect(shares(6, 4)).toEqual([
      [6000, 7000, false],
      [4000, 5000, false],
    ])
    expect(preset.coverage.clause).toBe('资阳细则二')
  })

  test('差一点也不算达到：69.99%不显示为70%', () => {
    const [market] = coverage([], items(1001, '市场监管', 700), preset).fields
    expect(market).toMatchObject({ share: 6993, met: false })
  })
})

describe('S4 （三）', () => {
  test('未进入数据库的行政执法人员不得参与抽查', () => {
    expect(preset.onlyRegistered?.clause).toBe('资阳细则（三）')
  })
})

describe('S4 （五）', () => {
  test('多项检查事项整合，一次性完成', () => {
    expect(preset.merge).toMatchObject({ strength: 'principle', clause: '资阳细则（五）' })
    expect(judged(rulesOf('ziyang', { items: [firmsItem(1), firmsItem(2)] }))).toMatchObject({
      in: true,
      items: ['抽查事项1', '抽查事项2'],
    })
  })

  test('比例和频次以计划为准，细则没有次数上限', () => {
    expect(preset.ratio).toEqual({ floor: null, ceiling: null, generalCeiling: null })
    expect(judged(rulesOf('ziyang'), aFirm(1), drawn(3)).in).toBe(true)
  })
})

describe('S4 （八）', () => {
  test('从下级抽调的人员，只在跨区域抽取时列入', () => {
    const lent = anInspector(1, { origin: '下级单位' })
    expect(inspectorExclusions(lent, on, { preset })).toEqual([{ reasonCode: 'other-origin', clause: null }])
    expect(inspectorExclusions(lent, on, { preset, origins: ['下级单位'] })).toEqual([])
    expect(preset.crossRegion?.clause).toBe('资阳细则（八）')
  })
})

describe('S4 （九）', () => {
  test('不少于2人，出示有效行政执法证件：过期的不抽，并引用条款', () => {
    expect(preset.group).toMatchObject({ least: 2, most: null, clause: '资阳细则（九）' })
    const out = inspectorExclusions(anInspector(1, { certificateExpiry: '2026-11-19' }), on, { preset })
    expect(out).toEqual([{ reasonCode: 'certificate-expired', clause: '资阳细则（九）' }])
  })
})

describe('S4 （十）', () => {
  test('检查结束之日起3个工作日内完成报告，并向被检查对象反馈', () => {
    expect(preset.terms.map(({ duty, days, from, to }) => [duty, days, from, to])).toEqual([
      ['report', 3, 'inspection-ended', null],
      ['feedback', 3, 'inspection-ended', '被检查对象'],
    ])
  })
})

describe('S4 （十五）', () => {
  test('经营异常、失信、严重违法等增加比例和频次：各自分层', () => {
    const line = aPlanLine(1, { item: '抽查事项1', ratio: 500, ratioAbnormal: 2000, ratioDishonest: 3000 })
    expect(defaultStrata(preset, [anItem(1)], line).map(({ id, clause }) => [id, clause])).toEqual([
      ['YC', '资阳细则（十五）'],
      ['SX', '资阳细则（十五）'],
      ['XD', '资阳细则（十五）'],
      ['YB', null],
    ])
  })
})

describe('S4 （十八）', () => {
  test('未列入抽查计划不得擅自开展监督检查：没有计划外抽取的事由', () => {
    expect(preset.outsidePlan).toMatchObject({ reasons: [], clause: '资阳细则（十八）' })
  })
})
