import type { FormModel } from './form-model.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'

/** When in the work a form is used; forms are shown in this order. */
export const formStages = [
  '抽取之前',
  '抽取',
  '检查之前',
  '现场检查',
  '处理',
  '结果',
  '公开',
  '名录与档案',
] as const
export type FormStage = (typeof formStages)[number]

/** What a form is made with besides the facts. */
export interface FormOrder {
  /** of a form of one object: which; `null` makes a blank one, with all that is known of the draw */
  readonly visit: VisitFacts | null
  /** 文号; `null` leaves room for it */
  readonly documentNumber: string | null
}

/** One paper form. A new form is one file that exports one of these, and a line in the catalogue. */
export interface FormDefinition {
  /** `inspection-notice`: in file names of the program, in the ledger, on the command line */
  readonly id: string
  /** 行政检查通知书: the name of the form and of its file */
  readonly name: string
  readonly stage: FormStage
  /** `draw`: one paper; `object`: one an object, all in one file */
  readonly scope: 'draw' | 'object'
  /** the word of its 文号 (检通); `null` for a form that has none */
  readonly numberWord: string | null
  /** how many copies an inspection needs, in words: 一式两份，一份交被检查对象 */
  readonly copies?: string
  /**
   * Whether an object's form is made for this object: of what is only made where there is reason to (责令整改通知书).
   * Where it is made for none, one blank is made, to be filled in by hand. Left out: for every object.
   */
  readonly isFor?: (visit: VisitFacts) => boolean
  /** What it says; `null` where the draw has nothing of the kind (no freeze, no scheme). */
  readonly build: (facts: InspectionFacts, order: FormOrder) => FormModel | null
}
