import { describe, expect, it } from 'vitest'
import { ruleFields } from '../../../../renderer/console/settings/own-rule-fields.ts'
import {
  formOfRules,
  type OwnRulesForm,
  rulesOfForm,
  type TypedRule,
} from '../../../../renderer/console/settings/own-rules.ts'
import { type Preset, presetNames, presets } from '../../../../shared/rules/preset.ts'
import { presetRulesSchema } from '../../../../shared/rules/preset-schema.ts'

/** The text of a form; fails where it is none. */
function read(form: OwnRulesForm): Preset {
  const result = rulesOfForm(form)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.rules
}

function changed(preset: Preset, path: string, patch: Partial<TypedRule>): OwnRulesForm {
  const form = formOfRules(preset)
  const rule = form.rules[path]
  if (rule === undefined) throw new Error(path)
  return { ...form, rules: { ...form.rules, [path]: { ...rule, ...patch } } }
}

/** Lists in no order of meaning, and the clause of a reason outside the plan, which is that of its rule. */
function comparable(preset: Preset) {
  const by = (key: string) => (a: object, b: object) =>
    JSON.stringify(Reflect.get(a, key)) < JSON.stringify(Reflect.get(b, key)) ? -1 : 1
  return {
    ...preset,
    terms: [...preset.terms].sort(by('duty')),
    nonRandom: { cases: [...preset.nonRandom.cases].sort(by('kind')) },
    outsidePlan: { ...preset.outsidePlan, reasons: preset.outsidePlan.reasons.map(({ words }) => words) },
  }
}

describe('The form of an office’s own 执行细则', () => {
  it.each(presetNames)('says what the text says: %s as a starting point is kept word for word', (name) => {
    expect(comparable(read(formOfRules(presets[name])))).toEqual(comparable(presets[name]))
  })

  it('has a place for every rule that a text can state', () => {
    const places = new Set(ruleFields.map(({ path }) => path.split('.')[0]))
    const elsewhere: readonly string[] = [
      'title',
      'shortName',
      'words',
      'witnessRoles',
      'clause',
      'nonRandom',
    ]
    const missing = Object.keys(presetRulesSchema.shape).filter(
      (key) => !places.has(key) && !elsewhere.includes(key),
    )
    expect(missing).toEqual([])
    expect([places.has('witness'), places.has('cases')]).toEqual([true, true])
  })

  it('writes a number, its strength, its words and its clause', () => {
    const form = changed(presets.custom, 'ratio.floor', {
      on: true,
      strength: 'firm',
      words: '抽查比例不低于3.5%',
      clause: '云岭细则第八条',
      extras: { value: '3.5' },
    })
    expect(read(form).ratio.floor).toEqual({
      value: 350,
      strength: 'firm',
      words: '抽查比例不低于3.5%',
      clause: '云岭细则第八条',
    })
  })

  it('lets a rule go that is switched off, and keeps what was typed of it', () => {
    const form = changed(presets.changde, 'yearlyCap', { on: false })
    expect(read(form).yearlyCap).toBeNull()
    expect(form.rules.yearlyCap?.words).toBe(presets.changde.yearlyCap?.words)
  })

  it.each([
    ['ratio.floor', { on: true, words: '不低于', extras: { value: '101' } }],
    ['ratio.floor', { on: true, words: '不低于', extras: { value: '五' } }],
    ['yearlyCap', { on: true, words: '', extras: { most: '2' } }],
    [
      'terms.report',
      { on: true, words: '及时报告', extras: { days: '0', from: 'inspection-ended', to: '' } },
    ],
    ['planDeadline', { on: true, words: '年底前', extras: { year: '-1', day: '12-32', duty: '制定' } }],
  ] satisfies [string, Partial<TypedRule>][])(
    'says at which rule something is wrong: %s %j',
    (path, patch) => {
      const result = rulesOfForm(changed(presets.custom, path, patch))
      expect(result.ok ? [] : result.problems.map((problem) => problem.path)).toContain(path)
    },
  )

  it('names the box that is wrong as the form names it', () => {
    const form = changed(presets.custom, 'yearlyCap', { on: true, words: '', extras: { most: '' } })
    const result = rulesOfForm(form)
    expect(result.ok ? [] : result.problems.map(({ words }) => words.split('：')[0])).toEqual([
      '不超过',
      '原文',
    ])
  })
})
