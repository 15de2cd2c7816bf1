import { z } from 'zod'
import { inspectionObjectSchema } from '../registry/inspection-object.ts'
import { inspectorSchema } from '../registry/inspector.ts'
import { serialSchema } from '../registry/office.ts'
import { similarities } from '../registry/similar-names.ts'
import { text } from '../registry/text.ts'
import { call, list, nothing, part } from './parts.ts'
import { refusals } from './refusals.ts'

/** The registers in which two rows can be one and the same. */
const register = z.enum(['objects', 'inspectors'])
const side = z.strictObject({
  serial: serialSchema,
  row: z.union([inspectionObjectSchema, inspectorSchema]),
  /** since when it says so */
  at: z.string(),
  /** how many recusals and visits name it */
  recusals: z.int(),
  visits: z.int(),
})
const kinds = Object.keys(similarities) as (keyof typeof similarities)[]

/** Rows that may be the same (疑似重复): searched for in a thread of its own, decided one by one. */
export const duplicatesContract = {
  /** Searches a register anew and gives how many pairs were found. One at a time: a later one waits. */
  search: call
    .errors(refusals('CANCELLED'))
    .input(z.strictObject({ register }))
    .output(z.strictObject({ pairs: z.int() })),
  /** A page of the pairs that are to be decided; `found` is `null` where nothing was searched since the start. */
  pairs: call.input(z.strictObject({ register, ...part })).output(
    z.strictObject({
      searching: z.boolean(),
      found: z
        .strictObject({
          at: z.string(),
          total: z.int(),
          rows: list(z.strictObject({ why: z.enum(kinds), first: side, second: side })),
        })
        .nullable(),
    }),
  ),
  /** Merges two rows: one is kept, the other leaves the register; recusals and visits follow. */
  merge: call
    .errors(refusals('ROW_UNKNOWN', 'ROW_RETIRED'))
    .input(z.strictObject({ register, keep: serialSchema, retire: serialSchema, reason: text }))
    .output(z.strictObject({ moved: z.int() })),
  /** Decides that two rows are not the same; they are never asked about again. */
  distinct: call
    .errors(refusals('ROW_UNKNOWN', 'ROW_RETIRED'))
    .input(z.strictObject({ register, first: serialSchema, second: serialSchema }))
    .output(nothing),
}
