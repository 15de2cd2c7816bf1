import { z } from 'zod'
import { optionalText, text } from './text.ts'

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
  })
  .refine((item) => item.included || item.reasonNotIncluded !== null, {
    error: '未纳入双随机的事项须写明理由（S1 附件2一）',
    path: ['reasonNotIncluded'],
  })
export type InspectionItem = z.infer<typeof inspectionItemSchema>
