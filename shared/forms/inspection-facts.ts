import type { DrawFacts, MemberFacts } from './draw-facts.ts'
import type { FormStyle } from './form-style.ts'
import type { FreezeSlipFacts } from './freeze-slip-facts.ts'
import type { InspectionEntry } from './inspection-entry.ts'
import type { ListFacts, ListTable } from './list-facts.ts'
import type { SchemeFacts } from './scheme-form.ts'
import type { VisitEntry } from './visit-entry.ts'

/**
 * Everything that the papers of one inspection are written from, computed by the core beforehand: the draw as it was
 * recorded, the list in force, the registers' rows as they were frozen, and what people entered. The forms read
 * nothing else. `null` means "not known to the program" and prints as room to write by hand.
 */
export interface InspectionFacts {
  readonly office: string
  readonly style: FormStyle
  /** the draw itself; `null` on blank forms, which are of no draw */
  readonly draw: DrawFacts | null
  /** what the lists were when they were frozen; `null` before the freeze, after an ending, and on blank forms */
  readonly freezeSlip: FreezeSlipFacts | null
  readonly scheme: SchemeFacts | null
  readonly items: readonly ItemDetailFacts[]
  /** what was entered for the inspection as a whole */
  readonly entry: InspectionEntry
  /** one an object of the list in force, in drawn order */
  readonly visits: readonly VisitFacts[]
  /** 细则: its short name, and the terms it sets, as sentences with their clause */
  readonly rules: RulesFacts | null
  /** everything that is kept of the draw (档案), the oldest first */
  readonly archive: readonly ArchivedFacts[]
  /** 年度计划, 事项清单 and 两库 as they stand, by form id; a list that is empty or too long is absent */
  readonly lists: Readonly<Record<string, { readonly facts: ListFacts; readonly table: ListTable }>>
  /** a visit that no draw decided (非双随机检查); `null` leaves its form blank */
  readonly nonRandom: NonRandomFacts | null
}

/** An item (抽查事项) as the list of items has it. */
export interface ItemDetailFacts {
  readonly name: string
  readonly category: string | null
  readonly basis: string | null
  readonly content: string | null
  readonly method: string | null
  readonly subject: string | null
  readonly department: string | null
}

/** One object of the list in force with its people and what was entered of its inspection. */
export interface VisitFacts {
  readonly order: number
  readonly object: VisitedObjectFacts
  readonly team: number | null
  /** empty where people are not matched yet */
  readonly inspectors: readonly MemberFacts[]
  readonly entry: VisitEntry
}

/** The object's row as it was frozen. */
export interface VisitedObjectFacts {
  readonly id: string
  readonly name: string
  readonly kind: string | null
  readonly creditCode: string | null
  readonly address: string | null
  readonly legalRepresentative: string | null
  readonly contact: string | null
  readonly phone: string | null
  readonly businessCategory: string | null
  readonly region: string | null
  readonly department: string | null
}

export interface RulesFacts {
  readonly name: string
  /** sentences with clauses, by what they are about */
  readonly recusal: string | null
  readonly replacement: string | null
  readonly report: string | null
  readonly publication: string | null
  readonly review: string | null
}

/** A file of the archive: a paper, a photograph, a scan or a package. */
export interface ArchivedFacts {
  readonly name: string
  /** 文书, 签字件, 照片 … */
  readonly kind: string
  /** `null` where it is not known */
  readonly pages: number | null
  readonly bytes: number
  readonly sha256: string
  readonly at: string
  readonly by: string
  readonly note: string | null
}

/** A row of the register of visits that no draw decided, with its object. */
export interface NonRandomFacts {
  readonly serial: string
  readonly object: VisitedObjectFacts | null
  readonly kind: string
  readonly date: string
  readonly number: string | null
  readonly department: string | null
  readonly item: string | null
  /** 合格, 不合格, or `null` */
  readonly passed: string | null
  readonly findings: string | null
  readonly remark: string | null
}
