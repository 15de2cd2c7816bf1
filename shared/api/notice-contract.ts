import { z } from 'zod'
import { documentSchema } from './document-contract.ts'
import { drawNumber } from './draw-contract.ts'
import { call, list } from './parts.ts'
import { refusals } from './refusals.ts'

const known = refusals('DRAW_UNKNOWN')

/** What a notice covers: which field of which object, and why. */
export const maskedSchema = z.strictObject({
  where: z.string(),
  field: z.string(),
  /** what is covered, by its meaning: 手机号码, 身份证号, 住址 */
  meaning: z.string(),
  shown: z.string(),
})
export type Masked = z.infer<typeof maskedSchema>

/** A free text of a notice (自由文字), which a person has to read: no program can tell whom it names. */
export const freeTextSchema = z.strictObject({
  where: z.string(),
  field: z.string(),
  /** as it will be published */
  text: z.string(),
  /** whether a known personal value was found in it and covered */
  covered: z.boolean(),
})

/** 事前公示稿 and 结果公示稿. */
export const noticeKinds = { before: '事前公示稿', result: '结果公示稿' } as const
export type NoticeKind = keyof typeof noticeKinds

/** A notice as it was drawn up, and whether a second person compared it. */
export const noticeSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(Object.keys(noticeKinds) as NoticeKind[]),
  at: z.string(),
  maker: z.string(),
  digest: z.string(),
  /** whether the facts are still what it says */
  current: z.boolean(),
  masked: list(maskedSchema),
  free: list(freeTextSchema),
  confirmed: z.strictObject({ name: z.string(), at: z.string() }).nullable(),
  /** HTML, workbook and PDF; none before it was compared */
  documents: list(documentSchema),
})
export type Notice = z.infer<typeof noticeSchema>
/** A name that somebody typed: not of blanks and signs alone, nor of what nobody sees. */
const personName = z
  .string()
  .max(60)
  .refine(
    (value) => value.isWellFormed() && /[\p{L}--\p{Default_Ignorable_Code_Point}]/v.test(value),
    '须填写姓名',
  )
const noticeKind = z.enum(Object.keys(noticeKinds) as NoticeKind[])

/** Public notices (公示): drawn up masked, compared by a second person, and only then written. */
export const noticesContract = {
  list: call
    .errors(known)
    .input(z.strictObject({ number: drawNumber }))
    .output(list(noticeSchema)),
  /** Draws one up from the facts as they are now. Nothing of a confidential draw before it is disclosed. */
  make: call
    .errors({
      ...known,
      ...refusals('NOT_DRAWN_YET', 'CONFIDENTIAL', 'FORM_NOT_READY', 'NOTICE_NOT_LAWFUL', 'OFFICE_NOT_SET'),
    })
    .input(z.strictObject({ number: drawNumber, kind: noticeKind, maker: personName }))
    .output(noticeSchema),
  /** The notice as a page, for whoever compares it. */
  preview: call
    .errors(refusals('NOTICE_UNKNOWN'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.strictObject({ html: z.string() })),
  /** A second person compared it and what was covered; archives HTML, workbook and PDF. */
  confirm: call
    .errors(refusals('NOTICE_UNKNOWN', 'NOTICE_CHANGED', 'SAME_PERSON', 'CONFIDENTIAL', 'WRONG_STATE'))
    .input(z.strictObject({ id: z.uuid(), name: personName }))
    .output(noticeSchema),
}
