import type { PaperRow } from '../../db/paper-store.ts'
import type { ReleaseRow } from '../../db/release-store.ts'
import type { InspectionItem } from '../../shared/registry/inspection-item.ts'
import type { InspectionObject } from '../../shared/registry/inspection-object.ts'
import type { Inspector } from '../../shared/registry/inspector.ts'
import type { Serial } from '../../shared/registry/office.ts'
import type { PlanLine } from '../../shared/registry/plan-line.ts'
import type { Power } from '../../shared/registry/power.ts'
import type { Visit } from '../../shared/registry/visit.ts'

/** A morning before witnesses. */
export const at = '2026-11-20T09:30:00+08:00'
export const stamp = { at, by: '王操作' }

/** A digest that no other test value has: `n` as 64 hex digits. */
export function hex(n: number): string {
  return n.toString(16).padStart(64, '0')
}

export function anObject(n: number, fields: Partial<InspectionObject> = {}): InspectionObject {
  return {
    name: `示例建筑公司${n}`,
    kind: '企业',
    uscc: `91510000MA${String(n).padStart(8, '0')}`,
    registrar: '示例市市场监督管理局',
    legalRepresentative: '堃䶮',
    businessCategory: '房屋建筑',
    address: `示例路${n}号`,
    region: '示例区',
    contact: null,
    phone: null,
    department: '建管股',
    items: ['建筑市场检查', '扬尘检查'],
    creditGrade: 'A',
    marks: ['投诉举报多'],
    state: '存续',
    ...fields,
  }
}

export function anInspector(n: number, fields: Partial<Inspector> = {}): Inspector {
  return {
    name: `检查员${n}`,
    sex: '女',
    unit: '示例住建局',
    department: '质安站',
    post: null,
    position: null,
    region: null,
    category: '建设',
    specialties: ['房建'],
    nonBusinessCategory: null,
    establishment: '行政',
    issuer: '示例省政府',
    certificate: `1300000${String(n).padStart(4, '0')}`,
    certificateExpiry: '2028-06-30',
    idNumber: null,
    phone: null,
    mayLead: true,
    kind: '执法人员',
    remark: null,
    state: '在岗',
    origin: '本单位',
    leaveFrom: null,
    leaveUntil: null,
    ...fields,
  }
}

export function anItem(n: number, fields: Partial<InspectionItem> = {}): InspectionItem {
  return {
    name: `抽查事项${n}`,
    basis: '《建筑法》第六条',
    subject: null,
    department: null,
    objects: '企业',
    content: null,
    method: '现场检查',
    ratio: 500,
    frequency: 2,
    level: null,
    category: '一般',
    field: '其他行政执法',
    included: true,
    reasonNotIncluded: null,
    appliesKinds: [],
    appliesCategories: [],
    lawBasis: null,
    ratioFloor: null,
    ratioCeiling: null,
    frequencyFloor: null,
    frequencyCeiling: null,
    jointInitiator: null,
    jointDepartments: [],
    publicConcern: false,
    ...fields,
  }
}

export function aPlanLine(n: number, fields: Partial<PlanLine> = {}): PlanLine {
  return {
    year: 2026,
    number: `2026-${String(n).padStart(2, '0')}`,
    item: `抽查事项${n}`,
    furtherItems: [],
    department: '建管股',
    scope: '全部企业',
    kinds: [],
    businessCategories: [],
    regions: [],
    ratio: 500,
    frequency: 2,
    estimate: null,
    period: '3月至11月',
    inspectors: null,
    steps: null,
    use: null,
    jointInitiator: null,
    jointDepartments: [],
    ratioComplaint: null,
    ratioAbnormal: null,
    ratioDishonest: null,
    ratioWatch: null,
    ratioTrusted: null,
    note: null,
    exceptionReason: null,
    ...fields,
  }
}

export function aVisit(object: Serial, fields: Partial<Visit> = {}): Visit {
  return {
    object,
    kind: '投诉举报',
    date: '2026-05-06',
    number: '示投〔2026〕1号',
    department: '建管股',
    item: null,
    passed: null,
    findings: null,
    remark: null,
    ...fields,
  }
}

export function aPower(n: number, fields: Partial<Power> = {}): Power {
  return {
    name: `抽查事项${n}`,
    category: '行政检查',
    basis: '《建筑法》第六条',
    department: '建管股',
    field: '市场监管',
    item: null,
    ...fields,
  }
}

export function aPaper(n: number): PaperRow {
  return {
    id: `paper-${n}`,
    subject: 'release:release-1',
    kind: 'approval',
    name: '批准文件.pdf',
    type: 'application/pdf',
    bytes: 10,
    sha256: hex(800 + n),
    pages: null,
    note: null,
    path: `事项清单/批准文件-${n}.pdf`,
    at,
    by: '李',
  }
}

export function aRelease(n: number): ReleaseRow {
  return {
    id: `release-${n}`,
    subject: 'items',
    year: 0,
    number: n,
    moment: Date.parse(at),
    rows: 1,
    digest: hex(700 + n),
    reason: null,
    at,
    by: '李',
  }
}
