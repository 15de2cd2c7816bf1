import type { Column, ColumnType } from '../../../shared/registry/column.ts'
import { type RegisterName, registerColumns } from '../../../shared/registry/columns.ts'
import { coveredIdentity, coveredPhone } from '../../../shared/registry/covered-number.ts'
import { recusalReasonCodes } from '../../../shared/registry/recusal.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'

/** The reason codes of a recusal in words. */
export const recusalReasonTitles: Readonly<Record<(typeof recusalReasonCodes)[number], string>> = {
  kin: '亲属关系',
  'former-post': '任职经历',
  interest: '利害关系',
  contract: '合同关系',
  'self-declared': '自行申报',
  other: '其他',
}

/** One field of a row as a page shows it. */
export interface RegisterField {
  readonly field: string
  readonly title: string
  readonly type: ColumnType | 'object' | 'inspector' | 'reason-code'
  /** the column of imports with the same field; `null` where a row keeps what no file says */
  readonly column: Column | null
}

const recusalFields: readonly RegisterField[] = [
  { field: 'inspector', title: '检查人员', type: 'inspector', column: null },
  { field: 'object', title: '检查对象', type: 'object', column: null },
  {
    field: 'reason',
    title: '回避事由',
    type: 'text',
    column: registerColumns.recusals.find(({ field }) => field === 'reason') ?? null,
  },
  { field: 'reasonCode', title: '事由类别', type: 'reason-code', column: null },
]

/** A visit keeps the serial of the object that its file names. */
const visitFields: readonly RegisterField[] = [
  { field: 'object', title: '检查对象', type: 'object', column: null },
  ...registerColumns.visits
    .filter(({ field }) => field !== 'objectName' && field !== 'uscc')
    .map((column) => ({ field: column.field, title: column.title, type: column.type, column })),
]

/** The fields of a register's rows, in the order of its columns. */
export function registerFields(register: RegisterName): readonly RegisterField[] {
  if (register === 'recusals') return recusalFields
  if (register === 'visits') return visitFields
  return registerColumns[register].map((column) => ({
    field: column.field,
    title: column.title,
    type: column.type,
    column,
  }))
}

/** A value as it is read on screen; `''` for nothing. */
export function valueInWords(value: FieldValue | undefined, field: RegisterField): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return numberInWords(value, field)
  if (typeof value !== 'string') return value.join('、')
  if (field.type === 'reason-code')
    return recusalReasonCodes.map((code) => (code === value ? recusalReasonTitles[code] : '')).join('')
  return value
}

function numberInWords(value: number, { type }: RegisterField): string {
  if (type === 'ratio') return `${value / 100}%`
  return type === 'count' ? `每年${value}次` : String(value)
}

/** A value of a filter as the core words it (`true`, `kin`, `''`), for a person. */
export function facetInWords(value: string, field: RegisterField): string {
  if (value === '') return '（未填写）'
  if (field.type === 'yes-no') return value === 'true' || value === '是' || value === '1' ? '是' : '否'
  return valueInWords(value, field)
}

/**
 * A value as a list shows it: phone and identity numbers with their middle covered, by what the column means and
 * never by what the digits look like (a 执法证号 of eleven digits is no phone number).
 */
export function maskedValue(value: FieldValue | undefined, field: RegisterField): string {
  const words = valueInWords(value, field)
  if (field.type === 'phone') return coveredPhone(words)
  if (field.type === 'identity') return coveredIdentity(words)
  return words
}
