import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { BlockFlow } from '../../../../electron/documents/pdf/block-flow.ts'
import { fontSet } from '../../../../electron/documents/pdf/fonts.ts'
import type { Mark } from '../../../../electron/documents/pdf/page.ts'
import { renderForm } from '../../../../electron/documents/pdf/render-form.ts'
import { Setting } from '../../../../electron/documents/pdf/setting.ts'
import { paper } from '../../../../electron/documents/pdf/style-sheet.ts'
import { drawRecord } from '../../../../shared/forms/draw-record.ts'
import type { FormBlock, FormModel } from '../../../../shared/forms/form-model.ts'
import { inspectorGroups } from '../../../../shared/forms/inspector-groups.ts'
import {
  sampleAfterAborts,
  sampleFacts,
  sampleMatch,
  sampleReplacement,
} from '../../../shared/forms/sample-facts.ts'
import { dense, needTools, occurrences, runTool, textOfPages } from './tools.ts'

const creationDate = new Date('2026-11-20T02:00:00Z')

function formOf(...blocks: FormBlock[]): FormModel {
  return { id: 'trial', title: '试排', running: { left: '左', right: '右' }, marks: [], blocks }
}

async function pagesOf(form: FormModel): Promise<string[]> {
  return textOfPages((await renderForm(form, { creationDate })).pdf)
}

function marksOf(form: FormModel): Mark[][] {
  const flow = new BlockFlow(new Setting(fontSet()))
  flow.add(form.blocks)
  return flow.pages.map(({ marks }) => marks)
}

describe('a table on paper', () => {
  it.for([1, 10, 500])(
    'of %i rows shows each row exactly once, under its header, on numbered pages',
    async (rows, context) => {
      needTools(context, 'pdftotext')
      const facts = sampleFacts(rows)
      const pages = await pagesOf(drawRecord(facts))
      const whole = dense(pages.join(''))
      for (const { order, id } of facts.results) {
        expect(occurrences(whole, id), `第${order}个`).toBe(facts.samplePick?.named.includes(id) ? 2 : 1)
      }
      for (const [index, page] of pages.entries()) {
        expect(page).toMatch(new RegExp(`第${index + 1}页\\s*共${pages.length}页`))
        if (facts.results.some(({ id, order }) => order > 1 && page.includes(id))) {
          expect(dense(page)).toContain('四、抽取结果（按抽取顺序）序号层组')
        }
      }
    },
  )

  it('leaves no heading alone at the foot of a page: it goes on with its first row', () => {
    const headed = (name: string) => ({ cells: [{ text: name, role: 'section' as const }] })
    const row = (text: string, minHeight: number) => ({ cells: [{ text }], minHeight })
    // What is above leaves room for the heading, and not for the row below it.
    const blocks = marksOf(
      formOf({
        kind: 'table',
        columns: [{ width: 1 }],
        header: [],
        rows: [row('上', 590), headed('城建股'), row('下', 60)],
      }),
    )
    const texts = blocks.map((marks) =>
      marks.flatMap((mark) => (mark.kind === 'run' ? [mark.run.text] : [])).join(''),
    )
    expect(texts).toEqual(['上', '城建股下'])
  })

  it('goes to the next page with its header where its first row would not stand below it', () => {
    const row = (text: string, minHeight: number) => ({ cells: [{ text }], minHeight })
    const pages = marksOf(
      formOf(
        { kind: 'grid', columns: [{ width: 1 }], rows: [row('上', 480)] },
        {
          kind: 'table',
          columns: [{ width: 1 }],
          header: [{ cells: [{ text: '表头', role: 'label' as const }] }],
          rows: [row('第一行', 200), row('第二行', 60)],
        },
      ),
    )
    const texts = pages.map((marks) =>
      marks.flatMap((mark) => (mark.kind === 'run' ? [mark.run.text] : [])).join(''),
    )
    expect(texts).toEqual(['上', '表头第一行第二行'])
  })

  it('across the page stays within the paper that lies across', async (context) => {
    needTools(context, 'pdftotext')
    const text = '范围'.repeat(40)
    const form = {
      ...formOf({ kind: 'table', columns: [{ width: 1 }], header: [], rows: [{ cells: [{ text }] }] }),
      across: true,
    }
    const { pdf } = await renderForm(form, { creationDate })
    const [, width, height] =
      /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(pdf).toString('latin1')) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595])
    expect(dense((await textOfPages(pdf)).join(''))).toContain(text)
  })

  it('goes over pages with a row that is taller than a page, and loses nothing of it', async (context) => {
    needTools(context, 'pdftotext')
    const text = Array.from({ length: 900 }, (_, index) => `句${index}号。`).join('')
    const form = formOf({
      kind: 'table',
      columns: [{ width: 1 }, { width: 3 }],
      header: [{ cells: [{ text: '项目' }, { text: '内容' }] }],
      rows: [{ cells: [{ text: '短' }, { text }] }, { cells: [{ text: '末行' }, { text: '完' }] }],
    })
    const pages = await pagesOf(form)
    expect(pages.length).toBeGreaterThan(1)
    const body = dense(pages.join('')).replaceAll(/左右|第\d+页共\d+页|项目内容/gu, '')
    expect(body).toBe(`短${text}末行完`)
  })

  it('prints a cell over rows that a page end divides again, with （续）', async (context) => {
    needTools(context, 'pdftotext')
    const rows = Array.from({ length: 60 }, (_, index) => ({
      cells: [...(index === 0 ? [{ text: '第1组', rowSpan: 60 }] : []), { text: `成员${index + 1}号` }],
    }))
    const form = formOf({
      kind: 'table',
      columns: [{ width: 1 }, { width: 2 }],
      header: [{ cells: [{ text: '组' }, { text: '姓名' }] }],
      rows,
    })
    const pages = await pagesOf(form)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]).toContain('第1组')
    expect(pages[0]).not.toContain('（续）')
    for (const page of pages.slice(1)) expect(dense(page)).toContain('第1组（续）')
    for (let index = 1; index <= 60; index++) expect(occurrences(pages.join(''), `成员${index}号`)).toBe(1)
  })

  it('never leaves the text area of GB/T 9704-2012', () => {
    const form = [sampleFacts(60), sampleAfterAborts(), sampleMatch(), sampleReplacement()].flatMap(
      (facts) => [...marksOf(drawRecord(facts)), ...marksOf(inspectorGroups(facts))],
    )
    for (const mark of form.flat()) {
      const width = mark.kind === 'run' ? mark.run.width : mark.kind === 'squares' ? mark.size : mark.width
      expect(mark.x).toBeGreaterThanOrEqual(paper.left - 0.01)
      expect(mark.x + width).toBeLessThanOrEqual(paper.left + paper.textWidth + 0.01)
      const bottom =
        mark.kind === 'run'
          ? mark.baseline
          : mark.kind === 'frame' || mark.kind === 'outline'
            ? mark.y + mark.height
            : mark.y
      expect(bottom).toBeLessThanOrEqual(paper.top + paper.textHeight + 0.01)
    }
  })

  it('overlaps no text with other text', () => {
    for (const marks of [
      ...marksOf(drawRecord(sampleFacts(40))),
      ...marksOf(drawRecord(sampleAfterAborts())),
    ]) {
      const runs = marks.filter((mark) => mark.kind === 'run')
      for (const [index, one] of runs.entries()) {
        for (const two of runs.slice(index + 1)) {
          const beside = one.x + one.run.width <= two.x + 0.01 || two.x + two.run.width <= one.x + 0.01
          const apart = Math.abs(one.baseline - two.baseline) >= Math.min(one.run.size, two.run.size) * 0.99
          if (!beside && !apart) expect.fail(`“${one.run.text}”与“${two.run.text}”重叠`)
        }
      }
    }
  })
})

