import type { SealBlock } from '../../../shared/forms/form-model.ts'
import type { Line } from './line-breaking.ts'
import { heightOf, placeLines } from './page.ts'
import type { Setting } from './setting.ts'
import type { Sheet } from './sheet.ts'
import { sealRoom, sizes } from './style-sheet.ts'

/** Where 成文日期 is to be written by hand. */
const dateToWrite = '　　　　年　　月　　日'

/**
 * 署名 and 成文日期 with room for the seal (GB/T 9704-2012 7.3.5.1): the date ends four characters from the right edge
 * and the office stands centred over it; of a long name both move left together, so that it stays centred.
 */
export function laySeal(block: SealBlock, sheet: Sheet, setting: Setting): void {
  const { office, date } = linesOf(block, sheet.width, setting)
  sheet.need(sealHeight(block, sheet.width, setting))
  const widest = (lines: readonly Line[]) => Math.max(...lines.map((line) => line.width))
  const right = sheet.left + sheet.width
  const half = Math.max(widest(office), widest(date)) / 2
  const middle = Math.min(right - sealRoom.right - widest(date) / 2, right - half)
  const lineHeight = sealRoom.line
  let top = sheet.cursor() + sealRoom.above
  for (const lines of [office, date]) {
    placeLines(sheet.page(), lines, { x: middle - half, top, width: 2 * half, lineHeight }, 'center')
    top += heightOf(lines, lineHeight)
  }
  // Room below, for the seal's lower edge: at the foot of a page the margin serves as well.
  sheet.moveTo(Math.min(top + sealRoom.below, sheet.bottom()))
}

/** What a page must have free for it. */
export function sealHeight(block: SealBlock, width: number, setting: Setting): number {
  const { office, date } = linesOf(block, width, setting)
  return sealRoom.above + heightOf(office, sealRoom.line) + heightOf(date, sealRoom.line)
}

function linesOf(block: SealBlock, width: number, setting: Setting): { office: Line[]; date: Line[] } {
  const style = { role: 'body', size: sizes.body } as const
  return {
    office: setting.lines(block.office, style, width),
    date: setting.lines(block.date ?? dateToWrite, style, width),
  }
}
