import { describe, expect, it } from 'vitest'
import { BlockFlow } from '../../../../electron/documents/pdf/block-flow.ts'
import { fontSet } from '../../../../electron/documents/pdf/fonts.ts'
import type { Mark } from '../../../../electron/documents/pdf/page.ts'
import { renderForm, renderPapers } from '../../../../electron/documents/pdf/render-form.ts'
import { Setting } from '../../../../electron/documents/pdf/setting.ts'
import type { FormBlock, FormModel } from '../../../../shared/forms/form-model.ts'
import { clearLogo } from './sample-logo.ts'
import { dense, needTools, runTool, textOfPages } from './tools.ts'

const creationDate = new Date('2026-11-20T02:00:00Z')
/** Points of a millimetre. */
const mm = 72 / 25.4
/** Right edge of the text area of GB/T 9704-2012: 订口 28 mm, 版心 156 mm. */
const rightEdge = (28 + 156) * mm
const office = '云岭县住房和城乡建设局'

function formOf(...blocks: FormBlock[]): FormModel {
  return { id: 'trial', title: '试排', running: { left: '左', right: '右' }, marks: [], blocks }
}

function laid(...blocks: FormBlock[]): Mark[][] {
  const flow = new BlockFlow(new Setting(fontSet()))
  flow.add(blocks)
  return flow.pages.map(({ marks }) => marks)
}

function runsOf(marks: readonly Mark[]): Extract<Mark, { kind: 'run' }>[] {
  return marks.filter((mark) => mark.kind === 'run')
}

function textOf(marks: readonly Mark[]): string {
  return runsOf(marks)
    .map(({ run }) => run.text)
    .join('')
}

function head(change: Partial<Extract<FormBlock, { kind: 'letterhead' }>> = {}): FormBlock {
  return { kind: 'letterhead', office, logo: null, number: '云住建检通〔2026〕7号', red: true, ...change }
}

const seal: FormBlock = { kind: 'seal', office, date: '2026年11月20日' }

function paragraphs(count: number, text = '一行'): FormBlock[] {
  return Array.from({ length: count }, () => ({ kind: 'paragraph', text, indent: false }))
}

describe('版头 (GB/T 9704-2012 7.2)', () => {
  it('has the mark in red in the middle, 35 mm below the edge of the text area, and a red rule over its whole width', () => {
    const [marks = []] = laid(head())
    const mark = runsOf(marks).find(({ run }) => run.text === office)
    expect(mark?.colour).toBe('#d7000f')
    expect((mark?.x ?? 0) + (mark?.run.width ?? 0) / 2).toBeCloseTo((28 + 78) * mm, 1)
    const top = (mark?.baseline ?? 0) - (mark?.run.size ?? 0)
    expect(top).toBeGreaterThanOrEqual((37 + 35) * mm - 1)
    const rule = marks.find((each) => each.kind === 'rule')
    expect(rule?.colour).toBe('#d7000f')
    expect(rule?.width).toBeCloseTo(156 * mm)
  })

  it('is black and without a rule where the office prints on paper that has a red head', () => {
    const [marks = []] = laid(head({ red: false }))
    expect(marks.some(({ kind }) => kind === 'rule')).toBe(false)
    expect(runsOf(marks).map(({ colour }) => colour)).toEqual(['#000000', undefined])
  })

  it('leaves room for 文号 where there is none yet', () => {
    const [marks = []] = laid(head({ number: null }))
    expect(textOf(marks)).toMatch(/＿+〔＿+〕＿+号/)
  })

  it('sets the logo left of the mark, in its own proportions and clear of the name', () => {
    const [marks = []] = laid(head({ logo: clearLogo(60) }))
    const logo = marks.find(({ kind }) => kind === 'picture')
    if (logo?.kind !== 'picture') throw new Error('no logo')
    expect(logo.width).toBeCloseTo(logo.height)
    expect(logo.x).toBeGreaterThanOrEqual(28 * mm - 0.01)
    expect(logo.x + logo.width).toBeLessThan(runsOf(marks)[0]?.x ?? 0)
  })

  it('keeps every character of a name of 60 within the text area', () => {
    const long = '云岭县市场监督管理和知识产权与食品安全委员会办公室消费者权益保护委员会'
      .repeat(2)
      .slice(0, 60)
    const [marks = []] = laid(head({ office: long }))
    expect(textOf(marks)).toContain(long)
    for (const { x, run } of runsOf(marks)) expect(x + run.width).toBeLessThanOrEqual(rightEdge + 0.01)
  })

  it('stands in one place on every letter, and in the standard’s on every other paper, however long they are', () => {
    const markOf = (letter: boolean, lines: number) => {
      const title = { kind: 'title', text: '通知书' } as const
      const [marks = []] = laid(head({ letter }), title, ...paragraphs(lines), seal)
      return runsOf(marks)[0]?.baseline ?? 0
    }
    for (const letter of [true, false]) {
      const places = [1, 11, 13, 20, 90].map((lines) => markOf(letter, lines))
      expect(new Set(places).size).toBe(1)
    }
    expect(markOf(false, 1) - markOf(true, 1)).toBeCloseTo((35 - 6) * mm, 1)
  })
})

