import type { InspectionObject } from '../registry/inspection-object.ts'
import type { Inspector } from '../registry/inspector.ts'
import type { Preset } from './preset.ts'

/** Why the rules leave somebody or something out of a draw, with the clause that says so (`null`: a plain fact). */
export interface Exclusion {
  readonly reasonCode: ExclusionCode
  readonly clause: string | null
}

/** Every reason code of a list of exclusions with the words that stand on paper. */
export const exclusionWords = {
  'outside-the-item': '不是抽查事项的适用对象',
  'item-not-included': '事项未纳入双随机',
  'outside-the-conditions': '不符合定向条件',
  'not-in-business': '非存续状态',
  'left-out-by-decision': '经决定不列入本次抽取',
  'yearly-cap': '本年度抽查次数已达上限',
  'already-drawn': '本年度已抽查过',
  'passed-this-year': '本年度已检查合格',
  trusted: '守信对象，本次不抽查',
  'not-on-duty': '不在岗',
  'on-leave': '休假',
  'other-origin': '非本单位人员',
  adviser: '专家或第三方，只辅助抽查',
  'no-establishment': '非行政、事业编制',
  'no-certificate': '无执法证号',
  'certificate-expired': '执法证件已过有效期',
  'outside-the-draw': '不在本次抽取的人员范围',
  recused: '与现有检查对象有回避关系',
  leaves: '本次被更换',
  'left-earlier': '此前已被更换',
  'already-in-the-group': '已在该对象的检查组内',
  'may-not-lead': '不可任组长',
  'other-department': '不属于席位要求的部门',
  'other-domain': '不具备对象所属领域',
  'group-recused': '现有检查组中有人须回避',
  'group-does-not-fit': '现有检查组不符合该对象的席位条件',
} as const satisfies Record<string, string>
export type ExclusionCode = keyof typeof exclusionWords

/** The words for a reason code; the code itself where it is none of ours (a package of another program). */
export function wordsOfExclusion(code: string): string {
  return Object.entries(exclusionWords).find(([known]) => known === code)?.[1] ?? code
}

/** Why the rules keep an object out of any draw; empty when it may be drawn. S0 三（二）: 依据企业生存状态. */
export function objectExclusions(object: InspectionObject, preset: Preset | null = null): Exclusion[] {
  return object.state === '存续'
    ? []
    : [{ reasonCode: 'not-in-business', clause: preset?.inBusiness?.clause ?? null }]
}

/** What a draw says of its people: the office's preset, and whom besides its own people it admits. */
export interface PeopleRules {
  /** whose clauses are cited; left out, none is */
  readonly preset?: Preset
  /** 人员来源 admitted beside 本单位: by 联合抽查, or by 直接委派 and 跨区域 with their printed reason (S4 （八）) */
  readonly origins?: readonly Inspector['origin'][]
}

/** Whether the day is one of leave (休假); a leave without a last day lasts until further notice. */
function isOnLeave({ leaveFrom, leaveUntil }: Inspector, day: string): boolean {
  if (leaveFrom === null && leaveUntil === null) return false
  return (leaveFrom === null || leaveFrom <= day) && (leaveUntil === null || day <= leaveUntil)
}

/**
 * Why the rules keep an inspector out of any draw on `today` (`2026-11-20`); empty when he may be drawn. A clause is
 * cited where the office's own text says so (编制 S2 第六条, 执法证 S1 第十条); the rule holds for the others too, and
 * then cites nothing. 编外 stays out whatever the text: to inspect is an act of public power, which only people
 * with the standing to act for it (行政检查主体资格) may do, and a text that is silent cannot give it.
 */
export function inspectorExclusions(
  inspector: Inspector,
  today: string,
  rules: PeopleRules = {},
): Exclusion[] {
  const { preset, origins = [] } = rules
  const found: Exclusion[] = []
  const add = (reasonCode: ExclusionCode, clause: string | null | undefined = null) =>
    found.push({ reasonCode, clause: clause ?? null })
  if (inspector.state !== '在岗') add('not-on-duty')
  if (isOnLeave(inspector, today)) add('on-leave')
  if (inspector.origin !== '本单位' && !origins.includes(inspector.origin)) add('other-origin')
  if (inspector.kind !== '执法人员') add('adviser', '国办发〔2024〕54号')
  if (inspector.establishment === '编外') add('no-establishment', preset?.establishment?.clause)
  if (inspector.certificate === null) add('no-certificate', preset?.certificate?.clause)
  if (inspector.certificateExpiry !== null && inspector.certificateExpiry < today)
    add('certificate-expired', preset?.validCertificate?.clause)
  return found
}
