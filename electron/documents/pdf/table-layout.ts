import type { Align, FormText, TableBlock, TableCell, TableRow } from '../../../shared/forms/form-model.ts'
import { columnEdges, Occupancy } from './column-grid.ts'
import type { Line } from './line-breaking.ts'
import { heightOf, placeLines } from './page.ts'
import type { Setting } from './setting.ts'
import type { Sheet } from './sheet.ts'
import { gaps, lineShares, sizes } from './style-sheet.ts'

/** A row that must be split leaves no fewer lines than this at the foot of a page. */
const fewestLines = 2
/** Rows that share a cell are kept together up to this part of a page. */
const keptTogether = 0.35
const rounding = 0.01

interface SetCell {
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly align: Align
  readonly valign: 'top' | 'middle'
  readonly lineHeight: number
  readonly continued: readonly Line[]
  readonly all: readonly Line[]
  /** Lines not yet printed. */
  rest: readonly Line[]
}

interface SetRow {
  readonly cells: readonly SetCell[]
  height: number
  /** Whether its cells over several rows have begun. */
  opened: boolean
}

/** A cell over several rows while its rows are being printed. */
interface OpenSpan {
  readonly cell: SetCell
  rowsLeft: number
  /** Top of its part on the page in hand. */
  top: number
}

/**
 * Puts a table (or a grid, which is a table without a header) on the sheet, over as many pages as it needs.
 * The header is repeated on each; a row goes to the next page as a whole where a page can hold it, and is split
 * between lines where none can; a cell over several rows that a page's end divides is printed again with （续）.
 * Every line of every cell is printed once, but for those repetitions.
 * @param company height of what must stand on one page with the last rows
 */
export function layTable(block: Omit<TableBlock, 'kind'>, sheet: Sheet, setting: Setting, company = 0): void {
  new TableLayout(block, sheet, setting).run(company)
}

class TableLayout {
  private readonly sheet: Sheet
  private readonly setting: Setting
  private readonly block: Omit<TableBlock, 'kind'>
  private readonly size: number
  private readonly lineShare: number
  private readonly lineHeight: number
  private readonly padY: number
  private readonly edges: readonly number[]
  private readonly header: readonly SetRow[]
  private readonly headerHeight: number
  private spans: OpenSpan[] = []
  private outlineTop = 0

  constructor(block: Omit<TableBlock, 'kind'>, sheet: Sheet, setting: Setting) {
    this.block = block
    this.sheet = sheet
    this.setting = setting
    const dense = block.dense === true
    this.size = Math.max(sizes.least, block.fontSize ?? sizes.table)
    this.lineShare = dense ? lineShares.dense : lineShares.tight
    this.lineHeight = this.size * this.lineShare
    this.padY = dense ? gaps.cell.denseY : gaps.cell.y
    this.edges = columnEdges(block.columns, sheet.left, sheet.width)
    this.header = this.setHeader()
    this.headerHeight = sumOf(this.header)
  }

  run(company: number): void {
    const rows = this.bodyRows()
    const groups = [...spanGroups(rows)]
    const grid = new Occupancy(this.block.columns.length)
    const setNext = (index: number) => (groups[index] ?? []).map((row) => this.setRow(row, grid, false))
    let set = setNext(0)
    const least = Math.max(
      this.leastRoom(rows[0]),
      this.unsplit(set[0]),
      groups.length === 1 ? sumOf(set) + company : 0,
    )
    const fits =
      this.roomLeft() >= this.headerHeight + Math.min(least, this.sheet.bottom() - this.sheet.top())
    if (!this.sheet.empty() && !fits) this.sheet.nextPage()
    this.beginPart()
    for (let index = 0; index < groups.length; index++) {
      const next = setNext(index + 1)
      this.printGroup(set, index === 0 ? 0 : this.companyAfter(groups.length - index - 1, next, company))
      set = next
    }
    for (const span of this.spans) this.printSpanPart(span)
    this.endPart()
  }

  /** Height of a row that goes to the next page as a whole, where it would leave the header behind; else 0. */
  private unsplit(row: SetRow | undefined): number {
    const height = row?.height ?? 0
    return height <= this.sheet.bottom() - this.sheet.top() - this.headerHeight ? height : 0
  }

  /** What stands on one page with the rows in hand: with the last but one the last, which is not left alone. */
  private companyAfter(left: number, next: readonly SetRow[], company: number): number {
    if (left === 0) return company
    return left === 1 ? sumOf(next) + company : 0
  }

