import { describe, expect, test } from 'vitest'
import { formHtml } from '../../../../electron/documents/html/form-html.ts'
import { formCatalogue } from '../../../../shared/forms/form-catalogue.ts'
import type { FormBlock, FormModel } from '../../../../shared/forms/form-model.ts'
import { blockText } from '../../../shared/forms/form-texts.ts'
import { sampleInspection } from '../../../shared/forms/sample-inspection.ts'

function model(blocks: readonly FormBlock[], change: Partial<FormModel> = {}): FormModel {
  return {
    id: 'sample',
    title: '结果公示',
    running: { left: '云岭县住房和城乡建设局', right: '编号：YL01-2026-0007' },
    marks: [],
    blocks,
    ...change,
  }
}

/** The text of a page as a reader gets it: tags gone, signs themselves again, no white space. */
function readBack(html: string): string {
  const body = html.slice(html.indexOf('<main>'))
  return body
    .replaceAll(/aria-label="二维码，内容为：([^"]*)"[^>]*>/g, '>$1')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, '')
}

describe('a form as a page', () => {
  test('says every text of every form', () => {
    const facts = sampleInspection('typical')
    for (const { id, build } of formCatalogue) {
      const form = build(facts, { visit: facts.visits[0] ?? null, documentNumber: '云住建检通〔2026〕1号' })
      if (form === null) continue
      const read = readBack(formHtml(form))
      const lost = form.blocks
        .flatMap(blockText)
        .map((text) => text.replaceAll(/\s+/g, ''))
        .filter((text) => !read.includes(text))
      expect({ id, lost }).toEqual({ id, lost: [] })
      for (const mark of form.marks) expect(read).toContain(mark)
    }
  })

  test('runs nothing, loads nothing, and takes no text for markup', () => {
    const evil = `<script>alert('1')</script><img src=x onerror="a()">&amp;`
    const html = formHtml(
      model(
        [
          { kind: 'title', text: evil, above: evil, below: evil },
          { kind: 'heading', text: evil },
          {
            kind: 'paragraph',
            text: [
              { text: evil, style: 'strong' },
              { text: evil, style: 'code', group: 4 },
            ],
          },
          { kind: 'qr', content: evil, size: 28, caption: [evil] },
          { kind: 'signatures', perRow: 2, boxes: [{ label: evil, name: evil }] },
          { kind: 'letterhead', office: evil, logo: null, number: evil, red: true },
          { kind: 'seal', office: evil, date: evil },
          {
            kind: 'table',
            columns: [{ width: 1 }],
            header: [{ cells: [{ text: evil, role: 'label' }] }],
            rows: [{ cells: [{ text: evil }] }],
          },
        ],
        { title: evil, marks: [evil], running: { left: evil, right: evil } },
      ),
    )
    expect(html).not.toMatch(/<script|<img|<link|<iframe|https?:|url\(/)
    expect(html.replaceAll(/="[^"]*"/g, '=').match(/<[^>]*\son\w+=/)).toBe(null)
    expect(readBack(html)).toContain(evil.replaceAll(/\s+/g, ''))
  })

  test('keeps spans, and gives every header its scope and every table its caption', () => {
    const html = formHtml(
      model([
        {
          kind: 'table',
          columns: [{ width: 1 }, { width: 2 }, { width: 2 }],
          header: [
            { cells: [{ text: '一、检查结果', role: 'section', colSpan: 3 }] },
            {
              cells: [
                { text: '序号', rowSpan: 2 },
                { text: '结果', colSpan: 2 },
              ],
            },
            { cells: [{ text: '日期' }, { text: '处理' }] },
          ],
          rows: [
            { cells: [{ text: '1', rowSpan: 2 }, { text: '2026-12-01' }, { text: '无需处理' }] },
            { cells: [{ text: '发现的问题', colSpan: 2 }] },
          ],
        },
      ]),
    )
    expect(html).toContain('<caption>一、检查结果</caption>')
    expect(html).toContain('scope="col" rowspan="2">序号</th>')
    expect(html).toContain('scope="colgroup" colspan="2">结果</th>')
    expect(html).toContain('<td role="cell" data-label="序号" rowspan="2">1</td>')
    expect(html).toContain('<td role="cell" data-label="处理">无需处理</td>')
    expect(html).toContain('<td role="cell" colspan="2">发现的问题</td>')
  })

  test('a code in groups is copied without gaps', () => {
    const html = formHtml(
      model([{ kind: 'paragraph', text: [{ text: '0123456789abcdef', style: 'code', group: 8 }] }]),
    )
    expect(html).toContain('<code><span>01234567</span><span>89abcdef</span></code>')
  })
})
