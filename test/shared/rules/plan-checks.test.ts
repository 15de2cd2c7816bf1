import { describe, expect, test } from 'vitest'
import { checkPlan } from '../../../shared/rules/plan-checks.ts'
import { checkPlanLine } from '../../../shared/rules/plan-line-checks.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { anItem, aPlanLine } from '../../db/sample-rows.ts'

const { custom, changde } = presets
const codes = (...given: Parameters<typeof checkPlanLine>) => checkPlanLine(...given).map((p) => p.code)

describe('一个计划项', () => {
  test('齐全的没有问题', () => {
    expect(codes(custom, aPlanLine(1), anItem(1), 100)).toEqual([])
  })

  test('事项不在清单内，只说这一个问题', () => {
    const [problem, ...others] = checkPlanLine(changde, aPlanLine(1, { ratio: 1 }), null, 0)
    expect(problem).toMatchObject({ code: 'item-unknown', clause: '常德细则第三条', canSetAside: false })
    expect(others).toEqual([])
  })

  test('事项未纳入双随机的不能列入，并说明清单中的理由', () => {
    const item = anItem(1, { included: false, reasonNotIncluded: '涉及国家秘密' })
    const [problem] = checkPlanLine(custom, aPlanLine(1), item, 100)
    expect(problem).toMatchObject({ code: 'item-not-included', canSetAside: false })
    expect(problem?.sentence).toContain('涉及国家秘密')
  })

  test('没有适用的对象、没有比例，写了理由也不行', () => {
    const line = aPlanLine(1, { ratio: null, exceptionReason: '理由' })
    expect(codes(custom, line, anItem(1, { ratio: null }), 0)).toEqual(['register-empty', 'ratio-missing'])
  })

  test('0%和101%不是抽查比例', () => {
    for (const ratio of [0, 10_100]) {
      const [problem] = checkPlanLine(custom, aPlanLine(1, { ratio }), anItem(1), 100)
      expect(problem).toMatchObject({ code: 'ratio-invalid', canSetAside: false })
      expect(problem?.sentence).toContain(`抽查比例为${ratio / 100}%`)
    }
  })

  test('预估数量低于下限、高于上限的，也不合要求', () => {
    const planned = (estimate: number) =>
      codes(changde, aPlanLine(1, { estimate, inspectors: '两人' }), anItem(1), 100)
    expect([planned(1), planned(2), planned(10), planned(11)]).toEqual([
      ['ratio-floor'],
      [],
      [],
      ['ratio-ceiling'],
    ])
  })

  test('比例低于下限的，即使进一后数量相同，也不合要求', () => {
    expect(codes(changde, aPlanLine(1, { ratio: 100, inspectors: '两人' }), anItem(1), 10)).toEqual([
      'ratio-floor',
    ])
  })

  test('比例恰为上限的，抽取数去尾，不算超过', () => {
    expect(codes(changde, aPlanLine(1, { ratio: 1000, inspectors: '两人' }), anItem(1), 15)).toEqual([])
  })

  test('有法定频次而计划、清单都没有写明的，指出来', () => {
    const item = anItem(1, { frequency: null, frequencyFloor: 2, lawBasis: '《示例条例》第三条' })
    expect(checkPlanLine(custom, aPlanLine(1, { frequency: null }), item, 100)).toMatchObject([
      { code: 'frequency-missing', clause: '《示例条例》第三条', canSetAside: false },
    ])
  })

  test('守信的比例高于其余的，须写明理由', () => {
    const line = aPlanLine(1, { ratioTrusted: 900, inspectors: '两人' })
    expect(checkPlanLine(changde, line, anItem(1), 100)).toMatchObject([
      { code: 'emphasis-below', canSetAside: true },
    ])
    expect(codes(changde, { ...line, ratioTrusted: 500 }, anItem(1), 100)).toEqual([])
    expect(codes(changde, { ...line, exceptionReason: '信用等级待核' }, anItem(1), 100)).toEqual([])
  })
})

describe('全年计划', () => {
  const items = [anItem(1), anItem(2)]
  const sizes = new Map([
    ['抽查事项1', 100],
    ['抽查事项2', 100],
  ])
  const found = (lines: Parameters<typeof checkPlan>[2]) =>
    checkPlan(custom, 2026, lines, items, sizes, '2026-06-01').map((p) => [p.line, p.code])

  test('每个问题说明是哪一项，全计划的问题不属于任何一项', () => {
    expect(
      found([aPlanLine(1), aPlanLine(2, { ratio: null }), aPlanLine(3, { item: '没有这一项' })]),
    ).toEqual([[2, 'item-unknown']])
    expect(found([aPlanLine(1)])).toEqual([[null, 'item-without-line']])
  })

  test('细则没有要求所有事项都列入的，不引用条款', () => {
    const [problem] = checkPlan(changde, 2026, [], [anItem(1)], sizes, '2025-06-01')
    expect(problem).toMatchObject({ code: 'item-without-line', clause: null, strength: 'principle' })
  })

  test('年度不符、编号重复、合并事项不在清单内的，逐一指出', () => {
    expect(
      found([aPlanLine(1, { furtherItems: ['抽查事项2', '没有这一项'] }), aPlanLine(1, { year: 2027 })]),
    ).toEqual([
      [0, 'item-unknown'],
      [1, 'other-year'],
      [1, 'number-repeated'],
    ])
  })
})
