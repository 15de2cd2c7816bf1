import { z } from 'zod'
import { optionalText, text } from './text.ts'

/** What an inspection object (检查对象) can be: S3 第十条. A 统一社会信用代码 is therefore not its key. */
export const objectKinds = ['企业', '从业人员', '项目', '行为'] as const
/** Whether it is in business (状态). Only 存续 may be drawn. */
export const objectStates = ['存续', '停业', '注销', '吊销', '撤销', '迁出'] as const
/** Marks (标记) that let a preset draw an object more often: S1 第九条, S2 第十一条, S3 第十四条, S4 (十五). */
export const objectMarks = ['投诉举报多', '经营异常', '严重违法失信', '重点关注'] as const
/** 信用等级: the grades offices use; `null` where none is given. */
export const creditGrades = ['A', 'B', 'C', 'D'] as const

/** One row of the register of inspection objects (检查对象名录库), without its serial and version. */
export const inspectionObjectSchema = z.strictObject({
  /** 名称 */
  name: text,
  /** 种类 */
  kind: z.enum(objectKinds),
  /** 统一社会信用代码, GB 32100-2015; `null` for a person, a project or an act */
  uscc: optionalText,
  /** 注册登记机关 */
  registrar: optionalText,
  /** 法定代表人(负责人) */
  legalRepresentative: optionalText,
  /** 经营类别 */
  businessCategory: optionalText,
  /** 地址 */
  address: optionalText,
  /** 区域 */
  region: optionalText,
  /** 联络人 */
  contact: optionalText,
  /** 联系方式 */
  phone: optionalText,
  /** 监管责任股室 */
  department: optionalText,
  /** 适用事项: names of the inspection items confirmed for this object */
  items: z.array(text),
  /** 信用等级 */
  creditGrade: z.enum(creditGrades).nullable(),
  /** 标记 */
  marks: z.array(z.enum(objectMarks)),
  /** 状态 */
  state: z.enum(objectStates),
})
export type InspectionObject = z.infer<typeof inspectionObjectSchema>
