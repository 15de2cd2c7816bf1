import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { drawKinds, drawModes } from '../draw/manifest.ts'
import { serialSchema } from '../registry/office.ts'
import { text } from '../registry/text.ts'
import { conditionsSchema, drawPlanSchema, jointSchema } from './draw-plan.ts'
import { call, list, nothing, page, part } from './parts.ts'
import { refusalCodeSchema, refusals } from './refusals.ts'
import { drawSessionSchema, drawSummarySchema } from './session-schema.ts'
import { uploadId } from './upload-contract.ts'

/** The number of a draw, `YL01-2026-0001`. */
export const drawNumber = z
  .string()
  .max(40)
  .regex(/^[0-9A-Za-z][0-9A-Za-z._]*-\d{4}-\d{4}$/, '摇号编号形如 YL01-2026-0001')

const numbered = z.strictObject({ number: drawNumber })
/** An approval (批准) beside its name: number and date of the document, and its scan as an upload that is filed. */
export const approvalSchema = z.strictObject({
  number: text,
  date: z.iso.date(),
  scan: uploadId.nullable().default(null),
})
const order = {
  reason: text,
  approver: text,
  supervisor: text,
  approval: approvalSchema.nullable().default(null),
}
const known = refusals('DRAW_UNKNOWN')
const inState = refusals('DRAW_UNKNOWN', 'WRONG_STATE')
/** Why lists cannot be frozen. */
const unfreezable = refusals(
  'BOUNDS_EMPTY',
  'ITEM_NOT_CONFIRMED',
  'NOT_APPROVED',
  'OUTSIDE_THE_PLAN',
  'PLATFORM_NUMBER_MISSING',
  'RULE_BROKEN',
  'AMENDMENT_INVALID',
  'CHAIN_BUSY',
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
  /** what the 执行细则 says of this plan; `null` for a match or a replacement */
  rules: z
    .strictObject({
      preset: z.string(),
      /** objects of the register that the items apply to, before exclusions: floors and ceilings count these */
      registerSize: z.int(),
      /** floor and ceiling of the sample, each with the sentence that is frozen */
      bounds: list(z.strictObject({ sentence: z.string(), clause: z.string().nullable() })),
      /** visits that are saved because several items are done in one */
      savedVisits: z.int(),
      /** what contradicts a rule; `canSetAside`: yields to a printed reason under this code */
      problems: list(
        z.strictObject({
          code: z.string(),
          sentence: z.string(),
          clause: z.string().nullable(),
          canSetAside: z.boolean(),
        }),
      ),
      /** what an official draw still needs: approval, plan, platform number */
      needs: list(z.strictObject({ code: z.string(), sentence: z.string() })),
    })
    .nullable(),
  /** why these lists could not be frozen (`NOT_ENOUGH_INSPECTORS`, …), a sentence; `null` where they could */
  problem: z.strictObject({ code: refusalCodeSchema, message: z.string() }).nullable(),
})
export type DrawPreview = z.infer<typeof drawPreviewSchema>

/** A draft (摇号草案) in a list. */
export const draftSummarySchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(drawKinds),
  mode: z.enum(drawModes),
  task: z.string(),
  updatedAt: z.string(),
})

/** One row of a frozen list as the stage rolls it: its place from 1 in its stratum (people: in their list). */
const poolRow = z.strictObject({
  place: z.int(),
  id: z.string(),
  name: z.string(),
  stratum: z.string().nullable(),
})
export type PoolRow = z.infer<typeof poolRow>

const member = z.strictObject({
  id: z.string(),
  name: z.string(),
  department: z.string().nullable(),
  leader: z.boolean(),
})
/** The whole list in force (现行名单) of a chain: what was drawn, with every match and replacement since. */
export const resultInForceSchema = z.strictObject({
  root: z.string(),
  /** number of the newest draw of the chain that stands: what a further amendment amends */
  newest: z.string(),
  topology: z.enum(['none', 'teams', 'each']),
  objects: list(
    z.strictObject({
      order: z.int(),
      id: z.string(),
      name: z.string(),
      creditCode: z.string().nullable(),
      address: z.string().nullable(),
      stratum: z.string().nullable(),
      team: z.int().nullable(),
      inspectors: list(member),
    }),
  ),
  teams: list(z.strictObject({ number: z.int(), members: list(member), objects: z.int() })),
})
export type ResultInForce = z.infer<typeof resultInForceSchema>

