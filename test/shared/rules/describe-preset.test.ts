import { expect, test } from 'vitest'
import { commonRules } from '../../../shared/rules/common-rules.ts'
import { describePreset } from '../../../shared/rules/describe-preset.ts'
import { presetNames, presets } from '../../../shared/rules/preset.ts'

test('每一条都有中文的名称和内容，条款引用本细则', () => {
  for (const name of presetNames) {
    const { shortName } = presets[name]
    const series = shortName.slice(0, 2)
    for (const { title, value, clause } of describePreset(presets[name])) {
      expect(title).toMatch(/^\p{Script=Han}/u)
      expect(value).toMatch(/\p{Script=Han}/u)
      expect(value).not.toMatch(/null|undefined|!|！/)
      if (clause !== null) expect(clause.startsWith(series)).toBe(true)
    }
  }
})

test('自定义没有条款可引用', () => {
  expect(describePreset(presets.custom).filter((entry) => entry.clause !== null)).toEqual([])
})

test('常德的比例、次数、时限读得出来', () => {
  const entries = new Map(describePreset(presets.changde).map((entry) => [entry.title, entry]))
  expect(entries.get('抽查比例上限')).toEqual({
    title: '抽查比例上限',
    value: '10%。抽取比例原则上为市场主体的2%-10%',
    clause: '常德细则第八条',
    strength: 'principle',
  })
  expect(entries.get('同一年度抽查次数')).toMatchObject({ clause: '常德细则第十一条', strength: 'firm' })
  expect(entries.get('提交检查报告（3个工作日）')?.clause).toBe('常德细则第十五条')
})

test('资阳不允许计划外抽取', () => {
  const outside = describePreset(presets.ziyang).find((entry) => entry.title === '计划外抽取')
  expect(outside?.value.startsWith('不允许。')).toBe(true)
})

test('各单位一律遵守的规定，引用的是自己的依据或不引用', () => {
  expect(new Set(commonRules.map((rule) => rule.clause))).toEqual(new Set([null, '国办发〔2024〕54号']))
})
