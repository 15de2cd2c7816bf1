import { z } from 'zod'
import { optionalText, text } from './text.ts'

/** One power of the office's list (权责清单): every supervision item of it stands in the 一单, or says why not (S1 附件2一). */
export const powerSchema = z.strictObject({
  /** 职权名称 */
  name: text,
  /** 职权类别, `行政检查` */
  category: optionalText,
  /** 设定依据 */
  basis: optionalText,
  /** 责任单位 */
  department: optionalText,
  /** 领域: coverage is counted by it (S4 二) */
  field: z.enum(['市场监管', '其他行政执法']).nullable(),
  /** 对应的抽查事项, where its name is another; `null`: the item of the same name */
  item: optionalText,
})
export type Power = z.infer<typeof powerSchema>
