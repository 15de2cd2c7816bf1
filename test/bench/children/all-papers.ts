import { renderPapers } from '../../../electron/documents/pdf/render-form.ts'
import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { papersOf } from '../../shared/forms/every-form.ts'
import { sampleVisitEntry, soundVisitEntry } from '../../shared/forms/sample-entries.ts'
import { sampleFacts } from '../../shared/forms/sample-facts.ts'
import { sampleInspection } from '../../shared/forms/sample-inspection.ts'
import { reportMeasured } from './report-measured.ts'

// all-papers.ts OBJECTS each|combined: every paper of an inspection whose every object was visited, of which one in
// ten has everything that can be entered; one file a form, or all in one. The count is of pages.
const plain = sampleInspection('typical', { draw: sampleFacts(Number(process.argv[2])) })
const facts: InspectionFacts = {
  ...plain,
  visits: plain.visits.map((visit, index) => ({
    ...visit,
    entry: index % 10 === 0 ? sampleVisitEntry : soundVisitEntry,
  })),
}
const options = { creationDate: new Date('2026-11-20T02:00:00Z') }

await reportMeasured(async () => {
  const forms = formCatalogue.map((form) => papersOf(form, facts)).filter((papers) => papers.length > 0)
  let made = { count: 0, bytes: 0 }
  for (const papers of process.argv[3] === 'combined' ? [forms.flat()] : forms) {
    const { pages, pdf } = await renderPapers(papers, options)
    made = { count: made.count + pages, bytes: made.bytes + pdf.length }
  }
  return made
})
