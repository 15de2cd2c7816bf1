import { expect, it } from 'vitest'
import { renderForm, renderPapers } from '../../../../electron/documents/pdf/render-form.ts'
import { drawRecord } from '../../../../shared/forms/draw-record.ts'
import { formCatalogue } from '../../../../shared/forms/form-catalogue.ts'
import type { FormBlock, FormModel } from '../../../../shared/forms/form-model.ts'
import { proofPapers } from '../../../shared/forms/proof-papers.ts'
import { sampleAfterAborts, sampleFacts } from '../../../shared/forms/sample-facts.ts'
import { clearLogo } from './sample-logo.ts'
import { needPreflight, preflight } from './tools.ts'

const creationDate = new Date('2026-11-20T02:00:00Z')

const officialBlocks: readonly FormBlock[] = [
  {
    kind: 'letterhead',
    office: '云岭县住房和城乡建设局',
    logo: clearLogo(),
    number: '云住建检通〔2026〕7号',
    red: true,
  },
  { kind: 'title', text: '行政检查通知书' },
  { kind: 'paragraph', text: '经随机抽取，你单位被列为检查对象。' },
  { kind: 'seal', office: '云岭县住房和城乡建设局', date: '2026年11月20日' },
  { kind: 'cut' },
  { kind: 'digits', count: 6, group: 3 },
  { kind: 'lines', count: 3 },
]

function formOf(blocks: readonly FormBlock[], rest: Partial<FormModel> = {}): FormModel {
  return { id: 'trial', title: '试排', running: { left: '左', right: '右' }, marks: [], blocks, ...rest }
}

it('every paper is PDF/A-1b, with a logo that shows through, rare characters and marks, across or in one file', async (context) => {
  needPreflight(context)
  const record = drawRecord(sampleAfterAborts())
  const papers: Record<string, FormModel> = {
    record: drawRecord(sampleFacts(500)),
    aborted: record,
    official: formOf(officialBlocks),
    marked: drawRecord(sampleFacts(3, { mode: 'rehearsal' })),
    across: formOf([{ kind: 'paragraph', text: '横排' }], { across: true, marks: ['演练'] }),
    rare: formOf([{ kind: 'paragraph', text: '䶮㛃𬭎𠀀𫝀𫟼𬺰𰻞' }]),
  }
  const files = new Map<string, Uint8Array>()
  for (const [name, model] of Object.entries(papers)) {
    files.set(name, (await renderForm(model, { creationDate })).pdf)
  }
  files.set('combined', (await renderPapers(Object.values(papers), { creationDate, copy: 2 })).pdf)
  expect(preflight(files)).toBe('')
})

it('so is every form of the catalogue, of a usual inspection and blank', async (context) => {
  needPreflight(context)
  const files = new Map<string, Uint8Array>()
  for (const form of formCatalogue)
    for (const level of ['typical', 'blank'] as const) {
      const models = proofPapers(form, level).slice(0, 2)
      if (models.length > 0)
        files.set(`${form.id}-${level}`, (await renderPapers(models, { creationDate })).pdf)
    }
  expect(files.size).toBeGreaterThan(formCatalogue.length)
  expect(preflight(files)).toBe('')
})

it('a file that is no PDF/A-1b does not pass the check', (context) => {
  needPreflight(context)
  const pdf = Buffer.from(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  )
  expect(preflight(new Map([['bare', pdf]]))).not.toBe('')
})
