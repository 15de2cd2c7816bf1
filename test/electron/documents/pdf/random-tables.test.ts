import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../../electron/documents/pdf/render-form.ts'
import type { FormModel, TableBlock, TableRow } from '../../../../shared/forms/form-model.ts'
import { dense, needTools, occurrences, textOfPages } from './tools.ts'

const creationDate = new Date('2026-11-20T02:00:00Z')

function formOf(table: TableBlock): FormModel {
  return { id: 'trial', title: '试排', running: { left: '左', right: '右' }, marks: [], blocks: [table] }
}

/** What a cell says: told apart from every other by its number, and as long as asked for. */
function said(row: number, column: number, length: number): string {
  return `〔${row}之${column}〕${'云岭县'.repeat(length)}`
}

/** A table of random widths and lengths, some rows sharing their first cell; texts and how often each may be said. */
const tables = fc
  .record({
    widths: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 2, maxLength: 5 }),
    groups: fc.array(
      fc.record({
        rows: fc.integer({ min: 1, max: 4 }),
        shared: fc.boolean(),
        lengths: fc.array(
          fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(90)),
          {
            minLength: 5,
            maxLength: 5,
          },
        ),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    dense: fc.boolean(),
  })
  .map(({ widths, groups, dense: isDense }) => {
    const rows: TableRow[] = []
    const cells: { readonly text: string; readonly shared: boolean }[] = []
    for (const { rows: count, shared, lengths } of groups) {
      const first = rows.length
      for (let row = first; row < first + count; row++) {
        const own = widths.flatMap((_, column) => {
          const spans = shared && column === 0
          if (spans && row > first) return []
          const text = said(row, column, (spans ? 1 : lengths[(row + column) % 5]) ?? 0)
          cells.push({ text, shared: spans && count > 1 })
          return [{ text, ...(spans ? { rowSpan: count } : {}) }]
        })
        rows.push({ cells: own })
      }
    }
    const header = [{ cells: widths.map((_, column) => ({ text: `【栏${column}】` })) }]
    const columns = widths.map((width) => ({ width }))
    const table: TableBlock = { kind: 'table', columns, header, rows, dense: isDense }
    return { table, cells }
  })

/** Text without what every page repeats around it. */
function bodyOf(pages: readonly string[]): string {
  return dense(pages.join('')).replaceAll(/左右|第\d+页共\d+页|(【栏\d】)+/gu, '')
}

describe('a table', () => {
  it('of any shape says every cell once, one that several rows share again with （续） after a page’s end, and its header on each page', async (context) => {
    needTools(context, 'pdftotext')
    await fc.assert(
      fc.asyncProperty(tables, async ({ table, cells }) => {
        const pages = textOfPages((await renderForm(formOf(table), { creationDate })).pdf)
        for (const page of pages)
          for (let at = 0; at < table.columns.length; at++) expect(dense(page)).toContain(`【栏${at}】`)
        const whole = bodyOf(pages)
        let length = 0
        for (const { text, shared } of cells) {
          const again = shared ? occurrences(whole, `${text}（续）`) : 0
          // A cell that goes over a page's end may have another cell's text between its parts: its beginning is found.
          const name = text.slice(0, text.indexOf('〕') + 1)
          expect(occurrences(whole, name), name).toBe(1 + again)
          length += text.length * (1 + again) + '（续）'.length * again
        }
        // With every beginning found as often as it may be, as many characters as were put in is all of them.
        expect(whole).toHaveLength(length)
      }),
      { seed: 20_261_120, numRuns: 40 },
    )
  })

  it.for([1, 2, 5000])('of %i rows has them all, in order', async (count, context) => {
    needTools(context, 'pdftotext')
    const rows = Array.from({ length: count }, (_, index) => ({
      cells: [{ text: String(index + 1) }, { text: `云岭县第${index + 1}号工程` }],
    }))
    const header = [{ cells: [{ text: '【栏0】' }, { text: '【栏1】' }] }]
    const table: TableBlock = { kind: 'table', columns: [{ width: 1 }, { width: 4 }], header, rows }
    const { pdf } = await renderForm(formOf(table), { creationDate })
    const whole = bodyOf(textOfPages(pdf))
    expect(whole).toBe(rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join(''))
  })
})
