import { z } from 'zod'
import { serialSchema } from './office.ts'
import { text } from './text.ts'

/** Reason codes of a recusal as they stand in the draw's lists (draw-spec section 2). */
export const recusalReasonCodes = [
  'kin',
  'former-post',
  'interest',
  'contract',
  'self-declared',
  'other',
] as const

/** One recusal (回避关系): this inspector does not inspect this object. */
export const recusalSchema = z.strictObject({
  object: serialSchema,
  inspector: serialSchema,
  /** 回避事由 in the office's own words */
  reason: text,
  reasonCode: z.enum(recusalReasonCodes),
})
export type Recusal = z.infer<typeof recusalSchema>
