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
  z.strictObject({ verdict: z.literal('taken'), line: z.int(), row, effect }),
  z.strictObject({ verdict: z.literal('normalised'), line: z.int(), row, effect, changes }),
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
  }),
  z.strictObject({
    verdict: z.literal('refused'),
    line: z.int(),
    findings: list(z.strictObject(finding)),
    changes,
    text: list(z.string()),
  }),
])

const why = z.enum(['serial', 'unknown', 'untitled'])
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
    columns: list(z.strictObject({ ...place, field: z.string() })),
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