describe('署名 and 成文日期 (GB/T 9704-2012 7.3.5)', () => {
  it('end four characters from the right edge, the office centred over the date', () => {
    const [marks = []] = laid(seal)
    const [signed, dated] = runsOf(marks)
    if (signed === undefined || dated === undefined) throw new Error('not signed')
    expect(dated.x + dated.run.width).toBeCloseTo(rightEdge - 4 * 16, 1)
    expect(signed.x + signed.run.width / 2).toBeCloseTo(dated.x + dated.run.width / 2, 1)
  })

  it('of a long name stay centred and within the text area', () => {
    const [marks = []] = laid({ kind: 'seal', office: office.repeat(2), date: null })
    const [signed, dated] = runsOf(marks)
    if (signed === undefined || dated === undefined) throw new Error('not signed')
    expect(signed.x + signed.run.width).toBeLessThanOrEqual(rightEdge + 0.01)
    expect(signed.x + signed.run.width / 2).toBeCloseTo(dated.x + dated.run.width / 2, 1)
  })

  it('never stand on a page without two lines of what they sign', () => {
    for (let lines = 1; lines <= 50; lines++) {
      for (const blocks of [
        paragraphs(lines),
        [{ kind: 'paragraph', text: Array(lines).fill('一行').join('\n') }] satisfies FormBlock[],
      ]) {
        const last = laid(...blocks, seal).at(-1) ?? []
        expect(textOf(last)).toContain('2026年11月20日')
        const above = textOf(last).split('一行').length - 1
        expect(above, `${lines}行`).toBeGreaterThanOrEqual(Math.min(2, lines))
      }
    }
  })

  it('take the last row of a table, a code or a group with them', () => {
    const row = { cells: [{ text: '末行' }] }
    const table = (rows: number): FormBlock => ({
      kind: 'table',
      columns: [{ width: 1 }],
      header: [{ cells: [{ text: '表头' }] }],
      rows: Array.from({ length: rows }, () => row),
    })
    for (let rows = 20; rows <= 34; rows++)
      expect(textOf(laid(table(rows), seal).at(-1) ?? [])).toContain('末行')
    for (let lines = 12; lines <= 20; lines++) {
      const group: FormBlock = { kind: 'group', blocks: [{ kind: 'paragraph', text: '末行' }] }
      expect(textOf(laid(...paragraphs(lines), group, seal).at(-1) ?? [])).toContain('末行')
      const code: FormBlock = { kind: 'qr', content: '1', size: 20, caption: ['末行'] }
      expect(textOf(laid(...paragraphs(lines), code, seal).at(-1) ?? [])).toContain('末行')
    }
  })
})

