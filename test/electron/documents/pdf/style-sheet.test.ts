import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BlockFlow } from '../../../../electron/documents/pdf/block-flow.ts'
import { fontSet } from '../../../../electron/documents/pdf/fonts.ts'
import { Setting } from '../../../../electron/documents/pdf/setting.ts'
import { paper, paperAcross } from '../../../../electron/documents/pdf/style-sheet.ts'
import { formCatalogue } from '../../../../shared/forms/form-catalogue.ts'
import type { FormBlock } from '../../../../shared/forms/form-model.ts'
import { proofLevels, proofPapers } from '../../../shared/forms/proof-papers.ts'

/** Of 5,000 rows the first tell: all are set alike. */
function beginning(block: FormBlock): FormBlock {
  return block.kind === 'table' ? { ...block, rows: block.rows.slice(0, 100) } : block
}

const folder = join(import.meta.dirname, '../../../../electron/documents/pdf')

describe('the style sheet', () => {
  it('of GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, 版心 156 by 225 mm', () => {
    const inMillimetres = Object.values(paper).map((points: number) => Math.round((points * 25.4) / 72))
    expect(inMillimetres).toEqual([210, 297, 28, 37, 156, 225])
  })

  it.for(formCatalogue.map((form) => [form.name, form] as const))(
    '%s has no text below 小五 (9 pt), and none outside the text area',
    ([, form]) => {
      for (const model of proofLevels.flatMap((level) => proofPapers(form, level).slice(0, 3))) {
        const sheet = model.across === true ? paperAcross : paper
        const flow = new BlockFlow(new Setting(fontSet()), sheet)
        flow.add(model.blocks.map(beginning))
        for (const mark of flow.pages.flatMap(({ marks }) => marks)) {
          if (mark.kind !== 'run') continue
          if (mark.run.size < 9) expect.fail(`“${mark.run.text}” is set in ${mark.run.size} pt`)
          const outside =
            mark.x < sheet.left - 0.01 || mark.x + mark.run.width > sheet.left + sheet.textWidth + 0.01
          if (outside) expect.fail(`“${mark.run.text}” leaves the text area`)
        }
      }
    },
  )

  it('is the one place that says a size, a length or a colour', () => {
    for (const file of globSync('*.ts', { cwd: folder })) {
      if (file === 'style-sheet.ts') continue
      const code = readFileSync(join(folder, file), 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, '')
      expect(
        code.match(
          /\bmm\(\s*[\d.]+|#[0-9a-f]{6}\b|\b(size|lineWidth|width|height)\(?:? ?([3-9]\d*|[12]\d+)(\.\d+)?\b/g,
        ),
        file,
      ).toBe(null)
    }
  })
})
