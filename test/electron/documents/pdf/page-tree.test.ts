import { expect, it } from 'vitest'
import { renderForm } from '../../../../electron/documents/pdf/render-form.ts'
import type { FormModel } from '../../../../shared/forms/form-model.ts'
import { needPreflight, needTools, preflight, runTool } from './tools.ts'

it('a file of more than 8,191 pages is PDF/A-1b still, with every page in its place', {
  timeout: 240_000,
}, async (context) => {
  needTools(context, 'pdftotext', 'qpdf')
  needPreflight(context)
  const model: FormModel = {
    id: 'trial',
    title: '试排',
    running: { left: '左', right: '右' },
    marks: [],
    blocks: [{ kind: 'lines', count: 8200, height: 225 }],
  }
  const { pdf, pages } = await renderForm(model, { creationDate: new Date('2026-11-20T02:00:00Z') })
  expect(pages).toBe(8200)
  expect(runTool('qpdf', ['--show-npages'], pdf).trim()).toBe('8200')
  const page = (number: number) =>
    runTool('pdftotext', ['-f', String(number), '-l', String(number), '-raw'], pdf, ['-'])
  for (const number of [1, 4000, 4001, 8000, 8001, 8200]) expect(page(number)).toContain(`第${number}页`)
  expect(preflight(new Map([['long', pdf]]))).toBe('')
})
