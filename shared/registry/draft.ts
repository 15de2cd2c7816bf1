import type { Column } from './column.ts'
import type { HeaderColumn } from './header.ts'
import { visible } from './normalise.ts'
import type { RawCell } from './raw-row.ts'
import type {
  CellChange,
  Existing,
  FieldDifference,
  FieldValue,
  Finding,
  Question,
  RowText,
} from './verdict.ts'

/** A column of the register together with where the file has it. */
export interface PlacedColumn extends Column {
  readonly place: HeaderColumn
}

/** A row while it is being judged. */
export interface Draft<Row> {
  readonly line: number
  values: Record<string, FieldValue>
  readonly changes: CellChange[]
  readonly questions: Question[]
  readonly findings: Finding[]
  /** The cells as they were, kept where the row will have to be shown; else it is shown from its values. */
  text: RowText | null
  target: Existing<Row> | null
  /** `target` was found by its name alone, not by a code. */
  targetByName: boolean
  candidates: readonly Existing<Row>[]
}

/** Which row of the register a draft is: surely `target`, possibly one of `candidates`, or none. */
export interface Match<Row> {
  readonly target: Existing<Row> | null
  readonly byName: boolean
  readonly candidates: readonly Existing<Row>[]
}

/** What a register's own rules need to say something about a row: where its columns are. */
export class RowPlaces {
  readonly #byField: ReadonlyMap<string, PlacedColumn>

  constructor(columns: readonly PlacedColumn[]) {
    this.#byField = new Map(columns.map((column) => [column.field, column]))
  }

  /** Column and address of `field` on `line`; both `null` where the file has no such column. */
  at(field: string, line: number): { column: string | null; address: string | null } {
    const place = this.#byField.get(field)?.place
    return place === undefined
      ? { column: null, address: null }
      : { column: place.title, address: `${place.letters}${line}` }
  }

  /** Refuses the row because of `field`. */
  refuse(draft: Draft<unknown>, field: string, reason: string): void {
    draft.findings.push({ ...this.at(field, draft.line), reason })
  }
}

/** Whether two values of a field are the same. */
export function sameValue(left: FieldValue, right: FieldValue): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((entry, index) => entry === right[index])
  }
  return left === right
}

/** A value as a report shows it. */
export function showValue(value: FieldValue, column: Column | null): string {
  if (value === null || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return column?.type === 'ratio' ? `${value / 100}%` : String(value)
  return typeof value === 'string' ? value : value.length === 0 ? '（空）' : value.join('、')
}

/** The fields in which `values` differs from a row of the register; fields the file does not speak of never do. */
export function differences(
  row: object,
  values: Readonly<Record<string, FieldValue>>,
  columns: readonly Column[],
): FieldDifference[] {
  const current = new Map<string, FieldValue>(Object.entries(row))
  return Object.entries(values).flatMap(([field, after]) => {
    const before = current.get(field) ?? null
    if (sameValue(before, after)) return []
    const column = columns.find((candidate) => candidate.field === field) ?? null
    return [
      {
        field,
        title: column?.title ?? field,
        before: showValue(before, column),
        after: showValue(after, column),
      },
    ]
  })
}

/** The texts of a row's cells, as they were. */
export function cellTexts(cells: ReadonlyMap<number, RawCell>, columns: readonly HeaderColumn[]): RowText {
  return columns.map(({ column }) => {
    const cell = cells.get(column)
    if (cell === undefined) return ''
    return cell.source === 'formula' ? `=${cell.value}` : visible(cell.value)
  })
}

/** The texts of a row that had nothing to ask about when it was read, from its values. */
export function valueTexts(
  values: Readonly<Record<string, FieldValue>>,
  headerColumns: readonly HeaderColumn[],
  columns: readonly Column[],
): RowText {
  return headerColumns.map(({ field }) => {
    const value = values[field]
    if (value === undefined || value === null) return ''
    return showValue(value, columns.find((column) => column.field === field) ?? null)
  })
}
