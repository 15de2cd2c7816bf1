import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { sheetXml } from './workbook-sheet-xml.ts'
import { stylesXml } from './workbook-styles.ts'
import { attributeText, xmlHead } from './workbook-xml.ts'

/**
 * How the cells of a column are written. `text`: as text for ever, so that codes keep leading zeros and all their 18
 * digits; `ratio`: hundredths of a per cent (500 is 5%), as registers hold them; `number`: a number; `date`: a day,
 * `2026-03-31`. A value that is not of its column's kind is written as text.
 */
export type CellFormat = 'text' | 'ratio' | 'number' | 'date'
export type CellValue = string | number | null

/** One column: its title, and its width in digits of the body's size (a Chinese character is two). */
export interface WorkbookColumn {
  readonly title: string
  readonly width: number
  readonly format?: CellFormat
}

/** One sheet: a title across all columns, notes below it, the header, the rows. */
export interface WorkbookSheet {
  readonly name: string
  readonly title?: string
  readonly notes?: readonly string[]
  readonly columns: readonly WorkbookColumn[]
  /** asked for one by one and never held together */
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  /** the time that the parts carry; the same workbook gives the same bytes */
  readonly at?: Date
}

const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageSpace = 'http://schemas.openxmlformats.org/package/2006'
/** The first day that a zip can say. */
const noTime = new Date(1980, 0, 1)

/**
 * A workbook (.xlsx, ECMA-376). Written by ourselves: exceljs holds every cell of a sheet in memory, or streams with a
 * reader of its own that drops rows; what a register needs is small. Ready to be printed: A4 landscape, as wide as the
 * paper, the header on every page, page numbers below.
 *
 * Errors of a `rows` end the writing and are thrown on.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const { sheets, at = noTime } = workbook
  if (sheets.length === 0) throw new TypeError('a workbook has at least one sheet')
  const names = sheetNames(sheets.map(({ name }) => name))
  const zip = new ZipFile()
  const options = { mtime: at, mode: 0o100644 }
  const add = (path: string, text: string): void => zip.addBuffer(Buffer.from(text), path, options)
  add('[Content_Types].xml', contentTypes(sheets.length))
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  add('xl/workbook.xml', workbookXml(sheets, names))
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  )
  add('xl/styles.xml', stylesXml)
  for (const [index, sheet] of sheets.entries())
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, options, (give) => {
      // A part that fails ends the zip with its error.
      give(
        null,
        Readable.from(sheetXml(sheet)).once('error', (error) => zip.emit('error', error)),
      )
    })
  zip.end()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const parts: Buffer[] = []
  zip.once('error', reject)
  zip.outputStream.on('data', (part: Buffer) => parts.push(part))
  zip.outputStream.once('end', resolve)
  await promise
  return new Uint8Array(Buffer.concat(parts))
}

/** Names that a workbook allows: 31 characters, none of `\ / ? * [ ] :`, no quote at an end, each once. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain = name.replace(/[\\/?*[\]:]/g, '-').replace(/^'+|'+$/g, '') || '表'
    let free = [...plain].slice(0, 31).join('')
    for (let copy = 2; taken.has(free.toLowerCase()); copy++)
      free = `${[...plain].slice(0, 27).join('')}-${copy}`
    taken.add(free.toLowerCase())
    return free
  })
}

function workbookXml(sheets: readonly WorkbookSheet[], names: readonly string[]): string {
  const listed = names.map(
    (name, index) => `<sheet name="${attributeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const repeated = sheets.map(({ title, notes = [] }, index) => {
    const line = headerLine(title, notes)
    const quoted = `'${(names[index] ?? '').replaceAll("'", "''")}'`
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${attributeText(quoted)}!$${line}:$${line}</definedName>`
  })
  return (
    `${xmlHead}<workbook xmlns="${mainSpace}" xmlns:r="${officeSpace}">` +
    `<sheets>${listed.join('')}</sheets><definedNames>${repeated.join('')}</definedNames></workbook>`
  )
}

/** The line of the header, from 1. */
export function headerLine(title: string | undefined, notes: readonly string[]): number {
  return (title === undefined ? 0 : 1) + notes.length + 1
}

function contentTypes(sheets: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = [
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>`,
    ...Array.from(
      { length: sheets },
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
    ),
  ]
  return (
    `${xmlHead}<Types xmlns="${packageSpace}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
  )
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const listed = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeSpace}/${type}" Target="${target}"/>`,
  )
  return `${xmlHead}<Relationships xmlns="${packageSpace}/relationships">${listed.join('')}</Relationships>`
}
