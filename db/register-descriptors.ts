import { filterFields } from '../shared/registry/filter-fields.ts'
import type { InspectionItem } from '../shared/registry/inspection-item.ts'
import type { InspectionObject } from '../shared/registry/inspection-object.ts'
import type { Inspector } from '../shared/registry/inspector.ts'
import type { PlanLine } from '../shared/registry/plan-line.ts'
import type { Power } from '../shared/registry/power.ts'
import type { Recusal } from '../shared/registry/recusal.ts'
import type { Visit } from '../shared/registry/visit.ts'

/** How a field is stored: text, a whole number, 0 or 1, or a JSON array of texts. `null` is NULL in each. */
export type StoredAs = 'text' | 'integer' | 'flag' | 'list'

/** Where the rows of one register are stored. */
export interface RegisterDescriptor<Row extends object, Lookup extends keyof Row & string> {
  /** the table is `<name>_version`, the view of what is in force `<name>_current` */
  readonly name: string
  /** the letter of its serials */
  readonly letter: 'O' | 'P' | 'I' | 'R' | 'L' | 'V' | 'W'
  /** every field of the register's schema: its column and how it is stored */
  readonly fields: Readonly<Record<keyof Row & string, readonly [column: string, as: StoredAs]>>
  /** fields that are indexed, and by which `find` and `keys` look rows up */
  readonly lookups: readonly Lookup[]
  /** fields in which `search` looks for a piece of text */
  readonly searched: readonly (keyof Row & string)[]
  /** the field that is also found by the sound of it */
  readonly named: (keyof Row & string) | null
  /** fields by whose values the register can be filtered */
  readonly filtered: readonly (keyof Row & string)[]
  /** fields that hold the serial of a row of another register, by whose text a row is found as well */
  readonly refersTo: readonly (readonly [field: keyof Row & string, register: string])[]
}

/** 检查对象名录库 */
export const objectRegister: RegisterDescriptor<InspectionObject, 'name' | 'uscc'> = {
  name: 'inspection_object',
  letter: 'O',
  fields: {
    name: ['name', 'text'],
    kind: ['kind', 'text'],
    uscc: ['uscc', 'text'],
    registrar: ['registrar', 'text'],
    legalRepresentative: ['legal_representative', 'text'],
    businessCategory: ['business_category', 'text'],
    address: ['address', 'text'],
    region: ['region', 'text'],
    contact: ['contact', 'text'],
    phone: ['phone', 'text'],
    department: ['department', 'text'],
    items: ['items', 'list'],
    creditGrade: ['credit_grade', 'text'],
    marks: ['marks', 'list'],
    state: ['state', 'text'],
  },
  lookups: ['name', 'uscc'],
  searched: ['name', 'uscc', 'legalRepresentative', 'address', 'businessCategory'],
  named: 'name',
  filtered: filterFields.objects,
  refersTo: [],
}

/** 执法检查人员名录库 */
export const inspectorRegister: RegisterDescriptor<Inspector, 'name' | 'certificate' | 'idNumber'> = {
  name: 'inspector',
  letter: 'P',
  fields: {
    name: ['name', 'text'],
    sex: ['sex', 'text'],
    unit: ['unit', 'text'],
    department: ['department', 'text'],
    post: ['post', 'text'],
    position: ['position', 'text'],
    region: ['region', 'text'],
    category: ['category', 'text'],
    specialties: ['specialties', 'list'],
    nonBusinessCategory: ['non_business_category', 'text'],
    establishment: ['establishment', 'text'],
    issuer: ['issuer', 'text'],
    certificate: ['certificate', 'text'],
    certificateExpiry: ['certificate_expiry', 'text'],
    idNumber: ['id_number', 'text'],
    phone: ['phone', 'text'],
    mayLead: ['may_lead', 'flag'],
    kind: ['kind', 'text'],
    remark: ['remark', 'text'],
    state: ['state', 'text'],
    origin: ['origin', 'text'],
    leaveFrom: ['leave_from', 'text'],
    leaveUntil: ['leave_until', 'text'],
  },
  lookups: ['name', 'certificate', 'idNumber'],
  searched: ['name', 'certificate', 'department', 'unit'],
  named: 'name',
  filtered: filterFields.inspectors,
  refersTo: [],
}

