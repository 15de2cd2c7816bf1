import type { Column } from './column.ts'
import { columnOf, headerKey, type RegisterName, registerColumns, registerNames } from './columns.ts'
import { columnLetters, type RawRow } from './raw-row.ts'

/** A column of the file that is read: its title there, and what it is. */
export interface HeaderColumn {
  readonly column: number
  readonly letters: string
  readonly title: string
  readonly field: string
  /** A person once said what this title means (表头对应); absent where we know it ourselves. */
  readonly mapped?: true
}

/** A column of the file that is not read, and why. */
export interface IgnoredColumn {
  readonly column: number
  readonly letters: string
  readonly title: string
  /**
   * `serial`: 序号, which is meant to be ignored; `unknown`: a title we do not know; `untitled`: none at all;
   * `unmapped`: a person said that it is not to be read.
   */
  readonly why: 'serial' | 'unknown' | 'untitled' | 'unmapped'
}

/** The header of a table for one register. Plain data: it can be stored in a report. */
export interface Header {
  readonly register: RegisterName
  readonly line: number
  readonly columns: readonly HeaderColumn[]
  readonly ignored: readonly IgnoredColumn[]
  /** Titles of the register's columns that the file does not have. */
  readonly missing: readonly string[]
}

/** Whether a row is the header: yes; no; it is, but two of its columns mean the same; or it is another register's. */
export type HeaderMatch =
  | { readonly match: 'header'; readonly header: Header }
  | { readonly match: 'ambiguous'; readonly line: number; readonly reason: string }
  /** it is the header of a table for another register, which merely has some of the same columns */
  | { readonly match: 'another'; readonly line: number; readonly register: RegisterName }
  | { readonly match: 'none' }

const serialTitles: ReadonlySet<string> = new Set(['序号', '行号', 'No', 'NO', 'No.', 'NO.'])

/** What a person said that titles mean, by {@link headerKey}: a field, or `notRead`. */
export type HeaderMapping = ReadonlyMap<string, string>
/** Stands for a title that is not to be read. */
export const notRead = '-'
const nothingMapped: HeaderMapping = new Map()

/** Whether these fields are enough to know a table by. */
function sufficient(register: RegisterName, fields: ReadonlySet<string>): boolean {
  if (register === 'recusals') {
    return (
      fields.has('reason') &&
      (fields.has('certificate') || fields.has('inspectorName')) &&
      (fields.has('objectName') || fields.has('uscc'))
    )
  }
  if (register === 'visits') return fields.has('date') && (fields.has('objectName') || fields.has('uscc'))
  const required = registerColumns[register].filter((column) => column.required === true)
  return fields.size >= 2 && required.every((column) => fields.has(column.field))
}

/**
 * The register that a row is the header of rather than of `register`: it knows all that `register` knows of the row,
 * and at least as much again. A list of 回避关系 names objects too, and is no register of objects.
 */
function betterRegister(
  register: RegisterName,
  row: RawRow,
  columns: readonly HeaderColumn[],
): RegisterName | null {
  const better = registerNames.find((other) => {
    if (other === register) return false
    const known = new Map<number, string>()
    for (const cell of row.cells) {
      const field = cell.source === 'text' ? columnOf(other, cell.value)?.field : undefined
      if (field !== undefined) known.set(cell.column, field)
    }
    return (
      known.size >= columns.length * 2 &&
      columns.every(({ column }) => known.has(column)) &&
      sufficient(other, new Set(known.values()))
    )
  })
  return better ?? null
}

/**
 * Whether `row` is the header of a table for `register`: it names the required columns and at least two in all.
 * A title row or a remark above it never does; order, blanks and line breaks within the cells do not matter.
 * `mapping` comes before what we know ourselves; `isChosen`: a person pointed at this row.
 */
export function matchHeader(
  register: RegisterName,
  row: RawRow,
  mapping: HeaderMapping = nothingMapped,
  isChosen = false,
): HeaderMatch {
  const columns: HeaderColumn[] = []
  const ignored: IgnoredColumn[] = []
  const found = new Map<string, HeaderColumn>()
  const repeated: string[] = []
  for (const cell of row.cells) {
    const title = cell.value.replace(/\s+/g, '')
    if (title === '') continue
    const letters = columnLetters(cell.column)
    const said = mapping.get(headerKey(title))
    const mapped = registerColumns[register].find((column) => column.field === said)
    const known: Column | null =
      said === notRead ? null : (mapped ?? (cell.source === 'text' ? columnOf(register, cell.value) : null))
    if (known === null) {
      const isSerial = title.length < 10 && serialTitles.has(headerKey(title))
      const why = said === notRead ? 'unmapped' : isSerial ? 'serial' : 'unknown'
      ignored.push({ column: cell.column, letters, title, why })
      continue
    }
    const byHand = mapped === undefined ? {} : { mapped: true as const }
    const headerColumn = { column: cell.column, letters, title, field: known.field, ...byHand }
    const earlier = found.get(known.field)
    if (earlier !== undefined) {
      repeated.push(`${earlier.letters}列“${earlier.title}”与${letters}列“${title}”都表示“${known.title}”`)
    }
    found.set(known.field, headerColumn)
    columns.push(headerColumn)
  }
  const unknown = ignored.filter(({ why }) => why === 'unknown').length
  // A table of which hardly anything is known is another table: 检查对象 is also a column of the 事项清单.
  const isAnother = !isChosen && unknown >= columns.length * 4
  if (!sufficient(register, new Set(found.keys())) || isAnother) return { match: 'none' }
  const another =
    isChosen || columns.some(({ mapped }) => mapped === true) ? null : betterRegister(register, row, columns)
  if (another !== null) return { match: 'another', line: row.line, register: another }
  if (repeated.length > 0) {
    return { match: 'ambiguous', line: row.line, reason: repeated.join('；') }
  }
  const missing = registerColumns[register]
    .filter((column) => !found.has(column.field))
    .map((column) => column.title)
  return { match: 'header', header: { register, line: row.line, columns, ignored, missing } }
}