/** What a plan line, or items outside any plan, come to under the office's 执行细则: a proposal to begin a plan with. */
export const drawProposalSchema = z.strictObject({
  task: z.string(),
  documentNumber: z.string().nullable(),
  items: list(z.string()),
  conditions: conditionsSchema,
  /** the strata that rules and plan line give, the last takes everybody else */
  strata: list(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      conditions: conditionsSchema,
      /** `5%` */
      ratio: z.string(),
      clause: z.string().nullable(),
      sentence: z.string(),
      /** all are drawn: the drawn order is the batch order (S3 第八条) */
      batchOrder: z.boolean(),
    }),
  ),
  joint: jointSchema,
  /** objects of the register that the items apply to */
  registerSize: z.int(),
  /** whether a person has confirmed which objects each item applies to */
  confirmed: z.boolean(),
  /** what the plan says in words that nobody may interpret (说明, 抽查范围), to be read by a person */
  remarks: list(z.strictObject({ title: z.string(), text: z.string() })),
  /** an official draw asks for the platform's task number (S3 第六条) */
  platformWanted: z.boolean(),
  /** reasons for which the 执行细则 allows a draw outside any plan; empty: none is allowed */
  outsideReasons: list(z.string()),
  /** how many inspectors a group has at least and at most, and who says so */
  group: z.strictObject({ min: z.int(), max: z.int().nullable(), clause: z.string().nullable() }),
  /** how often the line was drawn this year, and how often it is planned */
  drawn: z.int(),
  planned: z.int().nullable(),
})
export type DrawProposal = z.infer<typeof drawProposalSchema>

/** What changed in the registers since the lists were frozen; the frozen lists stay. */
export const driftSchema = z.strictObject({
  objects: z.int(),
  inspectors: z.int(),
  /** `null` where nothing changed */
  sentence: z.string().nullable(),
})
export type Drift = z.infer<typeof driftSchema>

/** Where the session stands. */
const read = call.errors(known).input(numbered).output(drawSessionSchema)

/**
 * The session as it stands, at once, then every later state of it, whoever caused it, until the caller leaves. A
 * snapshot is complete in itself: a subscriber that cannot keep up may miss one between two that it gets.
 */
const watch = call.errors(known).input(numbered).output(eventIterator(drawSessionSchema))

/** Shows as much more of the stored outcome as the pace of the stage says, within the group that is being shown. */
const next = call
  .errors({ ...inState, ...refusals('STEP_INVALID') })
  .input(numbered)
  .output(drawSessionSchema)

/** Rows of the frozen lists, in the order of the picks' indexes: of objects by stratum and id, of people by id. */
const pool = call
  .errors(inState)
  .input(
    z.strictObject({
      number: drawNumber,
      what: z.enum(['object', 'inspector']),
      limit: z.int().min(1).max(20_000).default(5_000),
      offset: z.int().min(0).default(0),
    }),
  )
  .output(page(poolRow))

/**
 * Draw sessions (摇号场次) on the stage: what a room full of people may see, and the next step. Nothing else is
 * reachable from there.
 */
