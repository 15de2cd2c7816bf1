import type { objectKinds } from '../registry/inspection-object.ts'
import type { VisitKind } from '../registry/visit.ts'

export type ObjectKind = (typeof objectKinds)[number]

/** A line of the year's plan (计划项), as far as the overview counts by it. */
export interface YearLine {
  readonly serial: string
  readonly number: string
  /** 抽查事项 with the 合并事项 */
  readonly items: readonly string[]
  readonly department: string | null
  /** 抽查时间, as the plan words it */
  readonly period: string | null
  readonly frequency: number | null
}

/** An item of the list (事项清单). */
export interface YearItem {
  readonly name: string
  readonly department: string | null
  readonly included: boolean
}

/** An inspection object as the register says it now, or as it said last. */
export interface YearObject {
  readonly serial: string
  readonly name: string
  readonly kind: ObjectKind
  readonly region: string | null
  readonly department: string | null
  /** stands in the register as 存续: only such objects are counted below the line of a share */
  readonly standing: boolean
}

/** So many objects of the register that are 存续 and alike in what the overview counts by. */
export interface ObjectGroup {
  readonly kind: ObjectKind
  readonly region: string | null
  readonly department: string | null
  readonly count: number
}

/** Somebody of the register of inspectors, or who was drawn and is in it no more. */
export interface YearPerson {
  readonly serial: string
  readonly name: string
  readonly department: string | null
  /** 在岗, 执法人员 of the office's own: those among whom the draws should be fair */
  readonly counted: boolean
}

/** A draw that counts: no rehearsal, not void, not aborted, shown in full; the lists are those in force (现行名单). */
export interface YearDrawn {
  readonly number: string
  /** when it was drawn, `2026-05-06T…` */
  readonly at: string
  readonly task: string
  readonly items: readonly string[]
  /** serial of the plan line that it rests on */
  readonly line: string | null
  /** why it is in no plan */
  readonly outside: string | null
  /** serials, in drawn order */
  readonly objects: readonly string[]
  /** who inspects, each with the number of his objects */
  readonly people: readonly { readonly serial: string; readonly objects: number }[]
}

/** A visit that no draw decided. */
export interface YearVisited {
  readonly serial: string
  readonly object: string
  readonly kind: VisitKind
  readonly date: string
  readonly number: string | null
  readonly department: string | null
  readonly item: string | null
}

/** All that the overview of a year (年度总览) counts. */
export interface YearFacts {
  readonly office: string
  readonly year: number
  /** the day of the count, `2026-11-21` */
  readonly on: string
  readonly lines: readonly YearLine[]
  readonly items: readonly YearItem[]
  readonly register: readonly ObjectGroup[]
  /** the objects that were drawn or visited, by serial */
  readonly touched: ReadonlyMap<string, YearObject>
  readonly people: readonly YearPerson[]
  /** oldest first */
  readonly draws: readonly YearDrawn[]
  readonly visits: readonly YearVisited[]
}

/** Whether the kind is another office's visit: it counts for the firm, and is none of this office's. */
export function isOfOthers(kind: VisitKind): boolean {
  return kind === '其他部门检查'
}
