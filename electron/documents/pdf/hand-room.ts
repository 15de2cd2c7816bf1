import type { DigitsBlock, LinesBlock } from '../../../shared/forms/form-model.ts'
import type { Sheet } from './sheet.ts'
import { colours, handRoom, mm, rules } from './style-sheet.ts'

/**
 * Ruled lines to write on, over as many pages as they need.
 * @param company height of what must stand on one page with the last of them
 */
export function layLines(block: LinesBlock, sheet: Sheet, company: number): void {
  const height = block.height === undefined ? handRoom.line : mm(block.height)
  for (let count = 0; count < block.count; count++) {
    sheet.need(height + (count === block.count - 1 ? company : 0))
    const y = sheet.cursor() + height
    const rule = { x: sheet.left, y, width: sheet.width, height: rules.writing }
    sheet.page().marks.push({ kind: 'rule', colour: colours.ink, ...rule })
    sheet.moveTo(y)
  }
}

/** Boxes for one digit each, as many groups a row as the width holds, the rows in the middle. */
export function layDigits(block: DigitsBlock, sheet: Sheet): void {
  const side = block.size === undefined ? handRoom.digit : mm(block.size)
  const group = Math.max(1, Math.min(block.group, block.count))
  const widthOf = (boxes: number) => {
    const wide = Math.ceil(boxes / group) - 1
    return boxes * side + (boxes - 1 - wide) * handRoom.digitGap + wide * handRoom.digitGroupGap
  }
  let perRow = group
  while (perRow + group <= block.count && widthOf(perRow + group) <= sheet.width) perRow += group
  if (perRow + group > block.count && widthOf(block.count) <= sheet.width) perRow = block.count
  for (let first = 0; first < block.count; first += perRow) {
    const count = Math.min(perRow, block.count - first)
    sheet.need(side + handRoom.digitsBelow)
    const y = sheet.cursor()
    let x = sheet.left + (sheet.width - widthOf(Math.min(perRow, block.count))) / 2
    for (let index = 0; index < count; index++) {
      sheet.page().marks.push({ kind: 'frame', x, y, width: side, height: side })
      x += side + ((index + 1) % group === 0 ? handRoom.digitGroupGap : handRoom.digitGap)
    }
    sheet.moveTo(y + side + handRoom.digitsBelow)
  }
}

/** A dashed line to cut along; at the upper edge of a page the edge serves. */
export function layCut(sheet: Sheet): void {
  if (sheet.empty()) return
  const y = sheet.cursor() + handRoom.cut / 2
  if (y + handRoom.cut / 2 > sheet.bottom()) {
    sheet.moveTo(sheet.bottom())
    return
  }
  const rule = { x: sheet.left, y, width: sheet.width, height: rules.cut }
  sheet.page().marks.push({ kind: 'rule', colour: colours.ink, dash: handRoom.dash, ...rule })
  sheet.moveTo(y + handRoom.cut / 2)
}
