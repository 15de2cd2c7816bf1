import type { RegisterName } from '../../../shared/registry/columns.ts'
import { keepOurs } from '../../../shared/registry/three-way.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import { now, record, type WritingContext } from '../context.ts'
import { storeOf } from '../registers/registers.ts'
import type { ImportDone } from './imports.ts'
import type { Settled, SettledReport } from './settle-report.ts'

/** Writes the rows of a report with the ledger entry, inside the caller's transaction. */
export function writeImport<R extends RegisterName>(
  context: WritingContext,
  actor: string,
  { report: { register, counts, file }, rows, skipped, retire }: SettledReport<R>,
): ImportDone {
  const at = now(context)
  const added = rows.filter((r) => r.effect.effect === 'new')
  const changed = rows.filter((r) => r.effect.effect === 'changed' && r.kept.length < r.effect.fields.length)
  const importId = context.database.imports.insert({
    register,
    fileName: file.name,
    sha256: file.sha256,
    at,
    by: actor,
    taken: rows.length,
    normalised: counts.normalised,
    changed: changed.length,
    skipped: skipped.length,
  })
  const stamp = { at, by: actor, importId }
  const store = storeOf(context.database, register)
  store.add(
    added.map((r) => r.row),
    stamp,
  )
  for (const settled of rows) writeChange(context, register, settled, stamp)
  for (const serial of retire) store.retire(serial, { ...stamp, reason: `不在“${file.name}”中` })
  const data = {
    register,
    file: file.name,
    sha256: file.sha256,
    added: added.length,
    changed: changed.length,
    ...(retire.length > 0 ? { retired: retire.length } : {}),
  }
  record(context, actor, 'register.imported', { ...data, import: importId, skipped: skipped.length }, at)
  const isWritten = retire.length > 0 || rows.some((r) => r.effect.effect !== 'unchanged')
  return {
    register,
    added: added.length,
    changed: changed.length,
    retired: retire.length,
    unchanged: rows.length - added.length - changed.length,
    skipped,
    importId: isWritten ? importId : null,
  }
}

/**
 * A changed row. Where fields are kept against the file, two versions: what the file said, against which the next
 * import is compared, and what stands.
 */
function writeChange<R extends RegisterName>(
  { database }: WritingContext,
  register: R,
  { row, effect, kept }: Settled<RegisterRows[R]>,
  stamp: { readonly at: string; readonly by: string; readonly importId: number },
): void {
  if (effect.effect !== 'changed') return
  const store = storeOf(database, register)
  if (kept.length === 0) {
    store.change(effect.serial, row, stamp)
    return
  }
  const ours = store.get(effect.serial)?.row
  if (ours === undefined) throw new Error(`${effect.serial} is not in the register`)
  store.change(effect.serial, row, stamp)
  const titles = effect.fields.filter(({ field }) => kept.includes(field)).map(({ title }) => title)
  store.change(effect.serial, keepOurs(ours, row, kept), {
    ...stamp,
    reason: `导入时保留本单位的改动：${titles.join('、')}`,
  })
}