  /** Rows that share a cell, on one page where they are few; the last ones with what follows them. */
  private printGroup(set: readonly SetRow[], company: number): void {
    const most = keptTogether * (this.sheet.bottom() - this.sheet.top())
    const height = sumOf(set)
    const kept = height <= most && (set.length > 1 || company > 0) ? Math.min(company, most) : null
    if (kept !== null && height + kept > this.roomLeft() + rounding) this.nextPart()
    for (const row of set) this.printRow(row)
  }

  private bodyRows(): readonly TableRow[] {
    if (this.block.rows.length > 0 || this.block.empty === undefined) return this.block.rows
    return [{ cells: [{ text: this.block.empty, colSpan: this.block.columns.length, align: 'center' }] }]
  }

  private leastRoom(row: TableRow | undefined): number {
    return Math.max(row?.minHeight ?? 0, fewestLines * this.lineHeight + 2 * this.padY)
  }

  private roomLeft(): number {
    return this.sheet.bottom() - this.sheet.cursor()
  }

  private beginPart(): void {
    this.outlineTop = this.sheet.cursor()
    const rows = this.header.map((row) => ({
      height: row.height,
      opened: false,
      cells: row.cells.map((cell) => ({ ...cell, rest: cell.all })),
    }))
    const kept = this.spans
    this.spans = []
    for (const row of rows) this.printWhole(row, row.height)
    this.spans = kept
    for (const span of this.spans) {
      span.top = this.sheet.cursor()
      // What was printed in full before is said again, so that the rows on this page have their heading.
      if (span.cell.rest.length === 0) span.cell.rest = span.cell.continued
    }
  }

  private endPart(): void {
    const top = this.outlineTop
    const height = this.sheet.cursor() - top
    if (height <= 0) return
    this.sheet
      .page()
      .marks.push({ kind: 'outline', x: this.sheet.left, y: top, width: this.sheet.width, height })
  }

  private nextPart(): void {
    for (const span of this.spans) this.printSpanPart(span)
    this.endPart()
    this.sheet.nextPage()
    this.beginPart()
  }

  /** Prints a row where it fits: here, on the next page, or, where no page can hold it, over several pages. */
  private printRow(row: SetRow): void {
    const fullPage = this.sheet.bottom() - this.sheet.top() - this.headerHeight
    if (this.heightNeeded(row) > this.roomLeft() + rounding) {
      const fits = this.heightNeeded(row) <= fullPage
      const worthSplitting = this.roomLeft() >= this.leastRoom(undefined)
      if (fits || !worthSplitting) this.nextPart()
      while (this.heightNeeded(row) > this.roomLeft() + rounding) {
        this.printSlice(row)
        this.nextPart()
      }
    }
    this.printWhole(row, this.heightNeeded(row))
  }

  /** Height of what is left of a row, enough for the spans that end with it. */
  private heightNeeded(row: SetRow): number {
    const own = row.cells.filter((cell) => cell.rowSpan === 1).map((cell) => this.cellHeight(cell))
    const ending = this.spans
      .filter((span) => span.rowsLeft === 1)
      .map((span) => this.cellHeight(span.cell) - (this.sheet.cursor() - span.top))
    const least = row.cells.some((cell) => cell.rest.length < cell.all.length) ? 0 : row.height
    return Math.max(least, ...own, ...ending)
  }

  private cellHeight(cell: SetCell): number {
    return heightOf(cell.rest, cell.lineHeight) + 2 * this.padY
  }

  private printWhole(row: SetRow, height: number): void {
    const top = this.sheet.cursor()
    this.openSpans(row, top)
    for (const cell of row.cells) {
      if (cell.rowSpan > 1) continue
      this.printCell(cell, cell.rest, top, height)
      cell.rest = []
    }
    this.sheet.moveTo(top + height)
    for (const span of this.spans) span.rowsLeft--
    const ended = this.spans.filter((span) => span.rowsLeft === 0)
    this.spans = this.spans.filter((span) => span.rowsLeft > 0)
    for (const span of ended) this.printSpanPart(span)
  }

  private openSpans(row: SetRow, top: number): void {
    if (row.opened) return
    row.opened = true
    for (const cell of row.cells) {
      if (cell.rowSpan > 1) this.spans.push({ cell, rowsLeft: cell.rowSpan, top })
    }
  }

