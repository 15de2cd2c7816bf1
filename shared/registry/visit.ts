import { z } from 'zod'
import { serialSchema } from './office.ts'
import { isoDate, optionalText } from './text.ts'

/**
 * Why a firm was visited without being drawn (S0 三（二）, S3 第三条), and the visit of another office, entered so that
 * the year's visits to a firm are counted together.
 */
export const visitKinds = [
  '投诉举报',
  '转办交办督办',
  '其他部门移送',
  '大数据监测发现',
  '突发安全事件',
  '上级专门部署',
  '其他非双随机',
  '其他部门检查',
] as const
export type VisitKind = (typeof visitKinds)[number]

/** One visit that no draw decided (非双随机检查登记). Never drawn; counted among the year's visits to the firm. */
export const visitSchema = z.strictObject({
  /** 检查对象 */
  object: serialSchema,
  /** 事由类别 */
  kind: z.enum(visitKinds),
  /** 检查日期 */
  date: isoDate,
  /** 案件或来源编号 */
  number: optionalText,
  /** 检查部门 */
  department: optionalText,
  /** 检查事项: the name of an item of the list, where it was one */
  item: optionalText,
  /** 是否合格; `null` where it is not known yet */
  passed: z.boolean().nullable(),
  /** 检查结果 */
  findings: optionalText,
  /** 备注 */
  remark: optionalText,
})
export type Visit = z.infer<typeof visitSchema>
