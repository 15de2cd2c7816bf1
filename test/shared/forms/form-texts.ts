import type { FormBlock, FormModel, TableRow } from '../../../shared/forms/form-model.ts'
import { plainText } from '../../../shared/forms/form-model.ts'

/** A digest that is set on two lines is one text. */
const digestHalves = /([0-9a-f]{32})\n(?=[0-9a-f]{32})/g

function rowText(rows: readonly TableRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.map(({ text }) => plainText(text).replaceAll(digestHalves, '$1')))
}

/** Every text of a block, in the order it is printed. */
export function blockText(block: FormBlock): string[] {
  switch (block.kind) {
    case 'title':
      return [block.above ?? '', block.text, block.below ?? '']
    case 'heading':
    case 'banner':
      return [block.text]
    case 'paragraph':
      return [plainText(block.text)]
    case 'list':
      return block.items.map(plainText)
    case 'grid':
      return rowText(block.rows)
    case 'table':
      return [
        ...rowText(block.header),
        ...(block.rows.length === 0 ? [block.empty ?? ''] : rowText(block.rows)),
      ]
    case 'signatures':
      return block.boxes.flatMap(({ label, name }) => [label, name ?? ''])
    case 'qr':
      return [block.content, ...block.caption.map(plainText)]
    case 'letterhead':
      return [block.office, block.number ?? '']
    case 'seal':
      return [block.office, block.date ?? '']
    case 'space':
    case 'lines':
    case 'digits':
    case 'cut':
      return []
    case 'group':
      return block.blocks.flatMap(blockText)
  }
}

/** Every text of a form, a line each. */
export function wordsOf(form: FormModel): string {
  return form.blocks.flatMap(blockText).join('\n')
}
