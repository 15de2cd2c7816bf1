import { cited } from './cited.ts'
import type { Preset } from './preset.ts'
import type { Strength } from './strength.ts'

/** Every rule that some text states as 原则上, or with an exception that asks for a reason. */
export const ruleWords = {
  'yearly-cap': '同一年度抽查次数上限',
  'already-drawn': '当年已抽查过的不再抽取',
  'passed-this-year': '当年已检查合格的事项不重复检查',
  'ratio-floor': '抽查比例下限',
  'ratio-ceiling': '抽查比例上限',
  'frequency-floor': '抽查频次下限',
  'frequency-ceiling': '抽查频次上限',
  merge: '多个事项一次完成',
} as const satisfies Record<string, string>
export type RuleCode = keyof typeof ruleWords
export const ruleCodes = Object.keys(ruleWords) as RuleCode[]

/** Rules set aside for one draw or plan line, each with the reason that is printed. */
export type SetAside = ReadonlyMap<RuleCode, string>
export const nothingSetAside: SetAside = new Map()

interface StatedRule {
  readonly strength: Strength
  /** 原则上 yields to a printed reason; a firm rule only where its clause itself says so (S3 第十二条 特殊情况) */
  readonly canSetAside: boolean
  readonly words: string
  readonly clause: string | null
}

/** How the preset states the rule; `null` where it has none of the kind. */
export function statedRule(preset: Preset, code: RuleCode): StatedRule | null {
  const stated = {
    'yearly-cap': preset.yearlyCap,
    'already-drawn': preset.alreadyDrawn,
    'passed-this-year': preset.passedThisYear,
    'ratio-floor': preset.ratio.floor,
    'ratio-ceiling': preset.ratio.ceiling,
    'frequency-floor': preset.frequency.floor,
    'frequency-ceiling': preset.frequency.ceiling,
    merge: preset.merge,
  }[code]
  if (stated === null) return null
  const { strength, words, clause } = stated
  const excepted = code === 'passed-this-year' && preset.passedThisYear?.exceptWithReason === true
  return { strength, canSetAside: strength === 'principle' || excepted, words, clause }
}

/** Whether a printed reason sets the preset's own rule aside. What an item's law says is never set aside. */
export function canSetAside(preset: Preset, code: RuleCode): boolean {
  return statedRule(preset, code)?.canSetAside ?? false
}

/** The reason why the rule is set aside; `null` where it is not, or where it may not be. */
export function reasonToSetAside(preset: Preset, code: RuleCode, setAside: SetAside): string | null {
  return canSetAside(preset, code) ? (setAside.get(code) ?? null) : null
}

/** A sentence for paper about each rule that is set aside, in the catalogue's order. */
export function setAsideSentences(preset: Preset, setAside: SetAside): readonly string[] {
  return ruleCodes.flatMap((code) => {
    const reason = reasonToSetAside(preset, code, setAside)
    const rule = statedRule(preset, code)
    return reason === null || rule === null ? [] : [`${cited(rule)}。本次不按此执行，理由：${reason}`]
  })
}
