import type { SignatureBlock, SignatureBox } from '../../../shared/forms/form-model.ts'
import type { Line } from './line-breaking.ts'
import { heightOf, placeLines } from './page.ts'
import type { Setting } from './setting.ts'
import type { Sheet } from './sheet.ts'
import { lineShares, signatureBox as measure, sizes } from './style-sheet.ts'

const lineHeight = sizes.small * lineShares.tight

/** Boxes to sign in, row by row; a row of boxes is never split. */
export function laySignatures(block: SignatureBlock, sheet: Sheet, setting: Setting): void {
  for (const { boxes, height } of rowsOf(block, sheet.width, setting)) {
    sheet.need(height)
    const width = sheet.width / boxes.length
    for (const [place, box] of boxes.entries()) {
      layBox(box, { x: sheet.left + place * width, width, height }, sheet, setting)
    }
    sheet.moveTo(sheet.cursor() + height)
  }
}

/** Heights of the rows of boxes in so much width. */
export function signatureHeights(block: SignatureBlock, width: number, setting: Setting): number[] {
  return rowsOf(block, width, setting).map(({ height }) => height)
}

function rowsOf(
  block: SignatureBlock,
  whole: number,
  setting: Setting,
): { boxes: readonly SignatureBox[]; height: number }[] {
  const rows: { boxes: readonly SignatureBox[]; height: number }[] = []
  for (let index = 0; index < block.boxes.length; index += block.perRow) {
    const boxes = block.boxes.slice(index, index + block.perRow)
    // A short last row shares the whole width: boxes beside nothing look like a mistake.
    const width = whole / boxes.length
    rows.push({ boxes, height: Math.max(...boxes.map((box) => heightOfBox(box, width, setting))) })
  }
  return rows
}

function linesOf(
  { label, name }: SignatureBox,
  inner: number,
  setting: Setting,
): { heading: Line[]; typed: Line[] } {
  return {
    heading: setting.lines(label, { role: 'label', size: sizes.small }, inner),
    typed: name === null ? [] : setting.lines(name, { role: 'body', size: sizes.least }, inner),
  }
}

/** As high as usual, or higher where a long role and name would run into the date. */
function heightOfBox(box: SignatureBox, width: number, setting: Setting): number {
  const { heading, typed } = linesOf(box, width - 2 * measure.side, setting)
  const printed = measure.top + heightOf(heading, lineHeight) + heightOf(typed, measure.nameLine)
  return Math.max(measure.height, printed + measure.room + lineHeight + measure.bottom)
}

function layBox(
  box: SignatureBox,
  { x, width, height }: { readonly x: number; readonly width: number; readonly height: number },
  sheet: Sheet,
  setting: Setting,
): void {
  const page = sheet.page()
  const y = sheet.cursor()
  page.marks.push({ kind: 'frame', x, y, width, height })
  const inner = width - 2 * measure.side
  const left = x + measure.side
  const { heading, typed } = linesOf(box, inner, setting)
  placeLines(page, heading, { x: left, top: y + measure.top, width: inner, lineHeight }, 'left')
  const below = y + measure.top + heightOf(heading, lineHeight)
  placeLines(page, typed, { x: left, top: below, width: inner, lineHeight: measure.nameLine }, 'left')
  const date = setting.lines('年　　月　　日', { role: 'body', size: sizes.small }, inner)
  const top = y + height - lineHeight - measure.bottom
  placeLines(page, date, { x: left, top, width: inner, lineHeight }, 'right')
}
