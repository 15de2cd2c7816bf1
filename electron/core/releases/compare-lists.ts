import { type Comparison, comparedMost, type ListOf } from '../../../shared/api/release-contract.ts'
import { registerColumns } from '../../../shared/registry/columns.ts'
import { sameValue, showValue } from '../../../shared/registry/draft.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import type { CoreContext } from '../context.ts'
import { type ListedVersion, listChanges, registerOf, retirement } from './listed-rows.ts'

/** What changed in a list from one moment to another, field by field, old → new; `to: null` is now. */
export function compareLists(
  context: CoreContext,
  list: ListOf,
  from: number | null,
  to: number | null,
): Comparison {
  const added: Comparison['added'][number][] = []
  const changed: Comparison['changed'][number][] = []
  const retired: Comparison['retired'][number][] = []
  const counts = { added: 0, changed: 0, retired: 0 }
  for (const { before, after } of listChanges(context, list, from, to)) {
    if (before === null) {
      if (after === null) continue
      counts.added += 1
      if (added.length < comparedMost) added.push(named(after))
    } else if (after === null) {
      counts.retired += 1
      const reason = retirement(context, list, before.serial)?.reason ?? null
      if (retired.length < comparedMost) retired.push({ ...named(before), reason })
    } else {
      counts.changed += 1
      const fields = fieldChanges(list, before, after)
      if (changed.length < comparedMost) changed.push({ ...named(after), reason: after.reason, fields })
    }
  }
  return { counts, added, changed, retired }
}

/** What a row is called: an item of a plan with its number before it. */
function named({ serial, row }: ListedVersion) {
  const name = 'year' in row ? `${row.number}　${row.item}` : 'name' in row ? row.name : serial
  return { serial, name }
}

function fieldChanges({ subject }: ListOf, before: ListedVersion, after: ListedVersion) {
  const old = new Map<string, FieldValue>(Object.entries(before.row))
  const next = new Map<string, FieldValue>(Object.entries(after.row))
  return registerColumns[registerOf[subject]].flatMap((column) => {
    const [was, is] = [old.get(column.field) ?? null, next.get(column.field) ?? null]
    return sameValue(was, is)
      ? []
      : [{ title: column.title, before: showValue(was, column), after: showValue(is, column) }]
  })
}
