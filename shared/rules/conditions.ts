import type { InspectionObject } from '../registry/inspection-object.ts'

/** 定向条件: an object qualifies when it fits every list that is given; without any it is 不定向 (S0 三（六）1). */
export interface ObjectConditions {
  readonly kinds?: readonly string[] | undefined
  readonly businessCategories?: readonly string[] | undefined
  readonly regions?: readonly string[] | undefined
  readonly departments?: readonly string[] | undefined
  readonly creditGrades?: readonly string[] | undefined
  readonly marks?: readonly string[] | undefined
  readonly items?: readonly string[] | undefined
}

/** Whether the object is subject to the item of that name. */
export type SubjectTo = (item: string, object: InspectionObject) => boolean

const namesIt: SubjectTo = (item, object) => object.items.includes(item)

const one = (wanted: readonly string[] | undefined, value: string | null) =>
  wanted === undefined || (value !== null && wanted.includes(value))

/**
 * Whether the object fits every condition that is given. `subjectTo` says what an item in the conditions means; left
 * out, the object must name it itself (适用事项).
 */
export function fits(
  conditions: ObjectConditions,
  object: InspectionObject,
  subjectTo: SubjectTo = namesIt,
): boolean {
  const { marks, items } = conditions
  return (
    one(conditions.kinds, object.kind) &&
    one(conditions.businessCategories, object.businessCategory) &&
    one(conditions.regions, object.region) &&
    one(conditions.departments, object.department) &&
    one(conditions.creditGrades, object.creditGrade) &&
    (marks === undefined || object.marks.some((mark) => marks.includes(mark))) &&
    (items === undefined || items.some((item) => subjectTo(item, object)))
  )
}
