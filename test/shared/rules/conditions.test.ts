import { expect, test } from 'vitest'
import { fits, type ObjectConditions } from '../../../shared/rules/conditions.ts'
import { lineConditions } from '../../../shared/rules/line-conditions.ts'
import { aPlanLine } from '../../db/sample-rows.ts'
import { aFirm } from './rules-fixture.ts'

const object = aFirm(1, {
  businessCategory: '房屋建筑',
  region: '城东',
  department: '建管股',
  creditGrade: 'B',
  marks: ['经营异常', '重点关注'],
  items: ['抽查事项1'],
})

test.each<[string, ObjectConditions, ObjectConditions]>([
  ['种类', { kinds: ['项目', '企业'] }, { kinds: ['项目'] }],
  ['经营类别', { businessCategories: ['房屋建筑'] }, { businessCategories: ['燃气经营'] }],
  ['区域', { regions: ['城东'] }, { regions: ['城西'] }],
  ['监管责任股室', { departments: ['建管股'] }, { departments: ['房管股'] }],
  ['信用等级', { creditGrades: ['B'] }, { creditGrades: ['A'] }],
  ['标记，有其中一项即可', { marks: ['重点关注', '投诉举报多'] }, { marks: ['投诉举报多'] }],
  ['适用事项', { items: ['抽查事项1'] }, { items: ['抽查事项2'] }],
])('定向条件：%s', (_, fitting, other) => {
  expect(fits(fitting, object)).toBe(true)
  expect(fits(other, object)).toBe(false)
  expect(fits({ ...fitting, regions: ['城西'] }, object)).toBe(false)
})

test('没有写明的对象不符合任何一个值；没有条件的，都符合', () => {
  expect(fits({ regions: ['城东'] }, { ...object, region: null })).toBe(false)
  expect(fits({}, { ...object, region: null })).toBe(true)
})

test('计划项中留空的一栏不限定范围', () => {
  const line = aPlanLine(1, { kinds: ['企业'], regions: [], businessCategories: [] })
  expect(lineConditions(line)).toEqual({ kinds: ['企业'] })
})
