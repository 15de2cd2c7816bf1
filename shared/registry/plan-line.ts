import { z } from 'zod'
import { objectKinds } from './inspection-object.ts'
import { optionalText, text } from './text.ts'

/** A share in hundredths of a per cent, never 0: what is drawn at 0 % is not planned. `null`: the plan says nothing. */
const share = z.int().min(1).max(10_000).nullable()

/**
 * One line (计划项) of an annual plan (年度计划): what a 股室 means to draw in a year, S1 附件2三, S2 第八条, S3 第十三条.
 * The year's plan of the office is all its lines together.
 */
export const planLineSchema = z.strictObject({
  /** 年度 */
  year: z.int().min(2000).max(2999),
  /** 计划编号, `2026-01`; once a year */
  number: text,
  /** 抽查事项: the name of an item of the list */
  item: text,
  /** 合并事项: further items that the same visit does (S0 三（七）, S4 （五）) */
  furtherItems: z.array(text).default([]),
  /** 责任股室 */
  department: optionalText,
  /** 抽查范围, in the office's words */
  scope: optionalText,
  /** 对象种类, empty for any; an object must fit all of these lists that are not empty (定向) */
  kinds: z.array(z.enum(objectKinds)).default([]),
  /** 经营类别 */
  businessCategories: z.array(text).default([]),
  /** 区域 */
  regions: z.array(text).default([]),
  /** 抽查比例 of one draw, hundredths of a per cent */
  ratio: share,
  /** 抽查频次, times a year */
  frequency: z.int().min(1).max(366).nullable(),
  /** 预估数量 of one draw */
  estimate: z.int().min(0).max(10_000_000).nullable().default(null),
  /** 抽查时间, as the plan words it */
  period: optionalText,
  /** 对执法检查人员的要求 */
  inspectors: optionalText.default(null),
  /** 步骤措施 */
  steps: optionalText.default(null),
  /** 结果应用 */
  use: optionalText.default(null),
  /** 发起部门 of a joint draw (联合抽查): it leads */
  jointInitiator: optionalText.default(null),
  /** 联合部门 besides the initiator; empty where the draw is the office's own */
  jointDepartments: z.array(text).default([]),
  /** 投诉举报多的对象的比例: their own stratum */
  ratioComplaint: share.default(null),
  /** 经营异常的对象的比例 */
  ratioAbnormal: share.default(null),
  /** 严重违法失信的对象的比例 */
  ratioDishonest: share.default(null),
  /** 重点关注的对象的比例 */
  ratioWatch: share.default(null),
  /** 守信（信用等级A）的对象的比例 */
  ratioTrusted: share.default(null),
  /** 说明 */
  note: optionalText.default(null),
  /** 突破原则性规定的理由: why a rule with 原则上 is set aside; printed */
  exceptionReason: optionalText.default(null),
})
export type PlanLine = z.infer<typeof planLineSchema>
