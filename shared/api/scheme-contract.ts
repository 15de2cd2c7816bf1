import { z } from 'zod'
import { serialSchema } from '../registry/office.ts'
import { isoDate, optionalText, text } from '../registry/text.ts'
import { call, digest, list, nothing } from './parts.ts'
import { refusals } from './refusals.ts'
import { filedFormSchema } from './release-contract.ts'
import { uploadId } from './upload-contract.ts'

/** A longer text of a form: several sentences or lines. */
const passage = z
  .string()
  .max(4000, '不超过4000字')
  .refine((value) => value.trim() !== '', '不能为空')

/** What an 实施方案 says: the fields of S2 第九条. */
export const schemeBodySchema = z.strictObject({
  /** 名称 */
  title: text,
  /** 检查事项 */
  items: z.array(text).min(1, '至少须有一个检查事项'),
  /** 实施时间 */
  period: text,
  /** 检查目的 */
  purpose: passage,
  /** 检查程序 */
  procedure: passage,
  /** 工作分工 */
  division: passage,
  /** 执法人员数量 */
  inspectors: z.int().min(1).max(10_000),
  /** 被检查对象数量 */
  objects: z.int().min(1).max(10_000_000),
  /** 保密要求 */
  confidentiality: passage,
  /** 计划外抽查的理由; `null` where it rests on a plan line */
  outside: optionalText.default(null),
})
export type SchemeBody = z.infer<typeof schemeBodySchema>

/** 负责人's approval: number, name and date of the document, and its scan. */
export const schemeApprovalSchema = z.strictObject({
  name: text,
  number: text,
  date: isoDate,
  paper: z.string(),
  paperName: z.string(),
  sha256: digest,
  at: z.string(),
  by: z.string(),
})

/** An 实施方案 as a page shows it. */
export const schemeSchema = z.strictObject({
  id: z.uuid(),
  line: serialSchema.nullable(),
  body: schemeBodySchema,
  createdAt: z.string(),
  updatedAt: z.string(),
  by: z.string(),
  approval: schemeApprovalSchema.nullable(),
  /** numbers of the draws that were held on it */
  draws: list(z.string()),
})
export type Scheme = z.infer<typeof schemeSchema>

const known = refusals('SCHEME_UNKNOWN')

/** 实施方案 (S2 第九条): made from a plan line, approved by 负责人, and then never changed. */
export const schemesContract = {
  /** All schemes, the last touched first; with `line` only those of that plan line. */
  list: call
    .input(z.strictObject({ line: serialSchema.nullable().default(null) }))
    .output(list(schemeSchema)),
  read: call
    .errors(known)
    .input(z.strictObject({ id: z.uuid() }))
    .output(schemeSchema),
  /** What a new scheme of a plan line (or, outside any plan, of these items) would say. Writes nothing. */
  propose: call
    .errors(refusals('ROW_UNKNOWN'))
    .input(z.strictObject({ line: serialSchema.nullable().default(null), items: z.array(text).default([]) }))
    .output(schemeBodySchema.partial()),
  /** Writes a scheme, new or over the draft `id`. */
  save: call
    .errors(refusals('SCHEME_UNKNOWN', 'SCHEME_APPROVED', 'ROW_UNKNOWN'))
    .input(
      z.strictObject({
        id: z.uuid().nullable().default(null),
        line: serialSchema.nullable(),
        body: schemeBodySchema,
      }),
    )
    .output(schemeSchema),
  /** Takes a scheme away that nobody has approved. */
  discard: call
    .errors(refusals('SCHEME_UNKNOWN', 'SCHEME_APPROVED'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(nothing),
  /** Registers the approval with its scan, which is filed. A tick is none. */
  approve: call
    .errors(
      refusals('SCHEME_UNKNOWN', 'SCHEME_APPROVED', 'DATE_IMPOSSIBLE', 'UPLOAD_UNKNOWN', 'FILE_NOT_A_SCAN'),
    )
    .input(z.strictObject({ id: z.uuid(), name: text, number: text, date: isoDate, scan: uploadId }))
    .output(schemeSchema),
  /** The scheme as a paper, filed: for the approval by hand, or with it. */
  print: call
    .errors(refusals('SCHEME_UNKNOWN', 'OFFICE_NOT_SET'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(filedFormSchema),
}
