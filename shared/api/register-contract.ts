import { z } from 'zod'
import { inspectionItemSchema } from '../registry/inspection-item.ts'
import { inspectionObjectSchema } from '../registry/inspection-object.ts'
import { inspectorSchema } from '../registry/inspector.ts'
import { serialSchema } from '../registry/office.ts'
import { recusalSchema } from '../registry/recusal.ts'
import { text } from '../registry/text.ts'
import { call, list, page, part } from './parts.ts'
import { refusals } from './refusals.ts'

/** One version of a register row: what it said, since when, by whom and why. */
function versionOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    serial: serialSchema,
    version: z.int(),
    change: z.enum(['added', 'changed', 'retired']),
    at: z.string(),
    moment: z.int(),
    by: z.string(),
    reason: z.string().nullable(),
    importId: z.int().nullable(),
    row,
  })
}

/** The version that the caller has before him: who changes what another has changed meanwhile is told so. */
const seen = { serial: serialSchema, version: z.int().min(1) }
const reason = text.nullable().default(null)

/** The calls on one register. Each change is one transaction with its ledger entry. */
function registerContract<Row extends z.ZodType>(row: Row) {
  const version = versionOf(row)
  return {
    /** Rows that are in the register now and contain `piece`; all of them for `''`. By serial. */
    search: call
      .input(z.strictObject({ piece: z.string().max(100).default(''), ...part }))
      .output(page(version)),
    /** The newest version of a row, a retired one too. */
    get: call
      .errors(refusals('ROW_UNKNOWN'))
      .input(z.strictObject({ serial: serialSchema }))
      .output(version),
    /** All versions of a row, the first one first. */
    history: call
      .errors(refusals('ROW_UNKNOWN'))
      .input(z.strictObject({ serial: serialSchema }))
      .output(list(version)),
    /** What the register said at a moment (ISO 8601 with offset), up to and including it. */
    asOf: call
      .input(z.strictObject({ moment: z.iso.datetime({ offset: true }), ...part }))
      .output(page(version)),
    /** Adds a row. `ROW_UNKNOWN`: a recusal of somebody who is in no register. */
    add: call
      .errors(refusals('ROW_INVALID', 'ROW_UNKNOWN', 'CERTIFICATE_TAKEN'))
      .input(z.strictObject({ row }))
      .output(version),
    /** Writes what a row says from now on, as its next version. */
    change: call
      .errors(refusals('ROW_INVALID', 'ROW_UNKNOWN', 'ROW_RETIRED', 'ROW_CHANGED', 'CERTIFICATE_TAKEN'))
      .input(z.strictObject({ ...seen, row, reason }))
      .output(version),
    /** Takes a row out of the register; its history stays answerable. */
    retire: call
      .errors(refusals('ROW_UNKNOWN', 'ROW_RETIRED', 'ROW_CHANGED'))
      .input(z.strictObject({ ...seen, reason }))
      .output(version),
  }
}

/** The four registers (名录). */
export const registersContract = {
  objects: registerContract(inspectionObjectSchema),
  inspectors: registerContract(inspectorSchema),
  items: registerContract(inspectionItemSchema),
  recusals: registerContract(recusalSchema),
}
