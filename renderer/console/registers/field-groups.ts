import type { RegisterName } from '../../../shared/registry/columns.ts'
import { type RegisterField, registerFields } from './register-fields.ts'
import type { TypedValues } from './row-values.ts'

/** Fields that belong together in a form, under one heading. */
export interface FieldGroup {
  /** `null` where the form is one group */
  readonly title: string | null
  readonly fields: readonly RegisterField[]
}

interface GroupWords {
  readonly title: string
  readonly fields: readonly string[]
  /** whether there is anything to fill in here, as the form stands */
  readonly when?: (typed: TypedValues) => boolean
}

const groups: Readonly<Partial<Record<RegisterName, readonly GroupWords[]>>> = {
  items: [
    { title: '基本', fields: ['name', 'basis', 'subject', 'department', 'level'] },
    {
      title: '抽查',
      fields: ['included', 'category', 'field', 'content', 'method', 'ratio', 'frequency', 'publicConcern'],
    },
    {
      title: '不纳入双随机',
      fields: ['reasonNotIncluded'],
      when: (typed) => typed.included === false || typed.reasonNotIncluded !== '',
    },
    { title: '适用对象', fields: ['objects', 'appliesKinds', 'appliesCategories'] },
    {
      title: '法定比例和频次',
      fields: ['lawBasis', 'ratioFloor', 'ratioCeiling', 'frequencyFloor', 'frequencyCeiling'],
    },
    { title: '联合抽查', fields: ['jointInitiator', 'jointDepartments'] },
  ],
  plans: [
    { title: '计划项', fields: ['year', 'number', 'item', 'furtherItems', 'department'] },
    { title: '抽查范围', fields: ['scope', 'kinds', 'businessCategories', 'regions'] },
    { title: '比例、频次、数量', fields: ['ratio', 'frequency', 'estimate', 'exceptionReason'] },
    {
      title: '另定比例的对象',
      fields: ['ratioComplaint', 'ratioAbnormal', 'ratioDishonest', 'ratioWatch', 'ratioTrusted'],
    },
    { title: '实施', fields: ['period', 'inspectors', 'steps', 'use', 'note'] },
    { title: '联合抽查', fields: ['jointInitiator', 'jointDepartments'] },
  ],
}

/** The fields of a register's form, in groups; a field that no group names stands in a last one. */
export function fieldGroups(register: RegisterName, typed: TypedValues): readonly FieldGroup[] {
  const fields = registerFields(register)
  const known = groups[register]
  if (known === undefined) return [{ title: null, fields }]
  const named = new Set(known.flatMap((group) => group.fields))
  const others = fields.filter(({ field }) => !named.has(field))
  return [
    ...known
      .filter(({ when }) => when?.(typed) ?? true)
      .map((group) => ({
        title: group.title,
        fields: group.fields.flatMap((name) => fields.find(({ field }) => field === name) ?? []),
      })),
    ...(others.length === 0 ? [] : [{ title: '其他', fields: others }]),
  ]
}
