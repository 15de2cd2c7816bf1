import type { RegisterName } from './columns.ts'
import type { RegisterRows } from './verdict.ts'

/**
 * The fields that many rows can be given at once. What tells one row from another (名称, 代码, 证号, 身份证号, 手机号码,
 * 编号) is not among them.
 */
export const bulkFields = {
  objects: [
    'department',
    'region',
    'businessCategory',
    'state',
    'creditGrade',
    'marks',
    'items',
    'kind',
    'registrar',
  ],
  inspectors: [
    'department',
    'unit',
    'region',
    'category',
    'specialties',
    'state',
    'leaveFrom',
    'leaveUntil',
    'mayLead',
    'establishment',
    'issuer',
    'certificateExpiry',
    'origin',
    'kind',
    'post',
    'position',
    'nonBusinessCategory',
    'remark',
  ],
  items: [
    'department',
    'subject',
    'category',
    'field',
    'method',
    'level',
    'ratio',
    'frequency',
    'publicConcern',
    'appliesKinds',
    'appliesCategories',
    'jointInitiator',
    'jointDepartments',
    'included',
    'reasonNotIncluded',
  ],
  recusals: ['reason', 'reasonCode'],
  plans: [
    'department',
    'period',
    'ratio',
    'frequency',
    'scope',
    'regions',
    'kinds',
    'businessCategories',
    'inspectors',
    'steps',
    'use',
    'jointInitiator',
    'jointDepartments',
    'note',
  ],
  visits: ['department', 'item', 'kind', 'passed', 'remark'],
  powers: ['department', 'field', 'category', 'basis', 'item'],
} as const satisfies { readonly [R in RegisterName]: readonly (keyof RegisterRows[R] & string)[] }

/** Whether many rows can be given this field at once. */
export function isBulkField(register: RegisterName, field: string): boolean {
  const fields: readonly string[] = bulkFields[register]
  return fields.includes(field)
}
