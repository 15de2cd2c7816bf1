import { describeIssue } from '../../../shared/api/describe-issue.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { sameValue } from '../../../shared/registry/draft.ts'
import { type CellReading, readCell } from '../../../shared/registry/read-cell.ts'
import { recusalReasonCode } from '../../../shared/registry/recusal-reason.ts'
import { type FieldValue, type RegisterRows, registerSchemas } from '../../../shared/registry/verdict.ts'
import { maskedValue, type RegisterField, registerFields, valueInWords } from './register-fields.ts'

/** What is typed so far, a field each: text as it stands in its box, or what was chosen. */
export type TypedValues = Readonly<Record<string, FieldValue>>

/** A row that can be written, or a sentence for every field that keeps it from being one. */
export type ReadRow<Row> =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> }

const chosen: ReadonlySet<RegisterField['type']> = new Set([
  'word',
  'words',
  'list',
  'yes-no',
  'object',
  'inspector',
  'reason-code',
])

/** How a stored value stands in its box. */
export function typedValue(value: FieldValue | undefined, field: RegisterField): FieldValue {
  if (chosen.has(field.type)) return value ?? (field.type === 'list' || field.type === 'words' ? [] : null)
  if (field.type === 'count' || field.type === 'number' || field.type === 'year')
    return value === null || value === undefined ? '' : String(value)
  return valueInWords(value, field)
}

/** A row as its boxes show it; a new one with the words that most rows have, and those that are known of it. */
export function typedRow(
  register: RegisterName,
  row: object | null,
  known: Readonly<Record<string, FieldValue>> = {},
): TypedValues {
  const values: Readonly<Record<string, FieldValue>> =
    row === null ? { ...newRow[register], ...known } : Object.fromEntries(Object.entries(row))
  return Object.fromEntries(
    registerFields(register).map((field) => [field.field, typedValue(values[field.field], field)]),
  )
}

const newRow: Readonly<Record<RegisterName, Readonly<Record<string, FieldValue>>>> = {
  objects: { kind: '企业', state: '存续' },
  inspectors: { kind: '执法人员', state: '在岗', mayLead: false },
  items: { included: true, publicConcern: false },
  recusals: {},
  plans: { year: new Date().getFullYear(), frequency: 1 },
  visits: { kind: '投诉举报' },
  powers: { category: '行政检查' },
}

/** Reads what was typed into one box by the very rules of an import. */
export function readField(
  field: RegisterField,
  typed: FieldValue,
): { readonly ok: true; readonly value: FieldValue } | { readonly ok: false; readonly problem: string } {
  if (chosen.has(field.type) || field.column === null || typeof typed !== 'string')
    return { ok: true, value: typed }
  const reading = readCell({ column: 1, address: 'A1', value: typed, source: 'text' }, field.column)
  const problem = reading.refusals[0] ?? askedOfTyping(reading.questions[0])
  return problem === undefined ? { ok: true, value: reading.value ?? null } : { ok: false, problem }
}

/** An import asks and takes an answer; a box is answered by writing what was meant. */
function askedOfTyping(question: CellReading['questions'][number] | undefined): string | undefined {
  if (question?.question !== 'ratio') return question?.reason
  const meant = question.options.map(({ label }) => label).join('或')
  return `“${question.text}”没有写百分号，请写成${meant}`
}

/** Reads what was typed by the very rules of an import, then by the register's own schema. */
export function readRow<R extends RegisterName>(register: R, typed: TypedValues): ReadRow<RegisterRows[R]> {
  const problems: Record<string, string> = {}
  const values: Record<string, FieldValue> = {}
  for (const field of registerFields(register)) {
    const read = readField(field, typed[field.field] ?? null)
    if (read.ok) values[field.field] = read.value
    else problems[field.field] = read.problem
  }
  if (register === 'recusals' && values.reasonCode === null && typeof values.reason === 'string')
    values.reasonCode = recusalReasonCode(values.reason)
  const parsed = registerSchemas[register].safeParse(values)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? '')
      if (problems[field] === undefined)
        problems[field] =
          (values[field] ?? null) === null && issue.code !== 'custom'
            ? '请填写'
            : describeIssue(issue).problem
    }
  }
  return parsed.success && Object.keys(problems).length === 0
    ? { ok: true, row: parsed.data }
    : { ok: false, problems }
}

/** One field in which two versions of a row differ, in words. */
export interface FieldChange {
  readonly title: string
  readonly before: string
  readonly after: string
}

/** What changed from one version of a row to the next; `covered`: personal numbers with their middle covered. */
export function changedFields(
  register: RegisterName,
  before: object,
  after: object,
  covered = false,
): readonly FieldChange[] {
  const inWords = covered ? maskedValue : valueInWords
  const was = new Map<string, FieldValue>(Object.entries(before))
  const is = new Map<string, FieldValue>(Object.entries(after))
  return registerFields(register).flatMap((field) => {
    const left = was.get(field.field) ?? null
    const right = is.get(field.field) ?? null
    if (sameValue(left, right)) return []
    return [
      {
        title: field.title,
        before: inWords(left, field) || '（空）',
        after: inWords(right, field) || '（空）',
      },
    ]
  })
}