describe('a group', () => {
  it('is not split where a page can hold it', () => {
    const group: FormBlock = {
      kind: 'group',
      blocks: Array.from({ length: 10 }, () => ({ kind: 'paragraph', text: '同页', indent: false })),
    }
    const filler: FormBlock[] = Array.from({ length: 18 }, () => ({ kind: 'paragraph', text: '行' }))
    const texts = marksOf(formOf(...filler, group)).map((marks) =>
      marks.flatMap((mark) => (mark.kind === 'run' ? [mark.run.text] : [])),
    )
    expect(texts.map((page) => page.filter((text) => text === '同页').length)).toEqual([0, 10])
  })
})

describe('the QR code', () => {
  it('is the matrix of its content, drawn as squares', () => {
    const facts = sampleFacts(2)
    const squares = marksOf(drawRecord(facts))
      .flat()
      .find((mark) => mark.kind === 'squares')
    const { modules } = create(facts.qrText, { errorCorrectionLevel: 'M' })
    expect(squares).toMatchObject({ count: modules.size, dark: Uint8Array.from(modules.data) })
  })
})

describe('the marks', () => {
  it.for([
    ['rehearsal', '演练'],
    ['unwitnessed', '未经现场见证'],
  ] as const)('of a draw that is %s come back from the text of every page', async ([mode, mark], context) => {
    needTools(context, 'pdftotext')
    const pages = await pagesOf(drawRecord(sampleFacts(30, { mode })))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(page).toContain(`【${mark}】`)
      expect(occurrences(dense(page), mark)).toBeGreaterThanOrEqual(2)
    }
  })
})

describe('the document', () => {
  it('gives back rare characters as text, and 〓 with a report for what no font has', async (context) => {
    needTools(context, 'pdftotext')
    const rare = '䶮㛃𬭎堃犇垚𠀀𫝀𫟼𬺰'
    const form = formOf({ kind: 'paragraph', text: `姓名${rare}和𰻞面` })
    const result = await renderForm(form, { creationDate })
    const text = dense(textOfPages(result.pdf).join(''))
    expect(text).toContain(`姓名${rare}和〓面`)
    expect(result.missing).toEqual([{ codePoint: 'U+30EDE', char: '𰻞', where: `姓名${rare}和𰻞面` }])
  })

  it('reports a missing character of the running line too', async () => {
    const form = { ...formOf({ kind: 'paragraph', text: '文' }), running: { left: '𰻞乡', right: '右' } }
    expect((await renderForm(form, { creationDate })).missing.map(({ char }) => char)).toEqual(['𰻞'])
  })

  it('has the same bytes for the same facts and date', async () => {
    const form = drawRecord(sampleFacts(12))
    const one = await renderForm(form, { creationDate })
    const two = await renderForm(form, { creationDate })
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
    const other = await renderForm(form, { creationDate: new Date('2026-11-20T02:00:01Z') })
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(false)
  })

  it('is sound, and every font in it is embedded', async (context) => {
    needTools(context, 'qpdf', 'pdffonts')
    const { pdf } = await renderForm(drawRecord(sampleFacts(12)), { creationDate })
    expect(runTool('qpdf', ['--check'], pdf)).toContain('No syntax or stream encoding errors')
    const fonts = runTool('pdffonts', [], pdf).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/)
  })

  it('shows a ticked and an empty box in its text', async (context) => {
    needTools(context, 'pdftotext')
    const text = (await pagesOf(drawRecord(sampleFacts(1)))).join('')
    expect(text).toContain('☑')
    expect(text).toContain('☐')
  })
})