export const stageDrawsContract = { read, watch, next, pool }

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
  /** Drafts that no number was taken for yet, the last touched first. */
  drafts: call.input(nothing).output(list(draftSummarySchema)),
  /** A draft with its plan, and the number that was taken for it. */
  readDraft: call
    .errors(refusals('DRAFT_UNKNOWN'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      z.strictObject({
        id: z.uuid(),
        plan: drawPlanSchema,
        updatedAt: z.string(),
        number: z.string().nullable(),
      }),
    ),
  /** Deletes a draft that no number was taken for. */
  discardDraft: call
    .errors(refusals('DRAFT_UNKNOWN', 'DRAFT_USED'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(nothing),
  /**
   * What a plan would freeze as the registers stand now. Where it could not be frozen although the lists can be
   * told, `problem` says why; where they cannot be told, it is refused. Writes nothing.
   */
  preview: call
    .errors({ ...unfreezable, ...refusals('PLAN_INVALID') })
    .input(z.strictObject({ plan: drawPlanSchema }))
    .output(drawPreviewSchema),
  /** What a plan line, or items outside any plan, come to under the 执行细则. Writes nothing. */
  propose: call
    .errors(refusals('OFFICE_NOT_SET', 'ROW_UNKNOWN', 'BOUNDS_EMPTY'))
    .input(z.union([z.strictObject({ line: serialSchema }), z.strictObject({ items: z.array(text).min(1) })]))
    .output(drawProposalSchema),
  /** What changed in the registers since the lists of a draw were frozen. */
  drift: call.errors(inState).input(numbered).output(driftSchema),
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
        'NOT_APPROVED',
        'OFFICE_NOT_SET',
        'OUTSIDE_THE_PLAN',
        'PLATFORM_NUMBER_MISSING',
        'RULE_BROKEN',
      ),
    )
    .input(z.strictObject({ draft: z.uuid() }))
    .output(drawSessionSchema),
  /** Freezes the lists as the registers stand, and publishes `F`. */
  freeze: call
    .errors({ ...unfreezable, ...inState })
    .input(numbered)
    .output(drawSessionSchema),
  /**
   * Takes down the digits of a witness, masked, or writes them anew; nothing is confirmed. Kept through a crash.
   * Before the opening nobody is told what they are. A single call with `DIGITS_INVALID` writes nothing.
   */
  enterDigits: call
    .errors({ ...inState, ...refusals('NOT_THIS_SEAT', 'DIGITS_INVALID') })
    .input(z.strictObject({ number: drawNumber, seat: z.int().min(1), digits: z.string().max(200) }))
    .output(drawSessionSchema),
  /** Shows the digits of all witnesses together, to be read back. */
  openDigits: call
    .errors({ ...inState, ...refusals('DIGITS_MISSING', 'DIGITS_TOO_FEW_TOGETHER') })
    .input(numbered)
    .output(drawSessionSchema),
  /** Confirms the opened digits, in seat order, and draws, all in one transaction. */
  confirmDigits: call
    .errors({ ...inState, ...refusals('DIGITS_MISSING', 'DIGITS_NOT_OPENED', 'DIGITS_TOO_FEW_TOGETHER') })
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
  /**
   * Discloses the names of a confidential chain (公布名单) once its outcome is confirmed: `date` is the day from which
   * they are public. From then on the stage shows names and packages can be made.
   */
  disclose: call
    .errors({ ...inState, ...refusals('DATE_IMPOSSIBLE') })
    .input(z.strictObject({ number: drawNumber, date: z.iso.date(), reason: text }))
    .output(drawSessionSchema),
  /** The whole list in force of the chain of a draw. */
  inForce: call
    .errors(refusals('DRAW_UNKNOWN', 'NOT_DRAWN_YET', 'DRAW_NOT_STANDING'))
    .input(numbered)
    .output(resultInForceSchema),
  /** Draws of the chain that `number` belongs to, the oldest first. */
  chain: call.errors(known).input(numbered).output(list(drawSummarySchema)),
  /** Aborts an attempt before its last digit is confirmed. */
  abort: call
    .errors({ ...inState, ...refusals('UPLOAD_UNKNOWN', 'FILE_NOT_A_SCAN') })
    .input(z.strictObject({ number: drawNumber, ...order }))
    .output(drawSessionSchema),
  /** Declares a drawn attempt void by a written decision. */
  declareVoid: call
    .errors({
      ...inState,
      ...refusals('CHAIN_BUSY', 'DRAW_NOT_STANDING', 'NOT_THE_NEWEST', 'UPLOAD_UNKNOWN', 'FILE_NOT_A_SCAN'),
    })
    .input(z.strictObject({ number: drawNumber, ...order, decision: text }))
    .output(drawSessionSchema),
  /** A further attempt after an abort or a void, with a fresh secret; `plan` takes the place of the draft's. */
  again: call
    .errors({
      ...inState,
      ...refusals(
        'CHAIN_BUSY',
        'DRAW_NOT_STANDING',
        'PLAN_DIFFERENT_KIND',
        'PLAN_INVALID',
        'UPLOAD_UNKNOWN',
        'FILE_NOT_A_SCAN',
      ),
    })
    .input(
      z.strictObject({
        number: drawNumber,
        reason: text,
        approver: text,
        approval: approvalSchema.nullable().default(null),
        plan: drawPlanSchema.optional(),
      }),
    )
    .output(drawSessionSchema),
}
