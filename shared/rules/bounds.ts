import type { InspectionItem } from '../registry/inspection-item.ts'
import { cited } from './cited.ts'
import { perCent, shareDown, shareUp } from './per-cent.ts'
import type { Preset } from './preset.ts'
import type { Problem } from './problem.ts'
import { nothingSetAside, type RuleCode, reasonToSetAside, type SetAside } from './set-aside.ts'
import type { Strength } from './strength.ts'

/** A floor or a ceiling: hundredths of a per cent for a ratio (比例), times a year for a frequency (频次). */
export interface Bound {
  readonly value: number
  /** the item's own law, or the preset */
  readonly source: 'law' | 'preset'
  readonly strength: Strength
  readonly words: string
  readonly clause: string | null
}
export interface Range {
  readonly floor: Bound | null
  readonly ceiling: Bound | null
}
export const unbounded: Range = { floor: null, ceiling: null }

/** What bounds a number, or the sentence that refuses bounds which no number keeps, with both of them. */
export type Bounds = ({ readonly ok: true } & Range) | { readonly ok: false; readonly sentence: string }

type Bounded = Pick<
  InspectionItem,
  | 'name'
  | 'category'
  | 'basis'
  | 'lawBasis'
  | 'ratioFloor'
  | 'ratioCeiling'
  | 'frequencyFloor'
  | 'frequencyCeiling'
>

/** Of two bounds of the same side the stricter; of equal ones the one that yields less, and the law's. */
function stricter(a: Bound | null, b: Bound | null, sign: 1 | -1): Bound | null {
  if (a === null || b === null) return a ?? b
  if (a.value !== b.value) return (a.value - b.value) * sign > 0 ? a : b
  if (a.strength !== b.strength) return a.strength === 'firm' ? a : b
  if (a.source !== b.source) return a.source === 'law' ? a : b
  return cited(a) <= cited(b) ? a : b
}

/** Both at once. The order does not matter; whether anything is left {@link boundsOf} says. */
export function intersect(a: Range, b: Range): Range {
  return { floor: stricter(a.floor, b.floor, 1), ceiling: stricter(a.ceiling, b.ceiling, -1) }
}

function lawBound(item: Bounded, value: number | null, words: string): Bound | null {
  if (value === null) return null
  return { value, source: 'law', strength: 'firm', words, clause: item.lawBasis ?? item.basis }
}

function presetBound(
  preset: Preset,
  code: RuleCode,
  stated: Preset['ratio']['floor'],
  setAside: SetAside,
): Bound | null {
  if (stated === null || reasonToSetAside(preset, code, setAside) !== null) return null
  return { ...stated, source: 'preset' }
}

/** The item's own law comes first (S1 第九条); where the preset bounds the number too, both hold. */
function boundsOf(what: string, item: Bounded, range: Range, show: (value: number) => string): Bounds {
  const { floor, ceiling } = range
  if (floor === null || ceiling === null || floor.value <= ceiling.value) return { ok: true, ...range }
  const yields = [floor, ceiling].some((bound) => bound.strength === 'principle')
  const cure = yields
    ? '原则上的一项，在计划项中写明突破规定的理由后可以不执行；否则请核对事项的法定比例和频次。'
    : '请核对事项的法定比例和频次，或执行细则。'
  return {
    ok: false,
    sentence: `“${item.name}”的${what}不能同时满足两项规定：不低于${show(floor.value)}（${cited(floor)}），不超过${show(ceiling.value)}（${cited(ceiling)}）。${cure}`,
  }
}

/**
 * The bounds of an item's ratio. A preset's bound with 原则上 that is set aside is left out; the law's never is. Under a
 * preset with 重点检查事项 (S3 第八条) such an item has no ceiling below its own: up to 100 %.
 */
export function ratioBounds(preset: Preset, item: Bounded, setAside: SetAside = nothingSetAside): Bounds {
  const { keyItems } = preset
  const isKey = item.category === '重点' && keyItems !== null
  const ofPreset: Range = {
    floor: presetBound(preset, 'ratio-floor', preset.ratio.floor, setAside),
    ceiling: isKey
      ? {
          value: keyItems.most,
          source: 'preset',
          strength: 'firm',
          words: keyItems.words,
          clause: keyItems.clause,
        }
      : presetBound(preset, 'ratio-ceiling', preset.ratio.ceiling, setAside),
  }
  const ofLaw: Range = {
    floor: lawBound(item, item.ratioFloor, `法定抽查比例不低于${perCent(item.ratioFloor ?? 0)}`),
    ceiling: lawBound(item, item.ratioCeiling, `法定抽查比例不超过${perCent(item.ratioCeiling ?? 0)}`),
  }
  return boundsOf('抽查比例', item, intersect(ofLaw, ofPreset), perCent)
}

