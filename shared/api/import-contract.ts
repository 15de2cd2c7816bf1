import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { registerNames } from '../registry/columns.ts'
import { serialSchema } from '../registry/office.ts'
import { text } from '../registry/text.ts'
import {
  goneRowSchema,
  importStateSchema,
  importSummarySchema,
  questionKinds,
  rowVerdictSchema,
  rowVerdicts,
} from './import-report.ts'
import { call, fullPath, list, nothing, page, part } from './parts.ts'
import { fileCodes, refusals } from './refusals.ts'
import { uploadId } from './upload-contract.ts'

const token = z.uuid()

/** What an inspection of a file tells, in this order: its token, how far it is, its report. */
export const inspectEventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('started'), token }),
  z.strictObject({ event: z.literal('progress'), rows: z.int() }),
  z.strictObject({
    event: z.literal('report'),
    token,
    report: importSummarySchema,
    state: importStateSchema,
  }),
])
export type InspectEvent = z.infer<typeof inspectEventSchema>

/** What a row of the file is, before anything is decided about it; `gone` ones are no rows of the file. */
export const importTabs = ['new', 'changed', 'conflict', 'undecided', 'refused', 'unchanged'] as const
export type ImportTab = (typeof importTabs)[number]

const line = z.int().min(1)
const keep = z.enum(['ours', 'theirs'])
const answers = z.array(z.string().max(500).nullable()).max(50)

/** One decision about a report: about one row, or by a rule about all that it fits and that are still open. */
export const importChangeSchema = z.discriminatedUnion('change', [
  /** the answers to a line's questions, in their order; `null` leaves one open */
  z.strictObject({ change: z.literal('answer'), line, answers }),
  /** `suggestion`, `only` (the one row of that name), `leave-out`, or an option that the questions offer */
  z.strictObject({
    change: z.literal('answer-all'),
    question: z.enum(questionKinds),
    answer: z.string().max(500),
  }),
  z.strictObject({ change: z.literal('field'), line, field: z.string().max(60), keep: keep.nullable() }),
  /** of all fields where `field` is `null` */
  z.strictObject({ change: z.literal('field-all'), field: z.string().max(60).nullable(), keep }),
  /** whether the file is the whole register (全部名录) or a part of it */
  z.strictObject({ change: z.literal('whole'), whole: z.boolean() }),
  z.strictObject({ change: z.literal('gone'), serial: serialSchema, retire: z.boolean() }),
  z.strictObject({
    change: z.literal('gone-all'),
    which: z.enum(['imported', 'all']),
    retire: z.boolean(),
  }),
])
export type ImportChange = z.infer<typeof importChangeSchema>

/** A file: by its path, or one that a window handed over. */
const source = z.union([
  z.strictObject({ register: z.enum(registerNames), path: fullPath }),
  z.strictObject({ register: z.enum(registerNames), upload: uploadId }),
])
/** The header row that a person pointed at, where none was found. */
const header = z.strictObject({ sheet: z.string().max(255), line }).optional()

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
        z.strictObject({ register: z.enum(registerNames), path: fullPath, header }),
        z.strictObject({ register: z.enum(registerNames), upload: uploadId, header }),
      ]),
    )
    .output(eventIterator(inspectEventSchema)),
  /** The first rows of every sheet, as they are, for whoever has to point at the header. */
  head: call
    .errors(refusals(...fileCodes, 'UPLOAD_UNKNOWN'))
    .input(source)
    .output(
      z.strictObject({
        sheets: list(
          z.strictObject({
            name: z.string(),
            rows: list(
              z.strictObject({
                line: z.int(),
                cells: list(z.strictObject({ column: z.int(), letters: z.string(), text: z.string() })),
              }),
            ),
          }),
        ),
      }),
    ),
  /**
   * Remembers what header titles mean (表头对应) in files for this register: a field, `-` for not to be read, `null`
   * for what the program knows itself. It counts from the next inspection on.
   */
  mapHeader: call
    .errors(refusals('ANSWER_INVALID'))
    .input(
      z.strictObject({
        register: z.enum(registerNames),
        mapping: z
          .array(z.strictObject({ title: z.string().min(1).max(200), field: z.string().max(60).nullable() }))
          .max(200),
      }),
    )
    .output(nothing),
  /** Takes a decision about a report and tells where all of them stand. */
  decide: call
    .errors(refusals('IMPORT_UNKNOWN', 'ANSWER_INVALID'))
    .input(z.strictObject({ token, decision: importChangeSchema }))
    .output(importStateSchema),
  /** A page of the rows that are in the register and not in the file, where that is the whole register. */
  gone: call
    .errors(refusals('IMPORT_UNKNOWN'))
    .input(z.strictObject({ token, ...part }))
    .output(page(goneRowSchema)),
  /** A page of a report's rows, in the order of the file; of one tab, or with these verdicts. */
  rows: call
    .errors(refusals('IMPORT_UNKNOWN'))
    .input(
      z.strictObject({
        token,
        tab: z.enum(importTabs).optional(),
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
      refusals(
        'IMPORT_UNKNOWN',
        'IMPORT_STALE',
        'IMPORT_UNDECIDED',
        'IMPORT_CONFLICT',
        'ANSWER_INVALID',
        'CANCELLED',
      ),
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
        /** rows that are not in the file and left the register */
        retired: z.int(),
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
   * before, what it retired comes back under a new serial, and recusals and visits follow. Refused as a whole (`IMPORT_CONFLICT`) where a row was changed since, and (`IMPORT_UNDONE`) the second
   * time. What was drawn meanwhile stays as it was frozen.
   */
  undo: call
    .errors(refusals('IMPORT_UNKNOWN', 'IMPORT_UNDONE', 'IMPORT_CONFLICT', 'CANCELLED'))
    .input(z.strictObject({ id: z.int().min(1), reason: text }))
    .output(z.strictObject({ retired: z.int(), restored: z.int(), readded: z.int() })),
  /** Forgets a report, or stops the inspection that would give it. An unknown token is no error. */
  discard: call.input(z.strictObject({ token })).output(nothing),
}
