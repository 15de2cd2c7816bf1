import type { InspectionObject } from '../registry/inspection-object.ts'
import type { Inspector } from '../registry/inspector.ts'

/** Why the rules leave somebody or something out of a draw, with the clause that says so (`null`: a plain fact). */
export interface Exclusion {
  readonly reasonCode: ExclusionCode
  readonly clause: string | null
}

/** Every reason code of a list of exclusions with the words that stand on paper. */
export const exclusionWords = {
  'not-in-business': '非存续状态',
  'left-out-by-decision': '经决定不列入本次抽取',
  'not-on-duty': '不在岗',
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
export function objectExclusions(object: InspectionObject): Exclusion[] {
  return object.state === '存续' ? [] : [{ reasonCode: 'not-in-business', clause: null }]
}

/**
 * Why the rules keep an inspector out of any draw on `today` (`2026-11-20`); empty when he may be drawn. 编制 is
 * S2 第六条, 执法证 S1 第十条: another office's regulation is followed here and not cited on the paper, which names
 * a clause only where it binds every office.
 */
export function inspectorExclusions(inspector: Inspector, today: string): Exclusion[] {
  const found: Exclusion[] = []
  if (inspector.state !== '在岗') found.push({ reasonCode: 'not-on-duty', clause: null })
  if (inspector.kind !== '执法人员') found.push({ reasonCode: 'adviser', clause: '国办发〔2024〕54号' })
  if (inspector.establishment === '编外') found.push({ reasonCode: 'no-establishment', clause: null })
  if (inspector.certificate === null) found.push({ reasonCode: 'no-certificate', clause: null })
  if (inspector.certificateExpiry !== null && inspector.certificateExpiry < today)
    found.push({ reasonCode: 'certificate-expired', clause: null })
  return found
}
