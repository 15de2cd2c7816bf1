import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import {
  checkSample,
  intersect,
  type Range,
  ratioBounds,
  type SampleBounds,
  sampleBounds,
  unbounded,
} from '../../../shared/rules/bounds.ts'
import { cited } from '../../../shared/rules/cited.ts'
import { perCent, shareDown, shareUp } from '../../../shared/rules/per-cent.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { Problem } from '../../../shared/rules/problem.ts'
import type { SetAside } from '../../../shared/rules/set-aside.ts'
import { RefusalError } from '../outcome.ts'
import type { DrawRules } from '../rules/draw-rules.ts'
import { sampleOf } from './stratify.ts'

/**
 * The bounds of the ratio of all items of a draw at once: each item's own law and the 执行细则, and where one visit
 * does several items, all of them. Refuses with `BOUNDS_EMPTY` where no ratio keeps them, showing both.
 */
export function requireBounds(preset: Preset, items: readonly InspectionItem[], setAside: SetAside): Range {
  let range = unbounded
  for (const item of items) {
    const bounds = ratioBounds(preset, item, setAside)
    if (!bounds.ok) throw emptyBounds(bounds.sentence)
    range = intersect(range, bounds)
  }
  const { floor, ceiling } = range
  if (floor !== null && ceiling !== null && floor.value > ceiling.value)
    throw emptyBounds(
      `合并抽取的事项的抽查比例不能同时满足两项规定：不低于${perCent(floor.value)}（${cited(floor)}），不超过${perCent(ceiling.value)}（${cited(ceiling)}）。请分开抽取。`,
    )
  return range
}

function emptyBounds(sentence: string): RefusalError {
  return new RefusalError('BOUNDS_EMPTY', `${sentence}没有锁定，也没有写入任何数据。`)
}

type StratumPlan = PlanOf<'draw'>['strata'][number]

/** A stratum with its objects counted before exclusions (`register`) and after them (`pool`). */
export interface SizedStratum {
  readonly plan: StratumPlan
  readonly register: number
  readonly pool: number
}

/** How many of a stratum are drawn, and the sentence that is frozen beside the number. */
export interface StratumSample {
  readonly sample: number
  readonly basis: string
}

/** Hundredths of a per cent as integers: 5% of 20 is 1, never 1.0000000000000002. */
export function hundredthsOf(ratio: string): number {
  return Math.round(Number.parseFloat(ratio) * 100)
}

/**
 * The samples of a draw that rests on a plan. A ratio counts the objects of the stratum before exclusions, as floors
 * and ceilings do (S1 第九条, S2 第八条), and is rounded up; where only this rounding would pass the ceiling of all
 * strata together, it is rounded down, the last stratum first. Nobody is drawn who is not in the pool.
 */
export function plannedSamples(
  strata: readonly SizedStratum[],
  bounds: SampleBounds,
): readonly StratumSample[] {
  const rounded = strata.map(({ plan, register }) =>
    plan.ratio === undefined
      ? { up: plan.number ?? 0, down: plan.number ?? 0 }
      : {
          up: shareUp(hundredthsOf(plan.ratio), register),
          down: shareDown(hundredthsOf(plan.ratio), register),
        },
  )
  const wanted = rounded.map(({ up }) => up)
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
  const most = bounds.most?.count ?? Number.POSITIVE_INFINITY
  if (sum(rounded.map(({ down }) => down)) <= most && shareOf(strata) <= (bounds.most?.bound.value ?? 0))
    for (let index = strata.length - 1; index >= 0 && sum(wanted) > most; index -= 1) {
      const { up = 0, down = 0 } = rounded[index] ?? {}
      wanted[index] = Math.max(down, up - (sum(wanted) - most))
    }
  return strata.map(({ plan, register, pool }, index) => {
    const { up = 0 } = rounded[index] ?? {}
    const count = wanted[index] ?? 0
    if (plan.ratio === undefined) return sampleOf(plan, pool)
    const who = `${plan.name}名录${register}个，排除后可抽${pool}个`
    const sample = Math.min(count, pool)
    const rounding = count < up ? '，为不超过上限，不足一个的舍去' : '，不足一个的进一'
    const short = sample < count ? `，可抽的不足，抽取${sample}个` : ''
    return { sample, basis: `${who}，按名录的${plan.ratio}应抽${count}个${rounding}${short}` }
  })
}