/** The bounds of an item's frequency, as {@link ratioBounds}. */
export function frequencyBounds(preset: Preset, item: Bounded, setAside: SetAside = nothingSetAside): Bounds {
  const ofPreset: Range = {
    floor: presetBound(preset, 'frequency-floor', preset.frequency.floor, setAside),
    ceiling: presetBound(preset, 'frequency-ceiling', preset.frequency.ceiling, setAside),
  }
  const ofLaw: Range = {
    floor: lawBound(item, item.frequencyFloor, `法定抽查频次每年不少于${item.frequencyFloor}次`),
    ceiling: lawBound(item, item.frequencyCeiling, `法定抽查频次每年不超过${item.frequencyCeiling}次`),
  }
  return boundsOf('抽查频次', item, intersect(ofLaw, ofPreset), (times) => `每年${times}次`)
}

/** How many may be drawn, with the sentence that is frozen beside the number. */
export interface SampleBounds {
  /** 名录 of the item before exclusions */
  readonly registerSize: number
  readonly least: { readonly count: number; readonly bound: Bound } | null
  readonly most: { readonly count: number; readonly bound: Bound } | null
  readonly sentence: string
}

/**
 * A ratio's bounds in numbers. They count the register of the item **before** exclusions (S1 第九条 本级监管市场主体, S2
 * 第八条 市场主体的): a floor is rounded up, a ceiling down, to 1 at least where there is anything.
 */
export function sampleBounds(range: Range, registerSize: number): SampleBounds {
  const one = Math.min(1, registerSize)
  const least =
    range.floor === null ? null : { count: shareUp(range.floor.value, registerSize), bound: range.floor }
  const most =
    range.ceiling === null
      ? null
      : { count: Math.max(one, shareDown(range.ceiling.value, registerSize)), bound: range.ceiling }
  const parts = [
    least === null
      ? ''
      : `按不低于${perCent(least.bound.value)}应不少于${least.count}个（${cited(least.bound)}）`,
    most === null
      ? ''
      : `按不超过${perCent(most.bound.value)}应不多于${most.count}个（${cited(most.bound)}）`,
  ].filter((part) => part !== '')
  const rule = parts.length === 0 ? '细则和法律没有规定比例的上下限，以年度计划为准' : parts.join('；')
  return { registerSize, least, most, sentence: `名录（排除前）共${registerSize}个，${rule}` }
}

/**
 * How many a ratio of the register comes to: rounded up, but not over the ceiling that the ratio itself keeps. So 10 %
 * of 15 is 1 where 10 % is the ceiling, else 2.
 */
export function roundedSample(ratio: number, bounds: SampleBounds): number {
  const up = shareUp(ratio, bounds.registerSize)
  const { most } = bounds
  return most !== null && ratio <= most.bound.value ? Math.min(up, most.count) : up
}

export type SampleProblemCode = 'nothing-to-draw' | 'not-enough' | 'ratio-floor' | 'ratio-ceiling'

/** What is wrong with drawing `total` of a pool of `poolSize` (after exclusions); empty where nothing is. */
export function checkSample(
  total: number,
  bounds: SampleBounds,
  setAside: SetAside,
  poolSize: number,
): readonly Problem<SampleProblemCode>[] {
  const problems: Problem<SampleProblemCode>[] = []
  const refuse = (code: 'nothing-to-draw' | 'not-enough', sentence: string) =>
    problems.push({ code, sentence, clause: null, strength: 'firm', canSetAside: false })
  const breach = (
    code: 'ratio-floor' | 'ratio-ceiling',
    { strength, clause }: Bound,
    sentence: string,
    cured = false,
  ) => {
    if (strength === 'principle' && setAside.has(code)) return
    const reason = strength === 'principle' ? '，或写明理由' : ''
    const cure = cured ? '' : `请调整抽取数量${reason}。`
    problems.push({
      code,
      sentence: `${sentence}${cure}`,
      clause,
      strength,
      canSetAside: strength === 'principle',
    })
  }
  if (total === 0) refuse('nothing-to-draw', '应抽数为0，没有可以抽取的对象。请检查条件、比例和名录。')
  if (total > poolSize)
    refuse('not-enough', `要抽${total}个，排除后可抽的只有${poolSize}个。请减少抽取数量，或放宽条件。`)
  const { least, most, registerSize } = bounds
  const given = `名录（排除前）共${registerSize}个，本次抽${total}个`
  if (least !== null && total < least.count) {
    // Where exclusions leave too few, no number helps: what left them out, or a reason, does.
    const short =
      poolSize < least.count
        ? `；排除后可抽的只有${poolSize}个，请先看排除的原因，原则性规定写明理由后可以不执行`
        : ''
    breach(
      'ratio-floor',
      least.bound,
      `${cited(least.bound)}。${given}，少于应抽的${least.count}个${short}。`,
      short !== '',
    )
  }
  if (most !== null && total > most.count)
    breach('ratio-ceiling', most.bound, `${cited(most.bound)}。${given}，多于允许的${most.count}个。`)
  return problems
}
