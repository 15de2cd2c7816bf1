import { expect, it } from 'vitest'
import { presetNames, presetOf, presets } from '../../../shared/rules/preset.ts'
import { presetRulesSchema } from '../../../shared/rules/preset-schema.ts'

/** What the articles that presets cite say of the draw, word for word. */
const articles: Record<string, string> = {
  漳平实施方案六1:
    '随机抽取检查对象和执法人员，可通过摇号、机选、抽签等方式进行，抽取过程要邀请单位纪检监察人员参与，并有拍照、摄像等方式进行保存留证，抽取结果要登记在《抽查工作记录表》。',
  常德细则第十条:
    '开展“双随机”抽查前，“检查部门”应在领导小组办公室监督下，通过摇号的方式，从相应的名录库中抽取被检市场主体和执法检查人员，有效排除人为因素干扰，全程留痕，实现责任可追溯。',
}

it('whoever a preset asks to be present stands in the article that it cites', () => {
  const citing = Object.values(presets).filter((preset) => preset.clause !== null)
  expect(citing).toHaveLength(2)
  for (const { clause, witnessRoles } of citing)
    for (const role of witnessRoles) expect(articles[clause ?? '']).toContain(role)
})

it('where the text names nobody the preset cites nothing and follows practice', () => {
  for (const { clause, witnessRoles } of Object.values(presets).filter((preset) => preset.clause === null))
    expect({ clause, witnessRoles }).toEqual({ clause: null, witnessRoles: ['纪检监察人员', '见证人'] })
})

it('an office works by one of the five texts, or by none', () => {
  expect(presetNames).toEqual(['custom', 'dawa', 'zhangping', 'changde', 'heilongjiang', 'ziyang'])
  expect(new Set(Object.values(presets).map((preset) => preset.title)).size).toBe(6)
})

it('自定义 can be stored and read back as JSON: every preset is of the schema, and nothing else is', () => {
  for (const preset of Object.values(presets))
    expect(presetRulesSchema.parse(JSON.parse(JSON.stringify(preset)))).toEqual(preset)
  expect(presetRulesSchema.safeParse({ ...presets.custom, yearlyCap: { most: 0 } }).success).toBe(false)
  expect(presetRulesSchema.safeParse({ ...presets.custom, more: 1 }).success).toBe(false)
})

it('what an office wrote of its own text counts where it works by 自定义, and only there', () => {
  const own = { ...presets.custom, title: '云岭县双随机实施细则' }
  expect(presetOf('custom', own)).toBe(own)
  expect(presetOf('custom', null)).toBe(presets.custom)
  expect(presetOf('changde', own)).toBe(presets.changde)
})
