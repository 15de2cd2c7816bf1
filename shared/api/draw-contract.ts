import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { text } from '../registry/text.ts'
import { drawPlanSchema } from './draw-plan.ts'
import { call, list, page, part } from './parts.ts'
import { refusals } from './refusals.ts'
import { drawSessionSchema, drawSummarySchema } from './session-schema.ts'

/** The number of a draw, `YL01-2026-0001`. */
export const drawNumber = z
  .string()
  .max(40)
  .regex(/^[0-9A-Za-z][0-9A-Za-z._]*-\d{4}-\d{4}$/, '摇号编号形如 YL01-2026-0001')

const numbered = z.strictObject({ number: drawNumber })
const order = { reason: text, approver: text, supervisor: text }
const known = refusals('DRAW_UNKNOWN')
const inState = refusals('DRAW_UNKNOWN', 'WRONG_STATE')
/** Why lists cannot be frozen. */
const unfreezable = refusals(
  'AMENDMENT_INVALID',
  'DRAW_NOT_STANDING',
  'DRAW_UNKNOWN',
  'MODE_DIFFERENT',
  'NOTHING_TO_DRAW',
  'NOT_DRAWN',
  'NOT_ENOUGH_INSPECTORS',
  'NOT_ENOUGH_OBJECTS',
  'NOT_IN_THE_GROUP',
  'NO_CANDIDATE',
  'OFFICE_NOT_SET',
  'UNKNOWN_ID',
)

/** What a plan would freeze. */
export const drawPreviewSchema = z.strictObject({
  strata: list(z.strictObject({ id: z.string(), size: z.int(), sample: z.int(), basis: z.string() })),
  objects: z.int(),
  inspectors: z.int(),
  excluded: list(
    z.strictObject({
      id: z.string(),
      what: z.enum(['object', 'inspector']),
      reasonCode: z.string(),
      clause: z.string().nullable(),
      name: z.string(),
    }),
  ),
  objectsOutside: z.int(),
})

/** Where the session stands. */
const read = call.errors(known).input(numbered).output(drawSessionSchema)

/**
 * The session as it stands, at once, then every later state of it, whoever caused it, until the caller leaves. A
 * snapshot is complete in itself: a subscriber that cannot keep up may miss one between two that it gets.
 */
const watch = call.errors(known).input(numbered).output(eventIterator(drawSessionSchema))

/** Shows one more step of the stored outcome. */
const next = call
  .errors({ ...inState, ...refusals('STEP_INVALID') })
  .input(numbered)
  .output(drawSessionSchema)

/**
 * Draw sessions (摇号场次) on the stage: what a room full of people may see, and the next step. Nothing else is
 * reachable from there.
 */
export const stageDrawsContract = { read, watch, next }

/**
 * Draw sessions (摇号场次). Every step is one transaction with its ledger entry and gives the session after it. No
 * call takes a secret, a seed or an outcome; none draws an attempt that is drawn.
 */
export const drawsContract = {
  ...stageDrawsContract,
  /** All draws, the newest number first. */
  list: call.input(z.strictObject(part)).output(page(drawSummarySchema)),
  /** Writes a plan as a new draft, or over the draft `id`, which can be mended until its lists are frozen. */
  draft: call
    .errors(refusals('PLAN_DIFFERENT_KIND', 'PLAN_INVALID', 'WRONG_STATE'))
    .input(z.strictObject({ plan: drawPlanSchema, id: z.uuid().optional() }))
    .output(z.strictObject({ id: z.uuid() })),
  /** What a plan would freeze as the registers stand now, refused as a freeze would refuse it. Writes nothing. */
  preview: call
    .errors({ ...unfreezable, ...refusals('PLAN_INVALID') })
    .input(z.strictObject({ plan: drawPlanSchema }))
    .output(drawPreviewSchema),
  /** Takes the next number for a draft, draws `S` and publishes `C`. */
  commit: call
    .errors(
      refusals(
        'CHAIN_BUSY',
        'CLOCK_WRONG',
        'DRAFT_UNKNOWN',
        'DRAFT_USED',
        'DRAW_NOT_STANDING',
        'DRAW_UNKNOWN',
        'MODE_DIFFERENT',
        'OFFICE_NOT_SET',
      ),
    )
    .input(z.strictObject({ draft: z.uuid() }))
    .output(drawSessionSchema),
  /** Freezes the lists as the registers stand, and publishes `F`. */
  freeze: call
    .errors({ ...unfreezable, ...inState })
    .input(numbered)
    .output(drawSessionSchema),
  /** Confirms the digits of the next witness, in seat order. The last one draws, in the same transaction. */
  contribute: call
    .errors({ ...inState, ...refusals('NOT_THIS_SEAT', 'DIGITS_INVALID', 'DIGITS_TOO_FEW_TOGETHER') })
    .input(z.strictObject({ number: drawNumber, seat: z.int().min(1), digits: z.string().max(200) }))
    .output(drawSessionSchema),
  /** Shows the stored outcome up to step `upTo`. Never back. */
  reveal: call
    .errors({ ...inState, ...refusals('STEP_INVALID') })
    .input(z.strictObject({ number: drawNumber, upTo: z.int().min(1) }))
    .output(drawSessionSchema),
  /** Confirms that the outcome was shown in full. */
  confirm: call.errors(inState).input(numbered).output(drawSessionSchema),
  /** Aborts an attempt before its last digit is confirmed. */
  abort: call
    .errors(inState)
    .input(z.strictObject({ number: drawNumber, ...order }))
    .output(drawSessionSchema),
  /** Declares a drawn attempt void by a written decision. */
  declareVoid: call
    .errors({ ...inState, ...refusals('CHAIN_BUSY', 'DRAW_NOT_STANDING', 'NOT_THE_NEWEST') })
    .input(z.strictObject({ number: drawNumber, ...order, decision: text }))
    .output(drawSessionSchema),
  /** A further attempt after an abort or a void, with a fresh secret; `plan` takes the place of the draft's. */
  again: call
    .errors({
      ...inState,
      ...refusals('CHAIN_BUSY', 'DRAW_NOT_STANDING', 'PLAN_DIFFERENT_KIND', 'PLAN_INVALID'),
    })
    .input(
      z.strictObject({ number: drawNumber, reason: text, approver: text, plan: drawPlanSchema.optional() }),
    )
    .output(drawSessionSchema),
}
