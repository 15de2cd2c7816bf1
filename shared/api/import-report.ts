import { z } from 'zod'
import { registerNames } from '../registry/columns.ts'
import { inspectionItemSchema } from '../registry/inspection-item.ts'
import { inspectionObjectSchema } from '../registry/inspection-object.ts'
import { inspectorSchema } from '../registry/inspector.ts'
import { serialSchema } from '../registry/office.ts'
import { planLineSchema } from '../registry/plan-line.ts'
import { powerSchema } from '../registry/power.ts'
import { recusalSchema } from '../registry/recusal.ts'
import { visitSchema } from '../registry/visit.ts'
import { list } from './parts.ts'

const row = z.union([
  inspectionObjectSchema,
  inspectorSchema,
  inspectionItemSchema,
  recusalSchema,
  planLineSchema,
  visitSchema,
  powerSchema,
])
const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null(), list(z.string())])

const finding = { column: z.string().nullable(), address: z.string().nullable(), reason: z.string() }
const asked = {
  ...finding,
  options: list(z.strictObject({ value: z.string(), label: z.string() })),
  suggestion: z.string().nullable(),
}
const question = z.discriminatedUnion('question', [
  z.strictObject({
    question: z.literal('unknown-word'),
    ...asked,
    field: z.string(),
    word: z.string(),
    many: z.boolean(),
  }),
  z.strictObject({ question: z.literal('ratio'), ...asked, field: z.string(), text: z.string() }),
  z.strictObject({ question: z.literal('seconded'), ...asked, remark: z.string() }),
  z.strictObject({ question: z.literal('other-name'), ...asked, registered: z.string() }),
  z.strictObject({ question: z.literal('repeated-name'), ...asked, lines: list(z.int()) }),
  z.strictObject({ question: z.literal('same-name'), ...asked, candidates: list(serialSchema) }),
])
const effect = z.discriminatedUnion('effect', [
  z.strictObject({ effect: z.literal('new') }),
  z.strictObject({ effect: z.literal('unchanged'), serial: serialSchema }),
  z.strictObject({
    effect: z.literal('changed'),
    serial: serialSchema,
    fields: list(
      z.strictObject({ field: z.string(), title: z.string(), before: z.string(), after: z.string() }),
    ),
  }),
])
const keep = z.enum(['ours', 'theirs'])
/** What a row says that was changed here too since it last came from a file: `Merge`. */
const merge = z.strictObject({
  line: z.int(),
  serial: serialSchema,
  by: z.string(),
  at: z.string(),
  fields: list(
    z.strictObject({
      field: z.string(),
      title: z.string(),
      base: z.string(),
      ours: z.string(),
      theirs: z.string(),
      by: z.enum(['file', 'here', 'both']),
    }),
  ),
})
/** What was decided about a row so far. */
const decided = { merge: merge.optional(), keep: z.record(z.string(), keep).optional() }
const changes = list(
  z.strictObject({
    column: z.string(),
    address: z.string(),
    before: z.string(),
    after: z.string(),
    what: list(z.string()),
  }),
)
/** Not strict: a lookup answers with whole versions, of which a window is told row and serial. */
const existing = z.object({ serial: serialSchema, row })

export const rowVerdicts = ['taken', 'normalised', 'undecided', 'refused'] as const

/** One row of a file with its verdict: `RowVerdict` of any register. */
export const rowVerdictSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('taken'), line: z.int(), row, effect, ...decided }),
  z.strictObject({ verdict: z.literal('normalised'), line: z.int(), row, effect, changes, ...decided }),
  z.strictObject({
    verdict: z.literal('undecided'),
    line: z.int(),
    changes,
    questions: list(question),
    draft: z.strictObject({
      values: z.record(z.string(), fieldValue),
      target: existing.nullable(),
      candidates: list(existing),
    }),
    text: list(z.string()),
    /** answers given so far, in the order of the questions */
    given: list(z.string().nullable()).optional(),
    ...decided,
  }),
  z.strictObject({
    verdict: z.literal('refused'),
    line: z.int(),
    findings: list(z.strictObject(finding)),
    changes,
    text: list(z.string()),
    known: list(serialSchema).optional(),
  }),
])

/** A row of the register that is not in the file. */
export const goneRowSchema = z.strictObject({
  serial: serialSchema,
  row,
  /** since when it says so, and who wrote it */
  at: z.string(),
  by: z.string(),
  /** it says what an import said, and nobody changed it since */
  imported: z.boolean(),
  retire: z.boolean(),
})

const option = z.strictObject({ value: z.string(), label: z.string() })
export const questionKinds = [
  'unknown-word',
  'ratio',
  'seconded',
  'other-name',
  'repeated-name',
  'same-name',
] as const

/** Where the decisions about a report stand: `ImportState`. */
export const importStateSchema = z.strictObject({
  /** how many rows each tab lists, whatever was decided about them */
  tabs: z.strictObject({
    new: z.int(),
    changed: z.int(),
    conflict: z.int(),
    undecided: z.int(),
    refused: z.int(),
    unchanged: z.int(),
  }),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  conflicts: z.int(),
  conflictsDecided: z.int(),
  undecided: z.int(),
  undecidedDecided: z.int(),
  leftOut: z.int(),
  refused: z.int(),
  whole: z.boolean(),
  gone: z.int(),
  goneImported: z.int(),
  retire: z.int(),
  writes: z.int(),
  skips: z.int(),
  questions: list(
    z.strictObject({
      question: z.enum(questionKinds),
      open: z.int(),
      suggested: z.int(),
      options: list(option),
    }),
  ),
  fields: list(z.strictObject({ field: z.string(), title: z.string(), open: z.int(), total: z.int() })),
})

const why = z.enum(['serial', 'unknown', 'untitled', 'unmapped'])
const place = { column: z.int(), letters: z.string(), title: z.string() }

/** A report without its rows, which are asked for by the page: a register can have 100,000. */
export const importSummarySchema = z.strictObject({
  register: z.enum(registerNames),
  file: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    kind: z.enum(['xlsx', 'csv']),
    encoding: z.string().nullable(),
    sheet: z.string(),
  }),
  header: z.strictObject({
    register: z.enum(registerNames),
    line: z.int(),
    columns: list(z.strictObject({ ...place, field: z.string(), mapped: z.literal(true).optional() })),
    ignored: list(z.strictObject({ ...place, why })),
    missing: list(z.string()),
  }),
  ignored: list(z.strictObject({ ...place, why, cells: z.int(), first: z.string().nullable() })),
  assumed: list(z.strictObject({ title: z.string(), word: z.string() })),
  notes: list(z.string()),
  counts: z.strictObject({
    rows: z.int(),
    taken: z.int(),
    normalised: z.int(),
    undecided: z.int(),
    refused: z.int(),
    empty: z.int(),
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
  }),
})
export type ImportSummary = z.infer<typeof importSummarySchema>
