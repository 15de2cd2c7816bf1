import type { LetterheadBlock } from '../../../shared/forms/form-model.ts'
import type { Line } from './line-breaking.ts'
import { heightOf, placeLines } from './page.ts'
import { readPicture } from './picture.ts'
import type { Setting } from './setting.ts'
import type { Sheet } from './sheet.ts'
import {
  colours,
  type HeadRoom,
  headOfDocument,
  headOfLetter,
  letterhead as measure,
  rules,
  sizes,
} from './style-sheet.ts'

/** Where 文号 is to be written by hand. */
const numberToWrite = '＿＿＿＿〔＿＿＿＿〕＿＿＿号'

/** Room of a 版头 and of the title below it. */
export function headRoom({ letter }: LetterheadBlock): HeadRoom {
  return letter === true ? headOfLetter : headOfDocument
}

/**
 * 版头 (GB/T 9704-2012 7.2): the office's mark, 文号 and the rule below it.
 */
export function layLetterhead(block: LetterheadBlock, sheet: Sheet, setting: Setting): void {
  const room = headRoom(block)
  const colour = block.red ? colours.red : colours.ink
  sheet.moveTo(sheet.cursor() + room.overMark)
  layMark(block, colour, sheet, setting)
  sheet.moveTo(sheet.cursor() + room.overNumber)
  const number = setting.lines(block.number ?? numberToWrite, { role: 'body', size: sizes.body }, sheet.width)
  const lineHeight = sizes.bodyLine
  const top = sheet.cursor()
  placeLines(sheet.page(), number, { x: sheet.left, top, width: sheet.width, lineHeight }, 'center')
  sheet.moveTo(top + heightOf(number, lineHeight))
  // Black: for paper that has a red head and its rule already.
  if (block.red) {
    const y = sheet.cursor() + measure.beforeRule
    const rule = { x: sheet.left, y, width: sheet.width, height: rules.letterhead }
    sheet.page().marks.push({ kind: 'rule', colour, ...rule })
  }
  sheet.moveTo(sheet.cursor() + measure.beforeRule + room.belowRule)
}

/** The mark in the middle of the text area; a logo stands left of it, and both together in the middle. */
function layMark(block: LetterheadBlock, colour: string, sheet: Sheet, setting: Setting): void {
  const picture = block.logo === null ? null : readPicture(block.logo)
  const scale =
    picture === null ? 0 : Math.min(measure.logo.height / picture.height, measure.logo.width / picture.width)
  const logo = {
    width: (picture?.width ?? 0) * scale,
    height: (picture?.height ?? 0) * scale,
    room: picture === null ? 0 : picture.width * scale + measure.logo.gap,
  }
  const mark = setMark(block.office, sheet.width - logo.room, setting)
  const lineHeight = mark.size * measure.line
  const height = Math.max(heightOf(mark.lines, lineHeight), logo.height)
  const width = Math.max(...mark.lines.map((line) => line.width))
  const left = sheet.left + (sheet.width - logo.room - width) / 2
  const top = sheet.cursor()
  const page = sheet.page()
  if (picture !== null) {
    const y = top + (height - logo.height) / 2
    page.marks.push({
      kind: 'picture',
      x: left,
      y,
      width: logo.width,
      height: logo.height,
      data: picture.data,
    })
  }
  const box = {
    x: left + logo.room,
    top: top + (height - heightOf(mark.lines, lineHeight)) / 2,
    width,
    lineHeight,
    colour,
  }
  placeLines(page, mark.lines, box, 'center')
  sheet.moveTo(top + height)
}

/** As large as it goes on one line; of a name that would be small then, on as many lines as it needs. */
function setMark(office: string, width: number, setting: Setting): { lines: Line[]; size: number } {
  const [whole] = setting.lines(office, { role: 'title', size: 1 }, Number.MAX_SAFE_INTEGER)
  const fitting = Math.min(measure.largest, width / (whole?.width ?? 1))
  const size = Math.max(measure.smallest, Math.floor(fitting))
  return { lines: setting.lines(office, { role: 'title', size }, width), size }
}
