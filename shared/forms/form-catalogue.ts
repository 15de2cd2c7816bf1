import { archiveCatalogueForm } from './archive-catalogue.ts'
import { beforeNoticeForm } from './before-notice.ts'
import { circularForm } from './circular.ts'
import { digitSlipsForm } from './digit-slips.ts'
import { drawRecordForm } from './draw-record.ts'
import { drawnObjectsForm } from './drawn-objects-list.ts'
import { evidenceListForm } from './evidence-list.ts'
import { type FormDefinition, formStages } from './form-definition.ts'
import { freezeSlipForm } from './freeze-slip.ts'
import { inquiryRecordForm } from './inquiry-record.ts'
import { inspectionApprovalForm } from './inspection-approval.ts'
import { inspectionNoticeForm } from './inspection-notice.ts'
import { inspectionRecordForm } from './inspection-record.ts'
import { inspectionReportForm } from './inspection-report.ts'
import { inspectorGroupsForm } from './inspector-groups.ts'
import { inspectorListForm, itemListForm, objectListForm, planListForm } from './list-definitions.ts'
import { nonRandomVisitForm } from './non-random-visit.ts'
import { rectificationOrderForm } from './rectification-order.ts'
import { replacementApprovalForm } from './replacement-approval.ts'
import { resultLetterForm } from './result-letter.ts'
import { resultListForm } from './result-list.ts'
import { resultNoticeForm } from './result-notice.ts'
import { reviewAnswerForm } from './review-answer.ts'
import { rightsRecordForm } from './rights-record.ts'
import { samplingReceiptForm } from './sampling-receipt.ts'
import { schemeFormDefinition } from './scheme-form.ts'
import { stopOrderForm } from './stop-order.ts'
import { surveyRecordForm } from './survey-record.ts'
import { transferLetterForm } from './transfer-letter.ts'

const definitions: readonly FormDefinition[] = [
  schemeFormDefinition,
  digitSlipsForm,
  freezeSlipForm,
  drawRecordForm,
  drawnObjectsForm,
  inspectorGroupsForm,
  inspectionApprovalForm,
  replacementApprovalForm,
  inspectionNoticeForm,
  nonRandomVisitForm,
  inspectionRecordForm,
  evidenceListForm,
  samplingReceiptForm,
  surveyRecordForm,
  inquiryRecordForm,
  rightsRecordForm,
  rectificationOrderForm,
  stopOrderForm,
  transferLetterForm,
  reviewAnswerForm,
  resultListForm,
  inspectionReportForm,
  resultLetterForm,
  beforeNoticeForm,
  resultNoticeForm,
  circularForm,
  planListForm,
  itemListForm,
  objectListForm,
  inspectorListForm,
  archiveCatalogueForm,
]

/** Every paper form of a double-random inspection, in the order of the work. */
export const formCatalogue: readonly FormDefinition[] = definitions.toSorted(
  (a, b) => formStages.indexOf(a.stage) - formStages.indexOf(b.stage),
)

/** The form with this id or this name, or `null`. */
export function formOf(idOrName: string): FormDefinition | null {
  return formCatalogue.find(({ id, name }) => id === idOrName || name === idOrName) ?? null
}