/** 随机抽查事项清单 */
export const itemRegister: RegisterDescriptor<InspectionItem, 'name'> = {
  name: 'inspection_item',
  letter: 'I',
  fields: {
    name: ['name', 'text'],
    basis: ['basis', 'text'],
    subject: ['subject', 'text'],
    department: ['department', 'text'],
    objects: ['objects', 'text'],
    content: ['content', 'text'],
    method: ['method', 'text'],
    ratio: ['ratio', 'integer'],
    frequency: ['frequency', 'integer'],
    level: ['level', 'text'],
    category: ['category', 'text'],
    field: ['field', 'text'],
    included: ['included', 'flag'],
    reasonNotIncluded: ['reason_not_included', 'text'],
    appliesKinds: ['applies_kinds', 'list'],
    appliesCategories: ['applies_categories', 'list'],
    lawBasis: ['law_basis', 'text'],
    ratioFloor: ['ratio_floor', 'integer'],
    ratioCeiling: ['ratio_ceiling', 'integer'],
    frequencyFloor: ['frequency_floor', 'integer'],
    frequencyCeiling: ['frequency_ceiling', 'integer'],
    jointInitiator: ['joint_initiator', 'text'],
    jointDepartments: ['joint_departments', 'list'],
    publicConcern: ['public_concern', 'flag'],
  },
  lookups: ['name'],
  searched: ['name', 'basis', 'department'],
  named: 'name',
  filtered: filterFields.items,
  refersTo: [],
}

/** 回避关系 */
export const recusalRegister: RegisterDescriptor<Recusal, 'object' | 'inspector'> = {
  name: 'recusal',
  letter: 'R',
  fields: {
    object: ['object', 'text'],
    inspector: ['inspector', 'text'],
    reason: ['reason', 'text'],
    reasonCode: ['reason_code', 'text'],
  },
  lookups: ['object', 'inspector'],
  searched: ['reason', 'object', 'inspector'],
  named: null,
  filtered: filterFields.recusals,
  refersTo: [
    ['object', 'inspection_object'],
    ['inspector', 'inspector'],
  ],
}

/** 年度计划, one row a 计划项 */
export const planRegister: RegisterDescriptor<PlanLine, 'item' | 'number'> = {
  name: 'plan_line',
  letter: 'L',
  fields: {
    year: ['year', 'integer'],
    number: ['number', 'text'],
    item: ['item', 'text'],
    furtherItems: ['further_items', 'list'],
    department: ['department', 'text'],
    scope: ['scope', 'text'],
    kinds: ['kinds', 'list'],
    businessCategories: ['business_categories', 'list'],
    regions: ['regions', 'list'],
    ratio: ['ratio', 'integer'],
    frequency: ['frequency', 'integer'],
    estimate: ['estimate', 'integer'],
    period: ['period', 'text'],
    inspectors: ['inspectors', 'text'],
    steps: ['steps', 'text'],
    use: ['use', 'text'],
    jointInitiator: ['joint_initiator', 'text'],
    jointDepartments: ['joint_departments', 'list'],
    ratioComplaint: ['ratio_complaint', 'integer'],
    ratioAbnormal: ['ratio_abnormal', 'integer'],
    ratioDishonest: ['ratio_dishonest', 'integer'],
    ratioWatch: ['ratio_watch', 'integer'],
    ratioTrusted: ['ratio_trusted', 'integer'],
    note: ['note', 'text'],
    exceptionReason: ['exception_reason', 'text'],
  },
  lookups: ['item', 'number'],
  searched: ['number', 'item', 'department', 'scope', 'note'],
  named: 'item',
  filtered: filterFields.plans,
  refersTo: [],
}

/** 非双随机检查登记 */
export const visitRegister: RegisterDescriptor<Visit, 'object'> = {
  name: 'visit',
  letter: 'V',
  fields: {
    object: ['object', 'text'],
    kind: ['kind', 'text'],
    date: ['date', 'text'],
    number: ['number', 'text'],
    department: ['department', 'text'],
    item: ['item', 'text'],
    passed: ['passed', 'flag'],
    findings: ['findings', 'text'],
    remark: ['remark', 'text'],
  },
  lookups: ['object'],
  searched: ['object', 'number', 'department', 'item', 'findings'],
  named: null,
  filtered: filterFields.visits,
  refersTo: [['object', 'inspection_object']],
}

/** 权责清单 */
export const powerRegister: RegisterDescriptor<Power, 'name'> = {
  name: 'power',
  letter: 'W',
  fields: {
    name: ['name', 'text'],
    category: ['category', 'text'],
    basis: ['basis', 'text'],
    department: ['department', 'text'],
    field: ['field', 'text'],
    item: ['item', 'text'],
  },
  lookups: ['name'],
  searched: ['name', 'basis', 'department'],
  named: 'name',
  filtered: filterFields.powers,
  refersTo: [],
}
