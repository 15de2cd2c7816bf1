import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'

/** What a row of any register is called in a list. */
export function nameOfRow(row: RegisterRows[RegisterName]): string {
  if ('name' in row) return row.name
  if ('year' in row) return `${row.number} ${row.item}`
  if (!('inspector' in row)) return `${row.object} ${row.date}`
  return `${row.inspector} 回避 ${row.object}`
}
