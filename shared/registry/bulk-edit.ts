import { sameValue } from './draft.ts'
import type { FieldValue } from './verdict.ts'

/** What is to become of one field of many rows. */
export type BulkEdit =
  | { readonly edit: 'set'; readonly field: string; readonly value: FieldValue }
  | { readonly edit: 'clear'; readonly field: string }
  | { readonly edit: 'add' | 'remove'; readonly field: string; readonly values: readonly string[] }

/** The row after the edits, one after the other; the very same row where they change nothing. */
export function edited<Row extends object>(row: Row, edits: readonly BulkEdit[]): Row {
  const values = new Map<string, FieldValue>(Object.entries(row))
  let changed = false
  for (const edit of edits) {
    const before = values.get(edit.field) ?? null
    const after = editedValue(before, edit)
    if (sameValue(before, after)) continue
    values.set(edit.field, after)
    changed = true
  }
  return changed ? { ...row, ...Object.fromEntries(values) } : row
}

function editedValue(before: FieldValue, edit: BulkEdit): FieldValue {
  const list: readonly string[] = Array.isArray(before) ? before : []
  switch (edit.edit) {
    case 'set':
      return edit.value
    case 'clear':
      return Array.isArray(before) ? [] : null
    case 'add':
      return [...list, ...edit.values.filter((value) => !list.includes(value))]
    case 'remove':
      return list.filter((value) => !edit.values.includes(value))
  }
}
