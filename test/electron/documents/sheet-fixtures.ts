import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll } from 'vitest'

/** A folder for the files of one test file, removed at its end. */
export function temporaryFiles(): (name: string, bytes: Uint8Array | string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return (name, bytes) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
}

/** What a workbook is made of by hand, so that XML can be tested which no writer at hand produces. */
export interface HandmadeWorkbook {
  /** What stands inside `<worksheet>`, a sheet each; a sheet's name is `表1`, `表2`, … */
  readonly sheets: readonly string[]
  /** What stands inside `<sst>`. */
  readonly strings?: string
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string
  readonly from1904?: boolean
  readonly hidden?: readonly number[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The parts of a workbook, by path. */
export function workbookParts(book: HandmadeWorkbook): Record<string, Uint8Array> {
  const parts: Record<string, string> = {}
  const relations: string[] = []
  const relation = (type: string, target: string) => {
    relations.push(
      `<Relationship Id="r${relations.length + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    return `r${relations.length}`
  }
  const sheets = book.sheets.map((xml, index) => {
    const path = `worksheets/sheet${index + 1}.xml`
    parts[`xl/${path}`] = `<worksheet xmlns="${main}">${xml}</worksheet>`
    const state = book.hidden?.includes(index) === true ? ' state="hidden"' : ''
    return `<sheet name="表${index + 1}" sheetId="${index + 1}"${state} r:id="${relation('worksheet', path)}"/>`
  })
  if (book.strings !== undefined) {
    relation('sharedStrings', 'sharedStrings.xml')
    parts['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${book.strings}</sst>`
  }
  if (book.styles !== undefined) {
    relation('styles', '/xl/styles.xml')
    parts['xl/styles.xml'] = `<styleSheet xmlns="${main}">${book.styles}</styleSheet>`
  }
  const properties = book.from1904 === true ? '<workbookPr date1904="1"/>' : ''
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships xmlns="${packaged}">${relations.join('')}</Relationships>`
  parts['_rels/.rels'] =
    `<Relationships xmlns="${packaged}"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  return Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]))
}

/** A handmade workbook as the bytes of a .xlsx file. */
export function workbookBytes(book: HandmadeWorkbook): Uint8Array {
  return zipSync(workbookParts(book))
}

/** `<sheetData>` of rows of inline text, the first row on `line`. */
export function sheetData(rows: readonly (readonly string[])[], line = 1): string {
  const xml = rows.map((cells, index) => {
    const inner = cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`)
    return `<row r="${line + index}">${inner.join('')}</row>`
  })
  return `<sheetData>${xml.join('')}</sheetData>`
}
