import { cellStyles } from './workbook-styles.ts'
import { cellText, lettersOf, xmlHead } from './workbook-xml.ts'
import type { CellFormat, CellValue, WorkbookSheet } from './write-workbook.ts'

/** Pieces of this many characters are handed on: a piece a row would cost more than it says. */
const pieceSize = 64_000
const day = 86_400_000

/** The XML of one sheet, piece by piece; the rows are asked for as the pieces are taken. */
export async function* sheetXml(sheet: WorkbookSheet): AsyncGenerator<string, void, undefined> {
  const { title, notes = [], columns } = sheet
  const above = [
    ...(title === undefined ? [] : [{ text: title, style: cellStyles.title, height: 30 }]),
    ...notes.map((text) => ({ text, style: cellStyles.note, height: 18 })),
  ]
  const header = above.length + 1
  yield headXml(sheet, header)
  let piece = above
    .map(
      ({ text, style, height }, index) =>
        `<row r="${index + 1}" ht="${height}" customHeight="1">${textCell(0, index + 1, text, style)}</row>`,
    )
    .join('')
  const titles = columns.map((column, at) => textCell(at, header, column.title, cellStyles.header))
  piece += `<row r="${header}" ht="30" customHeight="1">${titles.join('')}</row>`
  let line = header
  for await (const row of sheet.rows) {
    line += 1
    piece += `<row r="${line}">`
    for (let at = 0; at < columns.length; at++)
      piece += cellXml(at, line, row[at] ?? null, columns[at]?.format ?? 'text')
    piece += '</row>'
    if (piece.length < pieceSize) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData>${footXml(above.length, columns.length)}</worksheet>`
}

function headXml({ columns }: WorkbookSheet, header: number): string {
  const below = header + 1
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${header}" topLeftCell="A${below}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="A${below}" sqref="A${below}"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="18"/><cols>${widths.join('')}</cols><sheetData>`
  )
}

/** In the order that the standard wants (ECMA-376 18.3.1.99): merged cells, margins, page, footer. */
function footXml(above: number, columns: number): string {
  const last = lettersOf(Math.max(0, columns - 1))
  const merged = Array.from(
    { length: columns > 1 ? above : 0 },
    (_, index) => `<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`,
  )
  return (
    (merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C第&amp;P页 共&amp;N页</oddFooter></headerFooter>'
  )
}

function cellXml(column: number, line: number, value: CellValue, format: CellFormat): string {
  const place = `${lettersOf(column)}${line}`
  if (value === null || value === '') return `<c r="${place}" s="${cellStyles.text}"/>`
  if (typeof value === 'number') {
    if (format === 'ratio') {
      const style = value % 100 === 0 ? cellStyles.wholePercent : cellStyles.percent
      return `<c r="${place}" s="${style}"><v>${value / 10_000}</v></c>`
    }
    if (format === 'number') return `<c r="${place}" s="${cellStyles.number}"><v>${value}</v></c>`
    return textCell(column, line, String(value), cellStyles.text)
  }
  const serial = format === 'date' ? daySerial(value) : null
  return serial === null
    ? textCell(column, line, value, cellStyles.text)
    : `<c r="${place}" s="${cellStyles.date}"><v>${serial}</v></c>`
}

function textCell(column: number, line: number, text: string, style: number): string {
  // A blank at an end is kept only where it is asked for.
  const space = text.trim() === text ? '' : ' xml:space="preserve"'
  return `<c r="${lettersOf(column)}${line}" s="${style}" t="inlineStr"><is><t${space}>${cellText(text)}</t></is></c>`
}

/** The number of a day in the 1900 count, from March 1900 on: before it the count has a day that never was. */
function daySerial(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const moment = Date.parse(`${value}T00:00:00Z`)
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== value) return null
  const serial = Math.round((moment - Date.UTC(1899, 11, 30)) / day)
  return serial > 60 ? serial : null
}
