import type { Conditions, PlanOf } from '../../../shared/api/draw-plan.ts'
import { RefusalError } from '../outcome.ts'

const conditionTitles = {
  kinds: '种类',
  businessCategories: '经营类别',
  regions: '区域',
  departments: '监管责任股室',
  creditGrades: '信用等级',
  marks: '标记',
  items: '适用事项',
} as const satisfies Record<keyof Conditions, string>

/** 定向条件 in words; `''` where there are none (不定向). */
export function describeConditions(conditions: Conditions): string {
  return Object.entries(conditionTitles)
    .map(([key, title]) => {
      const values = conditions[key as keyof Conditions]
      return values === undefined ? '' : `${title}为${values.join('或')}`
    })
    .filter((words) => words !== '')
    .join('；')
}

/**
 * How many of `size` are drawn, and the sentence that says why. A ratio is rounded up. Refuses with
 * `NOT_ENOUGH_OBJECTS` where more are wanted than there are.
 */
export function sampleOf(
  stratum: PlanOf<'draw'>['strata'][number],
  size: number,
): { readonly sample: number; readonly basis: string } {
  const who = `${stratum.name}可抽${size}个`
  if (stratum.number !== undefined) {
    if (stratum.number > size)
      throw new RefusalError(
        'NOT_ENOUGH_OBJECTS',
        `分层“${stratum.name}”要抽${stratum.number}个，符合条件的只有${size}个。没有锁定，也没有写入任何数据。请减少抽取数量，或放宽条件、补充名录后重试。`,
      )
    return { sample: stratum.number, basis: `${who}，抽取${stratum.number}个` }
  }
  // Hundredths of a per cent as integers: 5% of 20 is 1, never 1.0000000000000002.
  const hundredths = Math.round(Number.parseFloat(String(stratum.ratio)) * 100)
  const sample = Math.ceil((size * hundredths) / 10_000)
  return { sample, basis: `${who}，按${stratum.ratio}抽取${sample}个，不足一个的进一` }
}