/** What the samples of a plan come to, with what the rules say of them. */
export interface Sampled {
  readonly samples: readonly StratumSample[]
  readonly bounds: readonly { readonly sentence: string; readonly clause: string | null }[]
  readonly problems: readonly Problem[]
  /** sentences about rules that the plan line itself sets aside (突破原则性规定的理由) */
  readonly setAside: readonly string[]
}

/** The samples of a draw that rests on no plan: ratios count the pool, and nothing bounds them. */
export function samplesOfPool(strata: readonly SizedStratum[]): Sampled {
  return {
    samples: strata.map(({ plan, pool }) => sampleOf(plan, pool)),
    bounds: [],
    problems: [],
    setAside: [],
  }
}

/**
 * The samples of a draw that rests on a plan, checked against floor and ceiling of all strata together. A 原则上 bound yields to the plan line's own reason, which is printed.
 */
export function samplesUnderRules(
  rules: Pick<DrawRules, 'preset' | 'items' | 'range' | 'setAside' | 'line'>,
  strata: readonly SizedStratum[],
  registerSize: number,
): Sampled {
  const { preset, range, setAside, line } = rules
  const bounds = sampleBounds(range, registerSize)
  const samples = plannedSamples(strata, bounds)
  const total = samples.reduce((sum, { sample }) => sum + sample, 0)
  const pool = strata.reduce((sum, stratum) => sum + stratum.pool, 0)
  const found = checkSample(total, bounds, setAside, pool).filter(
    ({ code }) => code === 'ratio-floor' || code === 'ratio-ceiling',
  )
  const reason = line?.exceptionReason ?? null
  const byLine = reason === null ? [] : found.filter(({ canSetAside }) => canSetAside)
  const bounded = [bounds.least?.bound ?? null, bounds.most?.bound ?? null].filter((bound) => bound !== null)
  return {
    samples,
    bounds:
      bounded.length === 0
        ? []
        : [
            {
              sentence: bounds.sentence,
              clause: bounded.find(({ clause }) => clause !== null)?.clause ?? null,
            },
          ],
    problems: [
      ...found.filter((problem) => !byLine.includes(problem)),
      ...generalCeiling(preset, rules.items, total, registerSize),
    ],
    setAside: byLine.map(
      ({ sentence }) => `${sentence.replace(/请调整.*$/u, '')}本次不按此执行，理由：${reason}`,
    ),
  }
}

/** 一般检查事项 are never drawn as a whole where the text wants a ceiling for them (S3 第八条). */
function generalCeiling(
  { ratio: { generalCeiling: rule } }: Preset,
  items: readonly InspectionItem[],
  total: number,
  registerSize: number,
): readonly Problem[] {
  if (rule === null || total < registerSize || registerSize < 2) return []
  if (items.some((item) => item.category === '重点')) return []
  return [
    {
      code: 'general-ceiling',
      sentence: `${cited(rule)}。本次抽取全部${total}个对象，请降低抽取比例。`,
      clause: rule.clause,
      strength: 'firm',
      canSetAside: false,
    },
  ]
}

/** The ratio of all strata together, in hundredths of a per cent; 0 where there is nothing. */
function shareOf(strata: readonly SizedStratum[]): number {
  const size = strata.reduce((sum, { register }) => sum + register, 0)
  const share = strata.reduce(
    (sum, { plan, register }) =>
      sum + (plan.ratio === undefined ? (plan.number ?? 0) * 10_000 : hundredthsOf(plan.ratio) * register),
    0,
  )
  return size === 0 ? 0 : share / size
}