describe('room to write by hand', () => {
  it('has as many ruled lines as were asked for, over as many pages as they take', () => {
    const pages = laid({ kind: 'lines', count: 60, height: 10 })
    const rules = pages.map((marks) => marks.filter(({ kind }) => kind === 'rule').length)
    // 225 mm hold 22 lines of 10 mm.
    expect(rules).toEqual([22, 22, 16])
  })

  it('has a box a digit in groups, and none past the edge', () => {
    const boxes = laid({ kind: 'digits', count: 64, group: 8 })
      .flat()
      .filter((mark) => mark.kind === 'frame')
    expect(boxes).toHaveLength(64)
    for (const { x, width } of boxes) {
      expect(x).toBeGreaterThanOrEqual(28 * mm - 0.01)
      expect(x + width).toBeLessThanOrEqual(rightEdge + 0.01)
    }
    const row = laid({ kind: 'digits', count: 6, group: 3 })
      .flat()
      .map((mark) => (mark.kind === 'frame' ? mark.x : 0))
    const steps = row.slice(1).map((x, index) => Math.round(x - (row[index] ?? 0)))
    expect(steps[0]).toBe(steps[1])
    expect(steps[2]).toBeGreaterThan(steps[1] ?? 0)
  })

  it('keeps what is between two cuts on one page, and ends no file with an empty one', () => {
    const slip: FormBlock[] = [...paragraphs(7, '此条'), { kind: 'cut' }]
    const pages = laid(...Array.from({ length: 7 }, () => slip).flat())
    expect(pages.map((marks) => textOf(marks).split('此条').length - 1)).toEqual([14, 14, 14, 7])
    for (const marks of pages)
      expect(marks.some((mark) => mark.kind === 'rule' && mark.dash !== undefined)).toBe(true)
    // A slip that leaves no room for the line after it.
    expect(laid(...paragraphs(22), { kind: 'cut' })).toHaveLength(1)
  })
})

describe('a file of several papers', () => {
  it('numbers each paper’s pages for itself, odd ones at the right and even ones at the left', async (context) => {
    needTools(context, 'pdftotext')
    const long = formOf(...paragraphs(50))
    const across = { ...formOf(...paragraphs(2)), across: true, title: '横表' }
    const { pdf, pages, pagesOf } = await renderPapers([long, across, long], { creationDate })
    expect(pagesOf).toEqual([3, 1, 3])
    expect(pages).toBe(7)
    const numbers = textOfPages(pdf).map((page) => dense(page).match(/第\d页共\d页/)?.[0])
    expect(numbers).toEqual([
      '第1页共3页',
      '第2页共3页',
      '第3页共3页',
      '第1页共1页',
      '第1页共3页',
      '第2页共3页',
      '第3页共3页',
    ])
    const boxes = runTool('pdftotext', ['-bbox'], pdf, ['-'])
    const places = [...boxes.matchAll(/xMin="([\d.]+)"[^>]*>第\d/g)].map(([, x]) => Number(x))
    // One character, 14 pt, from the edge at the left; right of the middle on odd pages.
    expect(places[1]).toBeCloseTo(28 * mm + 14, 0)
    expect(places[0]).toBeGreaterThan(300)
  })

  it('has a bookmark a paper, by the names that are given', async (context) => {
    needTools(context, 'qpdf')
    const models = [formOf(...paragraphs(1)), formOf(...paragraphs(30)), formOf(...paragraphs(1))]
    const { pdf } = await renderPapers(models, { creationDate, bookmarks: ['甲公司', '乙公司', '丙公司'] })
    const { outlines } = JSON.parse(runTool('qpdf', ['--json', '--json-key=outlines'], pdf)) as {
      outlines: { title: string; destpageposfrom1: number }[]
    }
    expect(outlines.map(({ title, destpageposfrom1 }) => [title, destpageposfrom1])).toEqual([
      ['甲公司', 1],
      ['乙公司', 2],
      ['丙公司', 4],
    ])
  })
})

describe('a further copy', () => {
  it('says on every page which time it is printed, and nothing else differs', async (context) => {
    needTools(context, 'pdftotext')
    const form = formOf(...paragraphs(50))
    const first = textOfPages((await renderForm(form, { creationDate })).pdf)
    const third = textOfPages((await renderForm(form, { creationDate, copy: 3 })).pdf)
    expect(first.join('')).not.toContain('次打印')
    for (const page of third) expect(page).toContain('第3次打印')
    expect(third.map((page) => dense(page).replace('第3次打印', ''))).toEqual(first.map(dense))
  })
})
