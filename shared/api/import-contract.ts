import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { registerNames } from '../registry/columns.ts'
import { text } from '../registry/text.ts'
import { importSummarySchema, rowVerdictSchema, rowVerdicts } from './import-report.ts'
import { call, fullPath, list, nothing, page, part } from './parts.ts'
import { fileCodes, refusals } from './refusals.ts'
import { uploadId } from './upload-contract.ts'

const token = z.uuid()

/** What an inspection of a file tells, in this order: its token, how far it is, its report. */
export const inspectEventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('started'), token }),
  z.strictObject({ event: z.literal('progress'), rows: z.int() }),
  z.strictObject({ event: z.literal('report'), token, report: importSummarySchema }),
])
export type InspectEvent = z.infer<typeof inspectEventSchema>

/** Imports (导入): first the report, then the decision. */
export const importsContract = {
  /**
   * Reads a file and reports what it would do; writes nothing. Cancelled by the call's signal, by leaving the
   * iterator, or by `discard` with the token of its first event (then it ends with `CANCELLED`).
   */
  inspect: call
    .errors(refusals(...fileCodes, 'UPLOAD_UNKNOWN'))
    .input(
      z.union([
        z.strictObject({ register: z.enum(registerNames), path: fullPath }),
        z.strictObject({ register: z.enum(registerNames), upload: uploadId }),
      ]),
    )
    .output(eventIterator(inspectEventSchema)),
  /** A page of a report's rows, in the order of the file; with `verdicts` only those. */
  rows: call
    .errors(refusals('IMPORT_UNKNOWN'))
    .input(
      z.strictObject({
        token,
        verdicts: z
          .array(z.enum(rowVerdicts))
          .min(1)
          .default([...rowVerdicts]),
        ...part,
      }),
    )
    .output(page(rowVerdictSchema)),
  /**
   * Writes a report's rows, all in one transaction. `answers` by line, one a question in its order, `null` leaves
   * it open; `skipBad` leaves out every row that is refused or still undecided.
   */
  confirm: call
    .errors(
      refusals('IMPORT_UNKNOWN', 'IMPORT_STALE', 'IMPORT_UNDECIDED', 'IMPORT_CONFLICT', 'ANSWER_INVALID'),
    )
    .input(
      z.strictObject({
        token,
        answers: z.record(z.string().regex(/^\d{1,7}$/), z.array(z.string().nullable())).default({}),
        skipBad: z.boolean().default(false),
      }),
    )
    .output(
      z.strictObject({
        register: z.enum(registerNames),
        added: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        skipped: list(z.int()),
        /** names the import, to be undone; `null` where nothing was written */
        importId: z.int().nullable(),
      }),
    ),
  /** Imports of a register that were written, the newest first. */
  list: call.input(z.strictObject({ register: z.enum(registerNames), ...part })).output(
    page(
      z.strictObject({
        id: z.int(),
        register: z.enum(registerNames),
        fileName: z.string(),
        at: z.string(),
        by: z.string(),
        added: z.int(),
        changed: z.int(),
        /** when and by whom it was undone; `null` where it stands */
        undone: z.strictObject({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
      }),
    ),
  ),
  /**
   * Takes an import back, as recorded changes: what it added is retired, what it changed says again what it said
   * before. Refused as a whole (`IMPORT_CONFLICT`) where a row was changed since, and (`IMPORT_UNDONE`) the second
   * time. What was drawn meanwhile stays as it was frozen.
   */
  undo: call
    .errors(refusals('IMPORT_UNKNOWN', 'IMPORT_UNDONE', 'IMPORT_CONFLICT'))
    .input(z.strictObject({ id: z.int().min(1), reason: text }))
    .output(z.strictObject({ retired: z.int(), restored: z.int() })),
  /** Forgets a report, or stops the inspection that would give it. An unknown token is no error. */
  discard: call.input(z.strictObject({ token })).output(nothing),
}