  /** As many lines of each cell as the page still holds. */
  private printSlice(row: SetRow): void {
    const top = this.sheet.cursor()
    this.openSpans(row, top)
    const count = Math.max(1, Math.floor((this.roomLeft() - 2 * this.padY + rounding) / this.lineHeight))
    for (const cell of row.cells) {
      if (cell.rowSpan > 1) continue
      this.printCell(cell, cell.rest.slice(0, count), top, this.roomLeft())
      cell.rest = cell.rest.slice(count)
    }
    this.sheet.moveTo(this.sheet.bottom())
  }

  /** The part of a row-spanning cell that stands on the page in hand, from its top to the cursor. */
  private printSpanPart(span: OpenSpan): void {
    const height = this.sheet.cursor() - span.top
    if (height <= rounding) return
    const count = Math.max(0, Math.floor((height - 2 * this.padY + rounding) / this.lineHeight))
    const cell = span.cell
    this.printCell(cell, cell.rest.slice(0, count), span.top, height)
    cell.rest = cell.rest.slice(count)
  }

  private printCell(cell: SetCell, lines: readonly Line[], top: number, height: number): void {
    const left = this.edges[cell.column] ?? this.sheet.left
    const right = this.edges[cell.column + cell.colSpan] ?? this.sheet.left + this.sheet.width
    const page = this.sheet.page()
    page.marks.push({ kind: 'frame', x: left, y: top, width: right - left, height })
    const free = height - heightOf(lines, cell.lineHeight)
    const box = {
      x: left + gaps.cell.x,
      top: top + (cell.valign === 'top' ? this.padY : free / 2),
      width: right - left - 2 * gaps.cell.x,
      lineHeight: cell.lineHeight,
    }
    placeLines(page, lines, box, cell.align)
  }

  private setHeader(): SetRow[] {
    const grid = new Occupancy(this.block.columns.length)
    const rows = this.block.header.map((row) => this.setRow(row, grid, true))
    for (const [index, row] of rows.entries()) {
      for (const cell of row.cells) {
        const spanned = rows.slice(index, index + cell.rowSpan)
        const short = this.cellHeight(cell) - spanned.reduce((sum, each) => sum + each.height, 0)
        const last = spanned.at(-1)
        if (short > 0 && last !== undefined) last.height += short
      }
    }
    return rows
  }

  private setRow(row: TableRow, grid: Occupancy, header: boolean): SetRow {
    const cells = row.cells.map((cell) => this.setCell(cell, grid, header))
    grid.endRow()
    const single = cells.filter((cell) => cell.rowSpan === 1)
    const height = Math.max(
      this.lineHeight + 2 * this.padY,
      row.minHeight ?? 0,
      ...single.map((cell) => this.cellHeight(cell)),
    )
    return { cells, height, opened: false }
  }

  private setCell(cell: TableCell, grid: Occupancy, header: boolean): SetCell {
    const colSpan = cell.colSpan ?? 1
    const rowSpan = cell.rowSpan ?? 1
    const column = grid.take(colSpan, rowSpan)
    const section = cell.role === 'section'
    const label = header || cell.role !== undefined
    const size = section ? sizes.section : this.size
    const width = (this.edges[column + colSpan] ?? 0) - (this.edges[column] ?? 0) - 2 * gaps.cell.x
    const style = { role: label ? 'label' : 'body', size } as const
    const all = this.setting.lines(cell.text, style, width)
    const continued = rowSpan === 1 ? [] : this.setting.lines(withContinued(cell.text), style, width)
    return {
      column,
      colSpan,
      rowSpan,
      align:
        cell.align ?? (section ? 'left' : label ? 'center' : (this.block.columns[column]?.align ?? 'left')),
      valign: cell.valign ?? 'middle',
      lineHeight: size * this.lineShare,
      all,
      continued,
      rest: all,
    }
  }
}

function sumOf(rows: readonly SetRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0)
}

function withContinued(text: FormText): FormText {
  return typeof text === 'string' ? `${text}（续）` : [...text, { text: '（续）' }]
}

function isHeading(row: TableRow | undefined): boolean {
  return row?.cells.length === 1 && row.cells[0]?.role === 'section'
}

/** Rows one by one, but those that share a cell over several rows together, and a heading with the row below it. */
function* spanGroups(rows: readonly TableRow[]): Generator<readonly TableRow[]> {
  let index = 0
  while (index < rows.length) {
    let end = Math.min(rows.length, isHeading(rows[index]) ? index + 2 : index + 1)
    for (let at = index; at < end; at++) {
      for (const { rowSpan = 1 } of rows[at]?.cells ?? [])
        end = Math.max(end, Math.min(rows.length, at + rowSpan))
    }
    yield rows.slice(index, end)
    index = end
  }
}
