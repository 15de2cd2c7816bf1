import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { isBulkField } from '../registry/bulk-fields.ts'
import { type RegisterName, registerNames } from '../registry/columns.ts'
import { isFilterField } from '../registry/filter-fields.ts'
import { serialSchema } from '../registry/office.ts'
import { text } from '../registry/text.ts'
import { call, digest, list, nothing, part } from './parts.ts'
import { refusals } from './refusals.ts'
import { uploadId } from './upload-contract.ts'

const register = z.enum(registerNames)
const moment = z.iso.datetime({ offset: true })
const piece = z.string().max(100).default('')
const filters = z.record(z.string().max(40), z.array(z.string().max(500)).min(1).max(200)).default({})

/** Which rows are meant: those that a search finds with its filters, or those that were picked one by one. */
export const rowScopeSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('search'), piece, filters }),
  z.strictObject({ by: z.literal('serials'), serials: z.array(serialSchema).min(1).max(5_000) }),
])
export type RowScope = z.infer<typeof rowScopeSchema>

function filterable({ register, scope }: { register: RegisterName; scope: RowScope }): boolean {
  return scope.by === 'serials' || knownFilters({ register, filters: scope.filters })
}
function knownFilters({ register, filters }: { register: RegisterName; filters: object }): boolean {
  return Object.keys(filters).every((field) => isFilterField(register, field))
}
const notFilterable = { error: '不能按此项筛选', path: ['filters'] }

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null(), list(z.string())])
/** A row of whichever register. */
const anyRow = z.record(z.string(), fieldValue)
const foundRow = z.strictObject({
  serial: serialSchema,
  version: z.int(),
  change: z.enum(['added', 'changed', 'retired']),
  at: z.string(),
  moment: z.int(),
  by: z.string(),
  reason: z.string().nullable(),
  importId: z.int().nullable(),
  row: anyRow,
})

const differenceCounts = z.strictObject({ added: z.int(), changed: z.int(), retired: z.int() })
const rowDifference = z.strictObject({
  serial: z.string(),
  change: z.enum(['added', 'changed', 'retired']),
  /** `null` where there was none, or is none any more */
  before: anyRow.nullable(),
  after: anyRow.nullable(),
})
const differenceKinds = z
  .array(z.enum(['added', 'changed', 'retired']))
  .min(1)
  .default(['added', 'changed', 'retired'])

export const savedFilterBodySchema = z.strictObject({ piece, filters })
const filterName = text.max(40, '不超过40字')
const savedFilterSchema = z.strictObject({
  id: z.uuid(),
  register,
  name: filterName,
  ...savedFilterBodySchema.shape,
})
export type SavedFilter = z.infer<typeof savedFilterSchema>

/** Filters under a name (常用筛选). */
const filtersContract = {
  list: call.input(z.strictObject({ register })).output(list(savedFilterSchema)),
  /** One of the same name is replaced. */
  save: call
    .input(savedFilterSchema.omit({ id: true }).refine(knownFilters, notFilterable))
    .output(savedFilterSchema),
  rename: call
    .errors(refusals('FILTER_UNKNOWN', 'FILTER_NAME_TAKEN'))
    .input(z.strictObject({ register, id: z.uuid(), name: filterName }))
    .output(savedFilterSchema),
  remove: call.input(z.strictObject({ id: z.uuid() })).output(nothing),
}

/** A register as it stood at a moment (名录在某日的样子), and what has become of it since. */
const pastContract = {
  /** The rows of that moment that are meant, a part of them by serial. */
  rows: call
    .input(
      z.strictObject({ register, scope: rowScopeSchema, moment, ...part }).refine(filterable, notFilterable),
    )
    .output(z.strictObject({ total: z.int(), rows: list(foundRow) })),
  /** From `since` to `until`, `null` for the very beginning and for now. */
  differences: call
    .input(
      z.strictObject({
        register,
        since: moment.nullable(),
        until: moment.nullable().default(null),
        changes: differenceKinds,
        ...part,
      }),
    )
    .output(z.strictObject({ counts: differenceCounts, total: z.int(), rows: list(rowDifference) })),
}

/** What is to be done to many rows: edits of their fields, or retiring them all. */
const bulkOrder = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('edit'),
    edits: z
      .array(
        z.discriminatedUnion('edit', [
          z.strictObject({ edit: z.literal('set'), field: z.string().max(40), value: fieldValue }),
          z.strictObject({ edit: z.literal('clear'), field: z.string().max(40) }),
          z.strictObject({
            edit: z.enum(['add', 'remove']),
            field: z.string().max(40),
            values: z.array(text).min(1).max(50),
          }),
        ]),
      )
      .min(1)
      .max(20),
  }),
  z.strictObject({ action: z.literal('retire') }),
])
export type BulkOrder = z.infer<typeof bulkOrder>

const bulkVerdicts = ['changed', 'unchanged', 'refused'] as const
const bulkChange = z.strictObject({
  id: z.uuid(),
  register,
  action: z.enum(['edit', 'retire']),
  changed: z.int(),
  /** titles of the fields that were edited */
  fields: list(z.string()),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  /** when and by whom it was taken back; `null` where it stands */
  undone: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
})
export type BulkChange = z.infer<typeof bulkChange>

