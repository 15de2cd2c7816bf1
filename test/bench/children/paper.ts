import { renderForm } from '../../../electron/documents/pdf/render-form.ts'
import { drawRecord } from '../../../shared/forms/draw-record.ts'
import { sampleFacts } from '../../shared/forms/sample-facts.ts'
import { reportMeasured } from './report-measured.ts'

// paper.ts ROWS: the first 抽查工作记录表 of a process, fonts and all; the count is of its pages.
const facts = sampleFacts(Number(process.argv[2]))

await reportMeasured(async () => {
  const form = await renderForm(drawRecord(facts), { creationDate: new Date('2026-11-20T02:00:00Z') })
  return form.pages
})
