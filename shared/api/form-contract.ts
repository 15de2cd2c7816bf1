import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { formStages } from '../forms/form-definition.ts'
import { formStyleSchema } from '../forms/form-style.ts'
import { inspectionEntrySchema } from '../forms/inspection-entry.ts'
import { visitEntrySchema } from '../forms/visit-entry.ts'
import { serialSchema } from '../registry/office.ts'
import { documentSchema } from './document-contract.ts'
import { drawNumber } from './draw-contract.ts'
import { call, list, nothing } from './parts.ts'
import { refusals } from './refusals.ts'
import { filedFormSchema } from './release-contract.ts'

const known = refusals('DRAW_UNKNOWN')
const formId = z.string().min(1).max(60)
const missing = list(z.strictObject({ codePoint: z.string(), where: z.string() }))

/** A form of a draw as the page lists it. */
export const formStateSchema = z.strictObject({
  id: formId,
  name: z.string(),
  stage: z.enum(formStages),
  scope: z.enum(['draw', 'object']),
  /** papers in the file: of a form of one object, how many objects it is made for; 0: one blank */
  objects: z.int(),
  /** why it cannot be made now (名单尚未锁定); `null` where it can */
  unavailable: z.string().nullable(),
  copies: z.string().nullable(),
  /** the archived paper of the facts as they are now; `null` where none is made or the facts changed since */
  current: documentSchema.nullable(),
  /** the newest archived paper of earlier facts */
  earlier: documentSchema.nullable(),
  /** 文号 that were given to it */
  numbers: list(z.string()),
})
export type FormState = z.infer<typeof formStateSchema>

/** What was entered of one object, with what it is shown by. */
export const visitStateSchema = z.strictObject({
  order: z.int(),
  object: z.string(),
  name: z.string(),
  inspectors: list(z.string()),
  entry: visitEntrySchema,
  /** 0: nothing entered yet */
  version: z.int(),
  at: z.string().nullable(),
  by: z.string().nullable(),
})
export type VisitState = z.infer<typeof visitStateSchema>

/** Everything that was entered of an inspection (文书要素). */
export const inspectionStateSchema = z.strictObject({
  /** the number whose inspection it is: the draw itself, also where a match or a replacement was asked for */
  draw: z.string(),
  task: z.string(),
  entry: inspectionEntrySchema,
  version: z.int(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  visits: list(visitStateSchema),
})
export type InspectionState = z.infer<typeof inspectionStateSchema>

const preparing = z.discriminatedUnion('event', [
  /** papers done of papers in all */
  z.strictObject({ event: z.literal('progress'), done: z.int(), total: z.int(), form: z.string() }),
  z.strictObject({
    event: z.literal('done'),
    documents: list(documentSchema),
    missing,
    /** forms that were asked for and cannot be made, with the reason */
    left: list(z.strictObject({ form: formId, name: z.string(), reason: z.string() })),
  }),
])
export type PrepareEvent = z.infer<typeof preparing>

/** The paper forms of an inspection (文书): made from one entry of facts, archived before they are shown. */
export const formsContract = {
  /** Every form of a draw and how it stands. */
  list: call
    .errors(known)
    .input(z.strictObject({ number: drawNumber }))
    .output(list(formStateSchema)),
  /** What was entered of the inspection. */
  entry: call
    .errors({ ...known, ...refusals('NOT_DRAWN_YET') })
    .input(z.strictObject({ number: drawNumber }))
    .output(inspectionStateSchema),
  /** Writes what was entered for the whole; `version` is the one the window had read (`ENTRY_STALE` where it is not the newest). */
  saveEntry: call
    .errors({ ...known, ...refusals('NOT_DRAWN_YET', 'ENTRY_STALE') })
    .input(z.strictObject({ number: drawNumber, version: z.int().min(0), entry: inspectionEntrySchema }))
    .output(inspectionStateSchema),
  /** Writes what was entered of one object. */
  saveVisit: call
    .errors({ ...known, ...refusals('NOT_DRAWN_YET', 'ENTRY_STALE', 'UNKNOWN_ID') })
    .input(
      z.strictObject({
        number: drawNumber,
        object: z.string().max(80),
        version: z.int().min(0),
        entry: visitEntrySchema,
      }),
    )
    .output(inspectionStateSchema),
  /**
   * Makes and archives forms (`null`: all that can be made), or `combined` all of them in one PDF. What is on file of
   * the same facts is given again. Cancelled by leaving the iterator: then nothing was archived.
   */
  prepare: call
    .errors({ ...known, ...refusals('FORM_UNKNOWN', 'FORM_NOT_READY', 'OFFICE_NOT_SET', 'CANCELLED') })
    .input(
      z.strictObject({
        number: drawNumber,
        forms: z.array(formId).min(1).max(60).nullable().default(null),
        combined: z.boolean().default(false),
      }),
    )
    .output(eventIterator(preparing)),
  /**
   * The copy to send to a printer: the archived paper itself, or, where a person confirmed that it was printed, a
   * further archived copy that is marked 第n次打印.
   */
  print: call
    .errors(refusals('DOCUMENT_UNKNOWN', 'DOCUMENT_CHANGED', 'NOT_PRINTABLE'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(documentSchema),
  /** A person saw the copy come out of the printer, whole. */
  printed: call
    .errors(refusals('DOCUMENT_UNKNOWN'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(documentSchema),
  /** A form without facts, to be filled in by hand; filed. */
  blank: call
    .errors(refusals('FORM_UNKNOWN', 'FORM_NOT_READY', 'OFFICE_NOT_SET'))
    .input(z.strictObject({ form: formId }))
    .output(filedFormSchema),
  /** The 非双随机检查登记表 of a row of the register of such visits; filed. */
  nonRandom: call
    .errors(refusals('ROW_UNKNOWN', 'OFFICE_NOT_SET'))
    .input(z.strictObject({ serial: serialSchema }))
    .output(filedFormSchema),
  /** How far this year's 文号 have come, by word; 0 where none was given. */
  lastNumbers: call
    .input(nothing)
    .output(
      z.strictObject({ year: z.int(), words: list(z.strictObject({ word: z.string(), last: z.int() })) }),
    ),
  /** How the office's papers look (文书版式). */
  style: call.input(nothing).output(formStyleSchema),
  /** Writes it; what changed is in the ledger. A logo that is no picture is refused. */
  writeStyle: call.errors(refusals('LOGO_NOT_A_PICTURE')).input(formStyleSchema).output(formStyleSchema),
}
