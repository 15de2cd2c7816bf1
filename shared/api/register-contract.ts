import { z } from 'zod'
import type { RegisterName } from '../registry/columns.ts'
import { isFilterField } from '../registry/filter-fields.ts'
import { inspectionItemSchema } from '../registry/inspection-item.ts'
import { inspectionObjectSchema } from '../registry/inspection-object.ts'
import { inspectorSchema } from '../registry/inspector.ts'
import { serialSchema } from '../registry/office.ts'
import { planLineSchema } from '../registry/plan-line.ts'
import { powerSchema } from '../registry/power.ts'
import { recusalSchema } from '../registry/recusal.ts'
import { text } from '../registry/text.ts'
import { visitSchema } from '../registry/visit.ts'
import { call, list, nothing, page, part } from './parts.ts'
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
function registerContract<Row extends z.ZodType>(register: RegisterName, row: Row) {
  const version = versionOf(row)
  return {
    /**
     * Rows that are in the register now and contain `piece`, also as initials of the pinyin (`ylsy` finds 云岭商业);
     * all of them for `''`. `filters`: a field's name with the values that are wanted, any of them (`''`: nothing
     * is said); for a field of many values, any in common. By serial.
     */
    search: call
      .input(
        z.strictObject({
          piece: z.string().max(100).default(''),
          filters: z
            .record(z.string().max(40), z.array(z.string().max(500)).min(1).max(200))
            .refine((filters) => Object.keys(filters).every((field) => isFilterField(register, field)), {
              error: '不能按此项筛选',
            })
            .default({}),
          ...part,
        }),
      )
      .output(page(version)),
    /** For every field that can be filtered, the values that occur in the register now with their counts. */
    facets: call
      .input(nothing)
      .output(z.record(z.string(), list(z.strictObject({ value: z.string(), count: z.int() })))),
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
    /** Writes what a row says from now on, as its next version. `REASON_MISSING`: an approved plan line without its reason. */
    change: call
      .errors(
        refusals(
          'ROW_INVALID',
          'ROW_UNKNOWN',
          'ROW_RETIRED',
          'ROW_CHANGED',
          'CERTIFICATE_TAKEN',
          'REASON_MISSING',
        ),
      )
      .input(z.strictObject({ ...seen, row, reason }))
      .output(version),
    /** Takes a row out of the register; its history stays answerable. */
    retire: call
      .errors(refusals('ROW_UNKNOWN', 'ROW_RETIRED', 'ROW_CHANGED', 'REASON_MISSING'))
      .input(z.strictObject({ ...seen, reason }))
      .output(version),
  }
}

/** The registers (名录). */
export const registersContract = {
  objects: registerContract('objects', inspectionObjectSchema),
  inspectors: registerContract('inspectors', inspectorSchema),
  items: registerContract('items', inspectionItemSchema),
  recusals: registerContract('recusals', recusalSchema),
  plans: registerContract('plans', planLineSchema),
  visits: registerContract('visits', visitSchema),
  powers: registerContract('powers', powerSchema),
}
