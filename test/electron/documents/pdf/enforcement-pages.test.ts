import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../../electron/documents/pdf/render-form.ts'
import { evidenceListForm } from '../../../../shared/forms/evidence-list.ts'
import type { FormDefinition } from '../../../../shared/forms/form-definition.ts'
import { inquiryRecordForm } from '../../../../shared/forms/inquiry-record.ts'
import { rightsRecordForm } from '../../../../shared/forms/rights-record.ts'
import { samplingReceiptForm } from '../../../../shared/forms/sampling-receipt.ts'
import { surveyRecordForm } from '../../../../shared/forms/survey-record.ts'
import { blankInspection, sampleInspection } from '../../../shared/forms/sample-inspection.ts'

async function pagesOf(form: FormDefinition, facts = blankInspection()): Promise<number> {
  const model = form.build(facts, { visit: facts.visits[0] ?? null, documentNumber: null })
  if (model === null) throw new Error(`${form.name} was not made`)
  return (await renderForm(model, { creationDate: new Date('2026-11-20T02:00:00Z') })).pages
}

const oneSheet = [
  ['证据提取清单', evidenceListForm, 1],
  ['抽样取证凭证', samplingReceiptForm, 1],
  ['勘验笔录', surveyRecordForm, 2],
  ['询问笔录', inquiryRecordForm, 2],
  ['权利告知及陈述申辩记录', rightsRecordForm, 2],
] as const

describe('papers that are taken to the place', () => {
  it.each(oneSheet)('%s is blank on one sheet, its signatures included', async (_name, form, pages) => {
    expect(await pagesOf(form)).toBe(pages)
  })

  it('keep a usual list of evidence and a usual hearing on one page, with everybody who signs', async () => {
    const facts = sampleInspection('one')
    expect(await pagesOf(evidenceListForm, facts)).toBe(1)
    expect(await pagesOf(rightsRecordForm, facts)).toBe(1)
  })
})
