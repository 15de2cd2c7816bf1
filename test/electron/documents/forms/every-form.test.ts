import { describe, expect, it } from 'vitest'
import { renderPapers } from '../../../../electron/documents/pdf/render-form.ts'
import { formCatalogue, formOf } from '../../../../shared/forms/form-catalogue.ts'
import type { FormBlock, FormModel } from '../../../../shared/forms/form-model.ts'
import { plainText } from '../../../../shared/forms/form-model.ts'
import type { InspectionFacts } from '../../../../shared/forms/inspection-facts.ts'
import { papersOf } from '../../../shared/forms/every-form.ts'
import { blockText } from '../../../shared/forms/form-texts.ts'
import { proofLevels, proofPapers } from '../../../shared/forms/proof-papers.ts'
import { fontlessCharacter, sampleEntry } from '../../../shared/forms/sample-entries.ts'
import { sampleFacts } from '../../../shared/forms/sample-facts.ts'
import { sampleInspection } from '../../../shared/forms/sample-inspection.ts'
import { sampleLists } from '../../../shared/forms/sample-lists.ts'
import { needTools, runTool, textOfPages } from '../pdf/tools.ts'
import { lostTexts } from './text-over-pages.ts'

/** Rows of the worst inspection here: as many as go over every kind of page end. */
const worstRows = 120
const options = { creationDate: new Date('2026-11-20T02:00:00Z') }

/** What is printed of a block as text: a QR code is squares. */
function printed(block: FormBlock): string[] {
  if (block.kind === 'group') return block.blocks.flatMap(printed)
  return block.kind === 'qr' ? block.caption.map(plainText) : blockText(block)
}

function textsOf({ blocks, running, marks }: FormModel): string[] {
  return [...blocks.flatMap(printed), running.left, running.right, ...marks].map((text) =>
    text.replaceAll(fontlessCharacter, '〓'),
  )
}

/** Forms whose tables grow with the draw or with its lists. */
const longForms = [
  '抽查工作记录表',
  '随机抽取结果名单',
  '检查人员名单及分组',
  '行政检查审批表',
  '检查结果清单',
  '事前公示稿',
  '结果公示稿',
  '检查对象名录库',
]
const longRows = 5000

/** A usual inspection of so many objects, and nothing stands in the way of publishing it beforehand. */
function longInspection(): InspectionFacts {
  return sampleInspection('typical', {
    draw: sampleFacts(longRows),
    lists: sampleLists(false, longRows),
    entry: { ...sampleEntry, noDisclosureReason: null },
  })
}

function isLong({ blocks }: FormModel): boolean {
  return blocks.some((block) => block.kind === 'table' && block.rows.length >= longRows)
}

/** The letters across a page are turned: what encloses them is larger than they are. */
const turned = 100

/** Every word of the first pages, which hold every part of a form, is within its sheet. */
function expectOnSheet(pdf: Uint8Array): void {
  const boxes = runTool('pdftotext', ['-bbox', '-l', '12'], pdf, ['-'])
  let sheet = { width: 0, height: 0 }
  for (const [, tag, inside] of boxes.matchAll(/<(page|word) ([^>]*)>/gu)) {
    const numbers = [...(inside ?? '').matchAll(/"(-?[\d.]+)"/gu)].map(([, number]) => Number(number))
    const [left = Number.NaN, top = Number.NaN, right = Number.NaN, bottom = Number.NaN] = numbers
    if (tag === 'page') sheet = { width: left, height: top }
    else if (bottom - top < turned)
      expect([left >= 0, top >= 0, right <= sheet.width, bottom <= sheet.height]).not.toContain(false)
  }
  expect(sheet.width).toBeGreaterThan(0)
}

/** Every form at every level that it makes a paper at. */
const proofs = formCatalogue.flatMap((definition) =>
  proofLevels
    .filter((level) => proofPapers(definition, level, worstRows).length > 0)
    .map((level) => [definition.name, level, definition] as const),
)

describe('on paper', () => {
  it.for(proofs)(
    '%s (%s) says all that it is to say, on the sheet, in a sound file',
    async ([, level, form], context) => {
      needTools(context, 'pdftotext', 'pdffonts', 'qpdf')
      const models = proofPapers(form, level, worstRows)
      const { pdf, pages, pagesOf, missing } = await renderPapers(models, options)

      const text = textOfPages(pdf)
      expect(text).toHaveLength(pages)
      let first = 0
      for (const [index, model] of models.entries()) {
        const own = text.slice(first, first + (pagesOf[index] ?? 0))
        expect(lostTexts(textsOf(model), own)).toEqual([])
        first += own.length
      }

      expectOnSheet(pdf)

      // Whoever makes the paper is told of every 〓 by its code point, and of none where there is none.
      expect([...new Set(missing.map(({ codePoint }) => codePoint))]).toEqual(
        models.some((model) => JSON.stringify(model).includes(fontlessCharacter)) ? ['U+30EDE'] : [],
      )
      for (const font of runTool('pdffonts', [], pdf).trim().split('\n').slice(2))
        expect(font).toMatch(/ yes yes yes +\d+ +\d+$/)
      expect(runTool('qpdf', ['--check'], pdf)).toContain('No syntax or stream encoding errors')
    },
  )

  it('the forms whose tables grow with the draw are those that are tried with 5,000 rows', () => {
    const grown = formCatalogue.filter(
      (form) => form.scope === 'draw' && papersOf(form, longInspection()).some(isLong),
    )
    expect(grown.map(({ name }) => name).toSorted()).toEqual(longForms.toSorted())
  })

  it.for(longForms)('%s keeps every one of 5,000 rows', { timeout: 180_000 }, async (name, context) => {
    needTools(context, 'pdftotext')
    const form = formOf(name)
    const models = form === null ? [] : papersOf(form, longInspection())
    expect(models.some(isLong)).toBe(true)
    const { pdf } = await renderPapers(models, options)
    expect(lostTexts(models.flatMap(textsOf), textOfPages(pdf))).toEqual([])
  })

  it('the same facts and date give the same bytes of every form', async () => {
    for (const form of formCatalogue) {
      const models = proofPapers(form, 'typical')
      const [one, two] = [await renderPapers(models, options), await renderPapers(models, options)]
      expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf)), form.name).toBe(true)
    }
  })
})
