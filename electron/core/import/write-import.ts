import type { RegisterName } from '../../../shared/registry/columns.ts'
import { type CoreContext, now, record } from '../context.ts'
import { storeOf } from '../registers/registers.ts'
import type { ImportDone } from './imports.ts'
import type { SettledReport } from './settle-report.ts'

/** Writes the rows of a report with the ledger entry, inside the caller's transaction. */
export function writeImport<R extends RegisterName>(
  context: CoreContext,
  actor: string,
  { report: { register, counts, file }, rows, skipped }: SettledReport<R>,
): ImportDone {
  const at = now(context)
  const added = rows.filter((r) => r.effect.effect === 'new')
  const changed = rows.filter((r) => r.effect.effect === 'changed')
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
  for (const { row, effect } of changed)
    if (effect.effect === 'changed') store.change(effect.serial, row, stamp)
  const data = {
    register,
    file: file.name,
    sha256: file.sha256,
    added: added.length,
    changed: changed.length,
  }
  record(context, actor, 'register.imported', { ...data, import: importId, skipped: skipped.length }, at)
  const written = added.length + changed.length
  return {
    register,
    added: added.length,
    changed: changed.length,
    unchanged: rows.length - written,
    skipped,
    importId: written === 0 ? null : importId,
  }
}
