import type { QrBlock } from '../../../shared/forms/form-model.ts'
import { heightOf, placeLines } from './page.ts'
import { qrSquares } from './qr-squares.ts'
import type { Setting } from './setting.ts'
import type { Sheet } from './sheet.ts'
import { lineShares, mm, qrBox, sizes } from './style-sheet.ts'

/**
 * A QR code in a frame, with its text beside it; never split.
 * @param company height of what must stand on one page with it
 */
export function layQr(block: QrBlock, sheet: Sheet, setting: Setting, company: number): void {
  const size = mm(block.size)
  const x = sheet.left + size + 2 * qrBox.quiet + qrBox.gap
  const width = sheet.left + sheet.width - x - qrBox.gap
  const lineHeight = sizes.small * lineShares.small
  const captions = block.caption.map((text) =>
    setting.lines(text, { role: 'body', size: sizes.small }, width),
  )
  const textHeight = captions.reduce((sum, lines) => sum + heightOf(lines, lineHeight), 0)
  const height = Math.max(size + 2 * qrBox.quiet, textHeight)
  sheet.need(height + company)
  const page = sheet.page()
  const y = sheet.cursor()
  page.marks.push({ kind: 'frame', x: sheet.left, y, width: sheet.width, height })
  page.marks.push({
    kind: 'squares',
    x: sheet.left + qrBox.quiet,
    y: y + (height - size) / 2,
    size,
    ...qrSquares(block.content),
  })
  let top = y + (height - textHeight) / 2
  for (const lines of captions) {
    placeLines(page, lines, { x, top, width, lineHeight }, 'left')
    top += heightOf(lines, lineHeight)
  }
  sheet.moveTo(y + height)
}
