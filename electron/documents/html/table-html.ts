import { type Column, plainText, type TableCell, type TableRow } from '../../../shared/forms/form-model.ts'
import { escapeText, textHtml } from './html-text.ts'

/** A table or a grid of a form. */
export interface HtmlTable {
  /** what the table is, read out before it; shown where `seen` */
  readonly caption: string
  readonly seen: boolean
  readonly columns: readonly Column[]
  readonly header: readonly TableRow[]
  readonly rows: readonly TableRow[]
  /** said over the whole width where there are no rows */
  readonly empty: string
}

/**
 * A table with its caption, spans and scopes. Roles are written out because a window that is narrow shows rows as cards,
 * and what is no longer laid out as a table would no longer be read as one.
 */
export function tableHtml({ caption, seen, columns, header, rows, empty }: HtmlTable): string {
  const labels = columnLabels(header, columns.length)
  const head = header.map(
    ({ cells }) =>
      `<tr role="row">${cells.map((cell) => `<th role="columnheader" scope="${colScope(cell)}"${spans(cell)}>${textHtml(cell.text)}</th>`).join('')}</tr>`,
  )
  const body =
    rows.length === 0
      ? [`<tr role="row"><td role="cell" colspan="${columns.length}">${escapeText(empty)}</td></tr>`]
      : placed(rows, columns.length).map(
          ({ cells, continued }) =>
            `<tr role="row"${continued ? ' class="continued"' : ''}>${cells.map(({ cell, column }) => cellHtml(cell, columns[column], labels[column] ?? '')).join('')}</tr>`,
        )
  return (
    `<div class="table"><table role="table"><caption${seen ? '' : ' class="unseen"'}>${escapeText(caption)}</caption>` +
    (head.length === 0 ? '' : `<thead role="rowgroup">${head.join('')}</thead>`) +
    `<tbody role="rowgroup">${body.join('')}</tbody></table></div>`
  )
}

function cellHtml(cell: TableCell, column: Column | undefined, label: string): string {
  const { role, text } = cell
  if (role === 'section')
    return `<th role="columnheader" scope="colgroup" class="section"${spans(cell)}>${textHtml(text)}</th>`
  if (role === 'label') return `<th role="rowheader" scope="row"${spans(cell)}>${textHtml(text)}</th>`
  const align = cell.align ?? column?.align ?? 'left'
  const classes = [...(align === 'left' ? [] : [align]), ...(cell.valign === 'top' ? ['top'] : [])]
  const wide = (cell.colSpan ?? 1) > 1
  const named = wide || label === '' || plainText(text) === '' ? '' : ` data-label="${escapeText(label)}"`
  const styled = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
  return `<td role="cell"${named}${styled}${spans(cell)}>${textHtml(text)}</td>`
}

function spans({ colSpan = 1, rowSpan = 1 }: TableCell): string {
  return `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`
}

function colScope({ colSpan = 1 }: TableCell): 'col' | 'colgroup' {
  return colSpan > 1 ? 'colgroup' : 'col'
}

interface PlacedCell {
  readonly cell: TableCell
  /** its first column, from 0 */
  readonly column: number
}

interface PlacedRow {
  readonly cells: readonly PlacedCell[]
  /** a cell of the row above reaches into it */
  readonly continued: boolean
}

/** Cells with the column they begin in: one that a span of an earlier row covers is left out, as in HTML. */
function placed(rows: readonly TableRow[], width: number): readonly PlacedRow[] {
  const covered = Array.from({ length: width }, () => 0)
  return rows.map(({ cells }) => {
    let column = 0
    const continued = covered.some((count) => count > 0)
    const row = cells.map((cell): PlacedCell => {
      while ((covered[column] ?? 0) > 0) column += 1
      const at = column
      column += cell.colSpan ?? 1
      covered.fill(cell.rowSpan ?? 1, at, column)
      return { cell, column: at }
    })
    for (const [index, count] of covered.entries()) covered[index] = Math.max(0, count - 1)
    return { cells: row, continued }
  })
}

/** What each column is called: the words of the lowest header cell over it. */
function columnLabels(header: readonly TableRow[], width: number): readonly string[] {
  const found = Array.from({ length: width }, () => '')
  for (const { cells } of placed(header, width))
    for (const { cell, column } of cells)
      found.fill(attributeText(cell), column, column + (cell.colSpan ?? 1))
  return found
}

function attributeText({ text }: TableCell): string {
  return plainText(text).replaceAll('\n', '')
}

/** The words of a heading row over the whole table, or `null`. */
export function sectionOf(rows: readonly TableRow[], width: number): string | null {
  const [first] = rows
  const [cell, ...others] = first?.cells ?? []
  const whole = cell?.role === 'section' && others.length === 0 && (cell.colSpan ?? 1) === width
  return whole && cell !== undefined ? plainText(cell.text) : null
}
