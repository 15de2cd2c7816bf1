import { z } from 'zod'
import { objectKinds } from './inspection-object.ts'
import { optionalText, text } from './text.ts'

/** A share in hundredths of a per cent that a law fixes; `null` where it fixes none. */
const lawShare = z.int().min(0).max(10_000).nullable().default(null)
/** Times a year that a law fixes. */
const lawTimes = z.int().min(0).max(366).nullable().default(null)

/** One row of the list of inspection items (随机抽查事项清单), without its serial and version. */
export const inspectionItemSchema = z
  .strictObject({
    /** 事项名称 */
    name: text,
    /** 检查依据 */
    basis: optionalText,
    /** 检查主体 */
    subject: optionalText,
    /** 责任单位/股室 */
    department: optionalText,
    /** 检查对象 (种类 or 经营类别, as the list words it) */
    objects: optionalText,
    /** 检查内容及要求 */
    content: optionalText,
    /** 检查方式 */
    method: optionalText,
    /** 抽查比例 in hundredths of a per cent (5% = 500); `null` where the list gives none */
    ratio: z.int().min(0).max(10_000).nullable(),
    /** 抽查频次, times a year; `null` where the list gives none */
    frequency: z.int().min(0).max(366).nullable(),
    /** 实施层级 */
    level: optionalText,
    /** 类别 (S3 第八条) */
    category: z.enum(['重点', '一般']).nullable(),
    /** 领域 (S4 二: coverage is counted by it) */
    field: z.enum(['市场监管', '其他行政执法']).nullable(),
    /** 是否纳入双随机 */
    included: z.boolean(),
    /** 未纳入理由: 充分的理由, S1 附件2一 */
    reasonNotIncluded: optionalText,
    /** 适用种类: the confirmed kinds of the objects it applies to; with 适用经营类别 empty, nothing is confirmed */
    appliesKinds: z.array(z.enum(objectKinds)).default([]),
    /** 适用经营类别: confirmed likewise; where both are given an object fits both */
    appliesCategories: z.array(text).default([]),
    /** 法定比例和频次的依据: what the item's own law says comes before the preset (S1 第九条) */
    lawBasis: optionalText.default(null),
    /** 法定比例下限 */
    ratioFloor: lawShare,
    /** 法定比例上限 */
    ratioCeiling: lawShare,
    /** 法定频次下限 */
    frequencyFloor: lawTimes,
    /** 法定频次上限 */
    frequencyCeiling: lawTimes,
    /** 发起部门 of a joint check (多部门监管事项清单, S1 附件2一) */
    jointInitiator: optionalText.default(null),
    /** 联合部门 besides it; empty where the item is the office's own */
    jointDepartments: z.array(text).default([]),
    /** 社会关注度高、投诉举报多 (S0 三（七）: may be drawn at any time) */
    publicConcern: z.boolean().default(false),
  })
  .refine((item) => item.included || item.reasonNotIncluded !== null, {
    error: '未纳入双随机的事项须写明理由（S1 附件2一）',
    path: ['reasonNotIncluded'],
  })
export type InspectionItem = z.infer<typeof inspectionItemSchema>
