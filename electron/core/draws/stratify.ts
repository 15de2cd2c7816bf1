import type { Conditions, PlanOf } from '../../../shared/api/draw-plan.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import { RefusalError } from '../outcome.ts'

/** Whether the object fits every condition that is given. */
export function fits(conditions: Conditions, object: InspectionObject): boolean {
  const one = (wanted: readonly string[] | undefined, value: string | null) =>
    wanted === undefined || (value !== null && wanted.includes(value))
  const any = (wanted: readonly string[] | undefined, values: readonly string[]) =>
    wanted === undefined || values.some((value) => wanted.includes(value))
  return (
    one(conditions.kinds, object.kind) &&
    one(conditions.businessCategories, object.businessCategory) &&
    one(conditions.regions, object.region) &&
    one(conditions.departments, object.department) &&
    one(conditions.creditGrades, object.creditGrade) &&
    any(conditions.marks, object.marks) &&
    any(conditions.items, object.items)
  )
}

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

/** The id of the first stratum whose conditions the object fits; `null` where it is outside the draw. */
export function stratumOf(plan: PlanOf<'draw'>, object: InspectionObject): string | null {
  if (!fits(plan.conditions, object)) return null
  return plan.strata.find((s) => fits(s.conditions ?? {}, object))?.id ?? null
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
