import { z } from 'zod'
import { isoDate, optionalText, text } from './text.ts'

/** 编制: only 行政 and 事业 may inspect (S2 第六条). */
export const establishments = ['行政', '事业', '编外'] as const
/** 专家 and 第三方 advise and never count towards the two who inspect (S3 第十一条). */
export const inspectorKinds = ['执法人员', '专家', '第三方'] as const
/** 人员来源. Others than the office's own are drawn only in a joint draw, or where a reason for it is printed. */
export const inspectorOrigins = ['本单位', '联合部门', '下级单位', '邻近区域'] as const
/** 状态. Only 在岗 may be drawn. 借调 is a decision of the office, never read out of a remark. */
export const inspectorStates = ['在岗', '借调', '离岗', '调离', '退休'] as const

/** One row of the register of inspectors (执法检查人员名录库), without its serial and version. */
export const inspectorSchema = z.strictObject({
  /** 姓名 */
  name: text,
  /** 性别 */
  sex: z.enum(['男', '女']).nullable(),
  /** 单位 */
  unit: optionalText,
  /** 股室/部门 */
  department: optionalText,
  /** 职务 */
  post: optionalText,
  /** 执法岗位 */
  position: optionalText,
  /** 执法区域 */
  region: optionalText,
  /** 执法类别 */
  category: optionalText,
  /** 专业执法资格, one entry a qualification */
  specialties: z.array(text),
  /** 非业务类别 */
  nonBusinessCategory: optionalText,
  /** 编制; `null` where the register does not say */
  establishment: z.enum(establishments).nullable(),
  /** 发证机关 */
  issuer: optionalText,
  /** 执法证号; unique among those who are not retired from the register */
  certificate: optionalText,
  /** 证件有效期: the last day on which it is valid */
  certificateExpiry: isoDate.nullable(),
  /** 身份证号, GB 11643 */
  idNumber: optionalText,
  /** 手机号码 */
  phone: optionalText,
  /** 可任组长 */
  mayLead: z.boolean(),
  /** 人员性质 */
  kind: z.enum(inspectorKinds),
  /** 备注 */
  remark: optionalText,
  /** 状态 */
  state: z.enum(inspectorStates),
  /** 人员来源 */
  origin: z.enum(inspectorOrigins).default('本单位'),
  /** 休假起: the first day of leave */
  leaveFrom: isoDate.nullable().default(null),
  /** 休假止: the last day of leave; `null` with a first day: until further notice */
  leaveUntil: isoDate.nullable().default(null),
})
export type Inspector = z.infer<typeof inspectorSchema>
