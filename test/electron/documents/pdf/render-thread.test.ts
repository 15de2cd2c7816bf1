import { expect, it } from 'vitest'
import { renderPapers } from '../../../../electron/documents/pdf/render-form.ts'
import { RenderThread } from '../../../../electron/documents/pdf/render-thread.ts'
import { drawRecord } from '../../../../shared/forms/draw-record.ts'
import type { FormModel } from '../../../../shared/forms/form-model.ts'
import { sampleFacts } from '../../../shared/forms/sample-facts.ts'

const creationDate = new Date('2026-11-20T02:00:00Z')
const papers = [1, 2, 3].map((results) => drawRecord(sampleFacts(results)))

it('a thread sets the very bytes that are set without one, and tells of each paper', async () => {
  const told: string[] = []
  const onProgress = (done: number, total: number) => told.push(`${done}/${total}`)
  const options = { creationDate, copy: 2, bookmarks: ['甲', '乙', '丙'] }
  const thread = new RenderThread()
  const there = await thread.render(papers, { ...options, onProgress })
  await thread.end()
  const here = await renderPapers(papers, options)
  expect(Buffer.from(there.pdf).equals(Buffer.from(here.pdf))).toBe(true)
  expect({ ...there, pdf: null }).toEqual({ ...here, pdf: null })
  expect(told).toEqual(['1/3', '2/3', '3/3'])
})

it('one thread sets several files, one after the other', async () => {
  const thread = new RenderThread()
  const files = await Promise.all(papers.map((model) => thread.render([model], { creationDate })))
  for (const [index, model] of papers.entries()) {
    const { pdf } = await renderPapers([model], { creationDate })
    expect(Buffer.from(files[index]?.pdf ?? []).equals(Buffer.from(pdf))).toBe(true)
  }
  await thread.end()
})

it('who cancels has the reason at once, and the thread is gone', async () => {
  const abort = new AbortController()
  const thread = new RenderThread()
  const many = Array.from({ length: 200 }, () => papers[2]).filter((model) => model !== undefined)
  const onProgress = () => abort.abort('取消')
  const options = { creationDate, onProgress, signal: abort.signal }
  await expect(thread.render(many, options)).rejects.toBe('取消')
  await expect(thread.render(papers, { creationDate })).rejects.toBe('取消')
  await thread.end()
})

it('a defect in a form is told, and the thread goes on', async () => {
  const thread = new RenderThread()
  const broken: FormModel = {
    id: 'trial',
    title: '试排',
    running: { left: '左', right: '右' },
    marks: [],
    blocks: [{ kind: 'grid', columns: [{ width: 1 }], rows: [{ cells: [{ text: '甲' }, { text: '乙' }] }] }],
  }
  await expect(thread.render([broken], { creationDate })).rejects.toThrow('more cells than')
  expect((await thread.render(papers, { creationDate })).pagesOf).toHaveLength(3)
  await thread.end()
})

it('a long file is given up between two pages where its signal says so', async () => {
  const abort = new AbortController()
  const onProgress = (done: number) => {
    if (done === 2) abort.abort('取消')
  }
  await expect(renderPapers(papers, { creationDate, onProgress, signal: abort.signal })).rejects.toBe('取消')
})
