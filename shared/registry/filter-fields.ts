import type { RegisterName } from './columns.ts'
import type { RegisterRows } from './verdict.ts'

/**
 * The fields by whose values a register can be filtered. A value is the stored word; `true` and `false` for yes and
 * no, `''` where a row says nothing.
 */
export const filterFields = {
  objects: ['kind', 'state', 'region', 'businessCategory', 'department', 'creditGrade', 'marks', 'items'],
  inspectors: [
    'unit',
    'department',
    'category',
    'specialties',
    'kind',
    'mayLead',
    'establishment',
    'state',
    'origin',
  ],
  items: ['department', 'category', 'field', 'method', 'included'],
  recusals: ['reasonCode'],
  plans: ['year', 'department', 'item', 'jointInitiator'],
  visits: ['kind', 'department', 'item', 'passed'],
  powers: ['department', 'field', 'category'],
} as const satisfies { readonly [R in RegisterName]: readonly (keyof RegisterRows[R] & string)[] }

/** Whether a register can be filtered by a field of this name. */
export function isFilterField(register: RegisterName, field: string): boolean {
  const fields: readonly string[] = filterFields[register]
  return fields.includes(field)
}
