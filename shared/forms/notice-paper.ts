import type { FormModel } from './form-model.ts'
import type { Masked } from './masking.ts'
import type { FreeText } from './notice-cover.ts'

/** A public notice (公示稿) with everything that its second reader compares: paper and page, tables, what was covered. */
export interface NoticePaper {
  readonly model: FormModel
  /** the tables as a workbook has them: every row says everything */
  readonly sheets: readonly NoticeSheet[]
  readonly masked: readonly Masked[]
  readonly free: readonly FreeText[]
}

export interface NoticeSheet {
  readonly name: string
  readonly title: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** What stands across every page until a second person compared the notice. */
const draftMark = '待核对'

/** The notice as it goes round to be compared: marked on every page. */
export function asDraft(model: FormModel): FormModel {
  return { ...model, marks: [...model.marks, draftMark] }
}
