import type { MergedCells } from '../../shared/registry/judge.ts'
import {
  type CellSource,
  cellAddress,
  columnLetters,
  type RawCell,
  type RawRow,
} from '../../shared/registry/raw-row.ts'
import { damaged, type SheetLimits, tooLarge } from './sheet-refusal.ts'
import type { WorkbookParts } from './sheet-workbook.ts'
import { copyText, parseXml, unescapeXstring, type XmlListener } from './sheet-xml.ts'

const day = 86_400_000

/** A day number of a workbook as `2026-03-31`, with the time where it has one; its digits where it is none. */
export function serialToDay(serial: number, from1904: boolean): string {
  if (!(serial >= 1 && serial < 2_958_466)) return String(serial)
  // Day 60 of the 1900 count is 29 February 1900, which never was.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const text = new Date(epoch + Math.round((serial * day) / 1000) * 1000).toISOString()
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

function columnNumber(letters: string): number {
  let column = 0
  for (let index = 0; index < letters.length; index += 1)
    column = column * 26 + letters.charCodeAt(index) - 64
  return column
}

/** The two corners of `B3:D9`; a single cell is both. */
function parseRange(reference: string): MergedCells | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(reference)
  if (match === null) return null
  const fromColumn = columnNumber(match[1] ?? '')
  const fromLine = Number(match[2])
  return {
    fromColumn,
    fromLine,
    toColumn: match[3] === undefined ? fromColumn : columnNumber(match[3]),
    toLine: match[4] === undefined ? fromLine : Number(match[4]),
  }
}

/** Registers repeat themselves (种类, 股室, 状态): each such text is kept once. */
class TextPool {
  readonly #texts = new Map<string, string>()

  keep(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const copy = copyText(text)
    // Names and codes hardly repeat; a pool of them all would cost more than it saves.
    if (this.#texts.size < 5000) this.#texts.set(copy, copy)
    return copy
  }
}

/** Collects the rows of one sheet out of its XML (ECMA-376 18.3.1). */
class RowCollector implements XmlListener {
  readonly merges: MergedCells[] = []
  rows: RawRow[] = []
  readonly #book: WorkbookParts
  readonly #limits: SheetLimits
  readonly #texts = new TextPool()
  #line = 0
  #column = 0
  #count = 0
  #inData = false
  #cells: RawCell[] = []
  #type = ''
  #style = 0
  #value: string | null = null
  #formula: string | null = null
  #collecting: 'value' | 'formula' | null = null
  #readings = 0

  constructor(book: WorkbookParts, limits: SheetLimits) {
    this.#book = book
    this.#limits = limits
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'sheetData':
        this.#inData = true
        break
      case 'row':
        this.#openRow(attributes.r)
        break
      case 'c':
        this.#openCell(attributes)
        break
      case 'v':
        this.#collecting = 'value'
        this.#value ??= ''
        break
      case 'f':
        this.#collecting = 'formula'
        this.#formula ??= ''
        break
      case 't':
        // Rich text comes in several runs; the readings (拼音) beside them are no part of it.
        if (this.#readings === 0) this.#collecting = 'value'
        this.#value ??= ''
        break
      case 'rPh':
        this.#readings += 1
        break
      case 'mergeCell': {
        const range = parseRange(attributes.ref ?? '')
        if (range !== null) this.merges.push(range)
        break
      }
    }
  }

  close(name: string): void {
    switch (name) {
      case 'sheetData':
        this.#inData = false
        break
      case 'row':
        if (this.#inData) this.rows.push({ line: this.#line, cells: this.#cells })
        break
      case 'c':
        this.#closeCell()
        break
      case 'rPh':
        this.#readings -= 1
        break
      case 'v':
      case 'f':
      case 't':
        this.#collecting = null
    }
  }

  text(text: string): void {
    if (this.#collecting === 'value') this.#value = (this.#value ?? '') + text
    else if (this.#collecting === 'formula') this.#formula = (this.#formula ?? '') + text
  }

  #openRow(reference: string | undefined): void {
    const line = reference === undefined ? this.#line + 1 : Number(reference)
    if (!Number.isSafeInteger(line) || line <= this.#line) throw damaged(`第${this.#line}行之后的行号有误`)
    this.#line = line
    this.#column = 0
    this.#cells = []
    this.#count += 1
    if (this.#count > this.#limits.rows) throw tooLarge(`超过${this.#limits.rows}行`)
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const letters = /^[A-Z]{1,3}(?=\d)/.exec(attributes.r ?? '')?.[0]
    this.#column = letters === undefined ? this.#column + 1 : columnNumber(letters)
    this.#type = attributes.t ?? 'n'
    this.#style = Number(attributes.s ?? 0)
    this.#value = null
    this.#formula = null
    this.#collecting = null
    this.#readings = 0
  }

  #closeCell(): void {
    if (!this.#inData) return
    const cell = this.#read()
    if (cell === null) return
    if (this.#column > this.#limits.columns) {
      throw tooLarge(`${columnLetters(this.#column)}列第${this.#line}行有内容，超过${this.#limits.columns}列`)
    }
    const address = cellAddress(this.#column, this.#line)
    this.#cells.push({ column: this.#column, address, ...cell })
  }

  #read(): { value: string; source: CellSource; format?: string } | null {
    if (this.#formula !== null) return { value: this.#formula, source: 'formula' }
    const raw = this.#value
    if (raw === null || raw === '') return null
    switch (this.#type) {
      case 's': {
        const text = this.#book.sharedStrings[Number(raw)]
        if (text === undefined) throw damaged(`${cellAddress(this.#column, this.#line)}所指的文字不存在`)
        return text === '' ? null : { value: text, source: 'text' }
      }
      case 'inlineStr':
      case 'str':
        return { value: this.#texts.keep(unescapeXstring(raw)), source: 'text' }
      case 'b':
        return { value: raw === '0' || raw === 'false' ? 'FALSE' : 'TRUE', source: 'boolean' }
      case 'e':
        return { value: raw, source: 'error' }
      case 'd':
        return { value: raw.replace(/T00:00:00(\.0+)?Z?$/, ''), source: 'date' }
      default: {
        const format = this.#book.formats[this.#style]
        if (format?.date === true) {
          return { value: serialToDay(Number(raw), this.#book.from1904), source: 'date' }
        }
        const code = format?.code ?? null
        return code === null
          ? { value: raw, source: 'number' }
          : { value: raw, source: 'number', format: code }
      }
    }
  }
}

/** One pass over a sheet: its rows as they come, and when they are over, its merged cells. */
export interface SheetRows {
  readonly rows: AsyncGenerator<RawRow>
  merges(): readonly MergedCells[]
}

/** Reads the rows of a sheet. `rows` throws SheetRefusal (FILE_DAMAGED, FILE_TOO_LARGE). */
export function readSheetRows(
  pieces: AsyncIterable<string>,
  path: string,
  book: WorkbookParts,
  limits: SheetLimits,
): SheetRows {
  const collector = new RowCollector(book, limits)
  async function* rows(): AsyncGenerator<RawRow> {
    for await (const _ of parseXml(pieces, path, collector)) {
      const ready = collector.rows
      collector.rows = []
      yield* ready
    }
  }
  return { rows: rows(), merges: () => collector.merges }
}
