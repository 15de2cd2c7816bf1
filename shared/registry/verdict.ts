import type { z } from 'zod'
import type { RegisterName } from './columns.ts'
import { type InspectionItem, inspectionItemSchema } from './inspection-item.ts'
import { type InspectionObject, inspectionObjectSchema } from './inspection-object.ts'
import { type Inspector, inspectorSchema } from './inspector.ts'
import type { Serial } from './office.ts'
import { type PlanLine, planLineSchema } from './plan-line.ts'
import { type Power, powerSchema } from './power.ts'
import { type Recusal, recusalSchema } from './recusal.ts'
import { type Visit, visitSchema } from './visit.ts'

/** The row type of each register. */
export interface RegisterRows {
  objects: InspectionObject
  inspectors: Inspector
  items: InspectionItem
  recusals: Recusal
  plans: PlanLine
  visits: Visit
  powers: Power
}

/** The schema of each register's rows. */
export const registerSchemas: { readonly [R in RegisterName]: z.ZodType<RegisterRows[R]> } = {
  objects: inspectionObjectSchema,
  inspectors: inspectorSchema,
  items: inspectionItemSchema,
  recusals: recusalSchema,
  plans: planLineSchema,
  visits: visitSchema,
  powers: powerSchema,
}

/** What a field can hold. */
export type FieldValue = string | number | boolean | null | readonly string[]
/** Field → value; only the fields that the file speaks of. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** Something about one cell, or about the row as a whole (then `column` and `address` are `null`). */
export interface Finding {
  /** The column's title as the file has it. */
  readonly column: string | null
  /** e.g. `C17` */
  readonly address: string | null
  /** What is wrong and what to do, in words. */
  readonly reason: string
}

/** What normalising did to one cell. */
export interface CellChange {
  readonly column: string
  readonly address: string
  readonly before: string
  readonly after: string
  readonly what: readonly string[]
}

/** A row that the register already has. */
export interface Existing<Row> {
  readonly serial: Serial
  readonly row: Row
}

/** One field of a row already in the register that the file would change; as shown, not as stored. */
export interface FieldDifference {
  readonly field: string
  readonly title: string
  readonly before: string
  readonly after: string
}

/** What taking the row does to the register. */
export type Effect =
  | { readonly effect: 'new' }
  | { readonly effect: 'unchanged'; readonly serial: Serial }
  | { readonly effect: 'changed'; readonly serial: Serial; readonly fields: readonly FieldDifference[] }

/** One possible answer. Every question can also be answered with `leaveOut`. */
export interface Option {
  readonly value: string
  readonly label: string
}

/** The answer that leaves the row out, possible for every question. */
export const leaveOut = 'leave-out'

interface Asked extends Finding {
  readonly options: readonly Option[]
  /** The `value` that is probably meant; never taken without a person. */
  readonly suggestion: string | null
}

/** What only a person can decide. */
export type Question = Asked &
  (
    | {
        /** A word that the register does not know, or an empty cell where it must know. */
        readonly question: 'unknown-word'
        readonly field: string
        readonly word: string
        /** The field holds several words: the answer is added to them; `''` adds none. */
        readonly many: boolean
      }
    | {
        /** 5 can be 5% or 500%, 1 can be 1% or 100%. */
        readonly question: 'ratio'
        readonly field: string
        readonly text: string
      }
    | {
        /** A remark speaks of 借调: whether the person is counted here is the office's decision. */
        readonly question: 'seconded'
        readonly remark: string
      }
    | {
        /** The register has this certificate under another name: a new name, or somebody else's number. */
        readonly question: 'other-name'
        readonly registered: string
      }
    | {
        /** The same name stands on other lines of the file, with another code or none. */
        readonly question: 'repeated-name'
        readonly lines: readonly number[]
      }
    | {
        /** The register has rows of the same name that may or may not be meant. */
        readonly question: 'same-name'
        readonly candidates: readonly Serial[]
      }
  )

/**
 * A row as it was read, kept for those that are not simply taken, so that a person can see it: a text for each of
 * the header's `columns`, in their order, `''` where the cell is empty. (`cellAddress(column, line)` is where.)
 */
export type RowText = readonly string[]

export interface TakenRow<Row> {
  readonly verdict: 'taken'
  readonly line: number
  readonly row: Row
  readonly effect: Effect
}
export interface NormalisedRow<Row> {
  readonly verdict: 'normalised'
  readonly line: number
  readonly row: Row
  readonly effect: Effect
  readonly changes: readonly CellChange[]
}
export interface UndecidedRow<Row> {
  readonly verdict: 'undecided'
  readonly line: number
  readonly changes: readonly CellChange[]
  readonly questions: readonly Question[]
  readonly draft: {
    readonly values: FieldValues
    /** The row of the register that this one surely is, if any. */
    readonly target: Existing<Row> | null
    /** The rows of the register that a `same-name` question offers. */
    readonly candidates: readonly Existing<Row>[]
  }
  readonly text: RowText
}
export interface RefusedRow {
  readonly verdict: 'refused'
  readonly line: number
  readonly findings: readonly Finding[]
  readonly changes: readonly CellChange[]
  readonly text: RowText
  /** Rows of the register that this one is or may be, where there are any: they are not gone from the file. */
  readonly known?: readonly Serial[]
}

/** Exactly one verdict a row. */
export type RowVerdict<Row> = TakenRow<Row> | NormalisedRow<Row> | UndecidedRow<Row> | RefusedRow
