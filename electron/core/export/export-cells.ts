import type { Database } from '../../../db/open-database.ts'
import type { Column } from '../../../shared/registry/column.ts'
import { type RegisterName, registerColumns } from '../../../shared/registry/columns.ts'
import { coveredIdentity, coveredPhone, isPersonal } from '../../../shared/registry/covered-number.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import type { CellFormat, CellValue, WorkbookColumn } from '../../documents/write-workbook.ts'
import type { AnyRow } from '../registers/row-scope.ts'

/** One column of an export: the header that our own import knows, and how its cells are written. */
export interface ExportColumn extends WorkbookColumn {
  readonly column: Column
}

const formats: Readonly<Partial<Record<Column['type'], CellFormat>>> = {
  ratio: 'ratio',
  count: 'number',
  number: 'number',
  year: 'number',
  date: 'date',
}
/** Widths in digits; what is not named is as wide as its title. */
const widths: Readonly<Partial<Record<Column['type'], number>>> = {
  name: 28,
  text: 24,
  uscc: 22,
  identity: 22,
  certificate: 20,
  phone: 16,
  date: 13,
  list: 28,
  words: 22,
}

/** The columns of a register as an export writes them; covered numbers stand under a title that no import reads. */
export function exportColumns(register: RegisterName, full: boolean): readonly ExportColumn[] {
  return registerColumns[register].map((column) => {
    const title = full || !isPersonal(column) ? column.title : `部分隐去的${column.title}`
    const width = Math.max(widths[column.type] ?? 10, title.length * 2 + 2)
    const format = formats[column.type]
    return { title, width, column, ...(format === undefined ? {} : { format }) }
  })
}

/** The cells of a row under {@link exportColumns}, as a workbook takes them. */
export function exportCells(
  database: Database,
  { row }: AnyRow,
  columns: readonly ExportColumn[],
  full: boolean,
): CellValue[] {
  const values = new Map<string, FieldValue>(Object.entries(row))
  const { object, inspector } = named(database, values)
  return columns.map(({ column }) => {
    switch (column.field) {
      case 'objectName':
        return object?.name ?? null
      case 'inspectorName':
        return inspector?.name ?? null
      case 'uscc':
        if (object !== null) return object.uscc
        break
      case 'certificate':
        if (inspector !== null) return inspector.certificate
    }
    return cellOf(values.get(column.field) ?? null, column, full)
  })
}

/** The same cells as CSV says them. */
export function cellTexts(cells: readonly CellValue[], columns: readonly ExportColumn[]): string[] {
  return cells.map((value, at) => {
    if (value === null) return ''
    if (typeof value === 'string') return value
    return columns[at]?.format === 'ratio' ? `${value / 100}%` : String(value)
  })
}

/** Whom a recusal or a visit names: files know them by code and name, rows by serial. */
function named({ objects, inspectors }: Database, values: ReadonlyMap<string, FieldValue>) {
  const object = values.get('object')
  const inspector = values.get('inspector')
  return {
    object: typeof object === 'string' ? (objects.get(object as Serial)?.row ?? null) : null,
    inspector: typeof inspector === 'string' ? (inspectors.get(inspector as Serial)?.row ?? null) : null,
  }
}

function cellOf(value: FieldValue, column: Column, full: boolean): CellValue {
  if (value === null) return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return value.join('、')
  if (full || !isPersonal(column)) return value
  return column.type === 'phone' ? coveredPhone(value) : coveredIdentity(value)
}