/** Many rows at once (批量修改): first the preview, then the decision. */
const bulkContract = {
  /** What it would do. Writes nothing. */
  preview: call
    .input(
      z
        .strictObject({ register, scope: rowScopeSchema, order: bulkOrder })
        .refine(filterable, notFilterable)
        .refine(
          ({ register, order }) =>
            order.action === 'retire' || order.edits.every(({ field }) => isBulkField(register, field)),
          { error: '此项不能批量修改', path: ['order'] },
        ),
    )
    .output(z.strictObject({ token: z.uuid(), changed: z.int(), unchanged: z.int(), refused: z.int() })),
  /** A part of a preview's rows, by serial. */
  rows: call
    .errors(refusals('BULK_UNKNOWN'))
    .input(z.strictObject({ token: z.uuid(), verdict: z.enum(bulkVerdicts), ...part }))
    .output(
      z.strictObject({
        total: z.int(),
        rows: list(
          z.strictObject({
            serial: serialSchema,
            before: anyRow,
            /** `null` where the row is retired, or refused */
            after: anyRow.nullable(),
            /** why it is refused */
            problem: z.string().nullable(),
          }),
        ),
      }),
    ),
  /**
   * Writes what the preview showed, all in one transaction with one reason; rows that are refused are left as they
   * are. Refused as a whole where the register is no longer the one of the preview.
   */
  apply: call
    .errors(refusals('BULK_UNKNOWN', 'BULK_STALE', 'BULK_NOTHING'))
    .input(z.strictObject({ token: z.uuid(), reason: text }))
    .output(bulkChange),
  /** Those of a register, the newest first. */
  list: call.input(z.strictObject({ register })).output(list(bulkChange)),
  /**
   * Says again what the rows said before (恢复到此前), as new versions; all or none: refused where a row was changed
   * since. Who is retired does not come back.
   */
  undo: call
    .errors(refusals('BULK_UNKNOWN', 'BULK_UNDONE', 'BULK_CONFLICT'))
    .input(z.strictObject({ id: z.uuid(), reason: text }))
    .output(z.strictObject({ restored: z.int() })),
}

export const exportFormats = ['xlsx', 'csv-utf-8', 'csv-gb18030'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What an export tells: how far it is, then the file in pieces, then its name. */
const exportEvent = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('progress'), rows: z.int(), total: z.int() }),
  z.strictObject({ event: z.literal('piece'), data: z.string() }),
  z.strictObject({
    event: z.literal('file'),
    name: z.string(),
    type: z.string(),
    bytes: z.int(),
    rows: z.int(),
  }),
])
export type ExportEvent = z.infer<typeof exportEvent>

/** For which purpose a list leaves the program: phone and identity numbers stand in full for the office's own use alone. */
export const exportPurposes = { internal: '内部使用', outside: '对外提供' } as const

/** The registers whose revision is recorded (S1 第六条). */
export const revisedRegisters = ['objects', 'inspectors', 'items'] as const
const period = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
const revision = z.strictObject({
  register: z.enum(revisedRegisters),
  period,
  at: z.string(),
  by: z.string(),
  counts: differenceCounts,
  /** how many rows the register had */
  rows: z.int(),
  note: z.string().nullable(),
  proof: z.strictObject({ id: z.string(), name: z.string(), sha256: digest }).nullable(),
})
export type Revision = z.infer<typeof revision>

/** That the registers are revised in their months (定期修订), with proof. */
const revisionsContract = {
  /** Where every register stands. */
  read: call.input(nothing).output(
    z.strictObject({
      /** the months in which the preset wants it; empty where it wants revisions at any time */
      months: list(z.int()),
      /** what the preset says, with its clause; `null` where it says nothing */
      words: z.string().nullable(),
      clause: z.string().nullable(),
      registers: list(
        z.strictObject({
          register: z.enum(revisedRegisters),
          /** the period that is to be confirmed now */
          period,
          /** the rule asks for it and it is not done */
          due: z.boolean(),
          done: z.boolean(),
          /** since when changes are shown: the last revision; `null` for the beginning */
          since: z.string().nullable(),
          counts: differenceCounts,
          rows: z.int(),
        }),
      ),
      done: list(revision),
    }),
  ),
  /** Records that the revision was done, with what had changed and, where there is one, its proof. */
  confirm: call
    .errors(refusals('REVISION_DONE', 'UPLOAD_UNKNOWN', 'FILE_NOT_A_SCAN'))
    .input(
      z.strictObject({
        register: z.enum(revisedRegisters),
        period,
        note: text.nullable().default(null),
        scan: uploadId.nullable().default(null),
      }),
    )
    .output(revision),
  /** The proof of a revision, as base64. */
  proof: call
    .errors(refusals('DOCUMENT_UNKNOWN', 'DOCUMENT_CHANGED'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.strictObject({ name: z.string(), type: z.string(), data: z.string() })),
}

/** Work on whole registers: filters under a name, the past, many rows at once, export, revision. */
export const registerWorkContract = {
  filters: filtersContract,
  past: pastContract,
  bulk: bulkContract,
  revisions: revisionsContract,
  /**
   * Writes rows of a register as a table that an import reads again. Stopped by leaving the iterator. `moment`: as it
   * stood then; `null` for now. The ledger tells how many rows left, and for which purpose.
   */
  export: call
    .errors(refusals('EXPORT_EMPTY'))
    .input(
      z
        .strictObject({
          register,
          scope: rowScopeSchema,
          moment: moment.nullable().default(null),
          format: z.enum(exportFormats),
          purpose: z.enum(Object.keys(exportPurposes) as (keyof typeof exportPurposes)[]),
        })
        .refine(filterable, notFilterable),
    )
    .output(eventIterator(exportEvent)),
}
