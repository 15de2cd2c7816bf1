import { expect, test } from 'vitest'
import { coverage } from '../../../shared/rules/coverage.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { anItem, aPower } from '../../db/sample-rows.ts'

test('按权责清单计算：名称相同或写明对应事项的为已覆盖', () => {
  const powers = [
    aPower(1),
    aPower(2, { name: '燃气经营监督检查', item: '抽查事项2' }),
    aPower(3, { name: '物业（服务）检查' }),
    aPower(4),
  ]
  const items = [anItem(1), anItem(2), anItem(3, { name: '物业(服务)检查' })]
  expect(coverage(powers, items).fields[0]).toMatchObject({
    field: '市场监管',
    total: 4,
    covered: 3,
    share: 7500,
    met: true,
    missing: [{ name: '抽查事项4' }],
  })
})

test('权责清单中的许可、处罚不是监督检查，不计入', () => {
  const powers = [aPower(1), aPower(2, { category: '行政许可' }), aPower(3, { category: '行政处罚' })]
  expect(coverage(powers, [anItem(1)]).fields[0]).toMatchObject({ total: 1, covered: 1, share: 10_000 })
})

test('没有写明领域的取对应事项的领域，仍没有的单独列出，不计入任何一项', () => {
  const powers = [aPower(1, { field: null }), aPower(2, { field: null })]
  const found = coverage(powers, [anItem(1, { field: '其他行政执法' })])
  expect(found.fields.map((field) => field.total)).toEqual([0, 1])
  expect(found.unclassified).toEqual(['抽查事项2'])
})

test('没有导入权责清单的，按事项清单自身计算', () => {
  const items = [anItem(1), anItem(2, { included: false, reasonNotIncluded: '涉密' })]
  expect(coverage([], items).fields[1]).toMatchObject({
    total: 2,
    covered: 1,
    share: 5000,
    met: true,
    missing: [],
    reasoned: [{ name: '抽查事项2', reason: '涉密' }],
  })
})

test('一项也没有的，没有比例，也不说是否达到；细则没有写明目标的不引用条款', () => {
  expect(coverage([], [], presets.changde).fields[0]).toMatchObject({
    total: 0,
    share: null,
    met: null,
    target: 7000,
    clause: null,
  })
})
