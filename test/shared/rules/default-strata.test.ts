import { expect, test } from 'vitest'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { anItem, aPlanLine } from '../../db/sample-rows.ts'
import { aFirm, judged, rulesOf } from './rules-fixture.ts'

const item = anItem(1)

test('没有计划的，只有一层，比例取自清单', () => {
  expect(defaultStrata(presets.changde, [item])).toEqual([
    {
      id: 'YB',
      name: '一般检查',
      conditions: {},
      clause: '常德细则第八条',
      sentence: '全部对象，按5%抽取（常德细则第八条：抽取比例原则上为市场主体的2%-10%）',
      ratio: 500,
      batchOrder: false,
    },
  ])
})

test('计划写明比例的以计划为准；清单也没有的取细则的下限；都没有的待定', () => {
  const ratio = (preset: keyof typeof presets, itemRatio: number | null, planned?: number | null) =>
    defaultStrata(
      presets[preset],
      [anItem(1, { ratio: itemRatio })],
      planned === undefined ? null : aPlanLine(1, { ratio: planned }),
    ).map((stratum) => stratum.ratio)
  expect(ratio('zhangping', 800, 1000)).toEqual([1000])
  expect(ratio('zhangping', 800, null)).toEqual([800])
  expect(ratio('zhangping', null)).toEqual([500])
  expect(ratio('dawa', null)).toEqual([null])
})

test('计划的每一个单独比例各成一层，次序固定，其余归最后一层', () => {
  const line = aPlanLine(1, {
    ratioTrusted: 100,
    ratioWatch: 900,
    ratioDishonest: 3000,
    ratioAbnormal: 2000,
    ratioComplaint: 10_000,
  })
  const strata = defaultStrata(presets.changde, [item], line)
  expect(strata.map(({ id, ratio, batchOrder }) => [id, ratio, batchOrder])).toEqual([
    ['TS', 10_000, true],
    ['YC', 2000, false],
    ['SX', 3000, false],
    ['GZ', 900, false],
    ['XD', 3000, false],
    ['CA', 100, false],
    ['YB', 500, false],
  ])
  const stratumOf = (fields: Parameters<typeof aFirm>[1]) => {
    const verdict = judged(rulesOf('changde', { strata }), aFirm(1, fields))
    return verdict.stratum
  }
  expect(stratumOf({ marks: ['重点关注', '投诉举报多'] })).toBe('TS')
  expect(stratumOf({ marks: ['严重违法失信'], creditGrade: 'D' })).toBe('SX')
  expect(stratumOf({ creditGrade: 'D' })).toBe('XD')
  expect(stratumOf({ creditGrade: 'A' })).toBe('CA')
  expect(stratumOf({})).toBe('YB')
})

test('细则没有提到的标记，按计划分层但不引用条款', () => {
  const [watched] = defaultStrata(presets.zhangping, [item], aPlanLine(1, { ratioWatch: 900 }))
  expect(watched).toMatchObject({ id: 'GZ', clause: null, sentence: '重点关注的对象，按9%抽取' })
})
