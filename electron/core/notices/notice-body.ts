import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { NoticeRow } from '../../../db/inspection-store.ts'
import { freeTextSchema, maskedSchema } from '../../../shared/api/notice-contract.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { NoticePaper } from '../../../shared/forms/notice-paper.ts'

/** A form model as it was stored by {@link noticeBody}; nothing else ever writes there. */
const model = z.custom<FormModel>((value) => z.looseObject({ id: z.string() }).safeParse(value).success)
const rows = z.array(z.array(z.string()))
const body = z.strictObject({
  day: z.string(),
  model,
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      columns: z.array(z.strictObject({ title: z.string(), width: z.number() })),
      rows,
    }),
  ),
  free: z.array(freeTextSchema),
})

/** A notice as it is stored: what it says, its day (成文日期), what was covered, and the digest of it all. */
export interface StoredNotice {
  readonly day: string
  readonly paper: NoticePaper
}

/** What of a notice is stored. The same facts are written in the same order, so that the digest is of the text itself. */
export function noticeBody({ day, paper }: StoredNotice): Pick<NoticeRow, 'body' | 'masked' | 'digest'> {
  const { masked: covered, ...said } = paper
  const body = JSON.stringify({ day, ...said })
  const masked = JSON.stringify(covered)
  return { body, masked, digest: createHash('sha256').update(`${body}\n${masked}\n`).digest('hex') }
}

/** A stored notice. */
export function readNotice(row: Pick<NoticeRow, 'body' | 'masked'>): StoredNotice {
  const { day, ...said } = body.parse(JSON.parse(row.body))
  return { day, paper: { ...said, masked: z.array(maskedSchema).parse(JSON.parse(row.masked)) } }
}
