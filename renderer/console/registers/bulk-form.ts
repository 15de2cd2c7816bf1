import type { BulkOrder } from '../../../shared/api/register-work-contract.ts'
import { bulkFields } from '../../../shared/registry/bulk-fields.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import { type RegisterField, registerFields } from './register-fields.ts'
import { readField, typedValue } from './row-values.ts'

/** What is to become of a field. */
export type BulkWhat = 'set' | 'clear' | 'add' | 'remove'
export const bulkWords: Readonly<Record<BulkWhat, string>> = {
  set: '改为',
  clear: '清空',
  add: '增加',
  remove: '去掉',
}

/** One line of the form. */
export interface BulkLine {
  readonly key: number
  readonly field: string | null
  readonly what: BulkWhat
  readonly typed: FieldValue
}

type Edits = Extract<BulkOrder, { readonly action: 'edit' }>['edits']

/** The fields that many rows can be given at once, in the order in which offices change them most. */
export function fieldsOfBulk(register: RegisterName): readonly RegisterField[] {
  const fields = registerFields(register)
  const names: readonly string[] = bulkFields[register]
  return names.flatMap((name) => fields.filter(({ field }) => field === name))
}

const isList = ({ type }: RegisterField) => type === 'list' || type === 'words'

/** What can become of a field: who must say something is never left without it. */
export function whatsOf(field: RegisterField): readonly BulkWhat[] {
  if (isList(field)) return ['add', 'remove', 'set', 'clear']
  const needed =
    field.column?.required === true || field.column?.askIfEmpty === true || field.field === 'publicConcern'
  return needed ? ['set'] : ['set', 'clear']
}

export function emptyTyped(field: RegisterField): FieldValue {
  return typedValue(null, field)
}

/** The edits that the lines ask for, or by line why they are none. */
export function readLines(
  register: RegisterName,
  lines: readonly BulkLine[],
):
  | { readonly ok: true; readonly edits: Edits }
  | { readonly ok: false; readonly problems: ReadonlyMap<number, string> } {
  const fields = fieldsOfBulk(register)
  const problems = new Map<number, string>()
  const edits: Edits = []
  for (const { key, field: name, what, typed } of lines) {
    const field = fields.find((candidate) => candidate.field === name)
    if (field === undefined) {
      problems.set(key, '请选择要改的项目')
      continue
    }
    if (lines.some((line) => line.key < key && line.field === name && line.what === what)) {
      problems.set(key, `“${field.title}”已在上面改过，请删去一处`)
      continue
    }
    const problem = addEdit(edits, field, what, typed)
    if (problem !== null) problems.set(key, problem)
  }
  return problems.size === 0 ? { ok: true, edits } : { ok: false, problems }
}

function addEdit(edits: Edits, field: RegisterField, what: BulkWhat, typed: FieldValue): string | null {
  if (what === 'clear') {
    edits.push({ edit: 'clear', field: field.field })
    return null
  }
  const read = readField(field, typed)
  if (!read.ok) return read.problem
  const { value } = read
  if (value === null || (Array.isArray(value) && value.length === 0))
    return what === 'set' ? '请填写改成什么；要清空请选“清空”' : '请填写至少一项'
  if (what === 'set') edits.push({ edit: 'set', field: field.field, value })
  else if (Array.isArray(value)) edits.push({ edit: what, field: field.field, values: [...value] })
  return null
}
