import { z } from 'zod'
import { registerNames } from '../registry/columns.ts'
import { call, list } from './parts.ts'
import { drawSummarySchema } from './session-schema.ts'

/** What the first page (首页) tells: what is next, what is due, the last draws. */
export const overviewSchema = z.strictObject({
  office: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  registers: z.record(z.enum(registerNames), z.int()),
  /** sessions that are begun and neither confirmed nor ended, the oldest first */
  open: list(drawSummarySchema),
  /** confirmed draws whose signed form is not on file */
  unsigned: list(drawSummarySchema),
  /** drafts without a number */
  drafts: list(z.strictObject({ id: z.uuid(), task: z.string(), updatedAt: z.string() })),
  /** the last draws, the newest first */
  last: list(drawSummarySchema),
  /** how far the year's work has come, from the list of items to the draw */
  work: z.strictObject({
    /** items of the list whose 适用对象 nobody has confirmed */
    unconfirmed: z.int(),
    plan: z.strictObject({ year: z.int(), lines: z.int(), approved: z.boolean() }),
    /** 实施方案 that wait for their approval, and approved ones that no draw was held on */
    schemes: z.strictObject({ drafts: z.int(), ready: z.int() }),
  }),
  /** what is due: plans, registers, certificates that run out, a backup that is old */
  due: list(
    z.strictObject({
      what: z.enum([
        'certificate-expired',
        'certificate-expires',
        'backup-old',
        'scan-missing',
        'revision-due',
        'plan-deadline',
        'plan-adjusted',
        'plan-late',
        'plan-month',
        'items-unconfirmed',
        'coverage-low',
        'scheme-waiting',
      ]),
      sentence: z.string(),
      count: z.int(),
    }),
  ),
  sampleLoaded: z.boolean(),
})
export type Overview = z.infer<typeof overviewSchema>

export const overviewContract = { read: call.input(z.strictObject({})).output(overviewSchema) }
