import type { RegisterVersion } from '../../../db/register-version.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { storeOf } from '../registers/registers.ts'

type Version = RegisterVersion<RegisterRows[RegisterName]>

/** Rows that a refusal names; of the others it says how many there are. */
const namedAtMost = 5

/**
 * Takes an import back (撤销导入), inside the caller's transaction: rows that it added are retired, rows that it
 * changed say again what they said before. All or nothing: refuses with `IMPORT_UNKNOWN`, `IMPORT_UNDONE`, and with
 * `IMPORT_CONFLICT` where a row was changed since, a recusal names a row that would go, or a certificate that would
 * come back belongs to somebody else now. A recusal is never left without its object or inspector: who is imported
 * again gets a new serial, and nobody would see that he may not inspect.
 */
export function undoImport(
  context: CoreContext,
  actor: string,
  id: number,
  reason: string,
): { readonly retired: number; readonly restored: number } {
  const { imports } = context.database
  const run = imports.get(id)
  if (run === null)
    throw new RefusalError('IMPORT_UNKNOWN', '没有这次导入。没有改动任何数据。请刷新导入记录后重试。')
  const before = imports.undoOf(id)
  if (before !== null)
    throw new RefusalError(
      'IMPORT_UNDONE',
      `“${run.fileName}”的导入已由${before.by}于${before.at.slice(0, 10)}撤销。没有改动任何数据。不需要再次撤销。`,
    )
  const at = now(context)
  const stamp = { at, by: actor, reason: `撤销导入“${run.fileName}”：${reason}` }
  const { retired, restored } = takeBack(context, run.register, id, stamp)
  imports.insertUndo({ importId: id, at, by: actor, reason, retired, restored })
  const data = { register: run.register, import: id, file: run.fileName, reason, retired, restored }
  record(context, actor, 'register.import-undone', data, at)
  return { retired, restored }
}

function takeBack<R extends RegisterName>(
  context: CoreContext,
  register: R,
  id: number,
  stamp: { readonly at: string; readonly by: string; readonly reason: string },
): { readonly retired: number; readonly restored: number } {
  const store = storeOf(context.database, register)
  const written = store.ofImport(id)
  refuse(
    context,
    written.filter(({ serial, version }) => store.get(serial)?.version !== version),
    '导入之后又改动过',
    '请逐条核对，改用修改或停用',
  )
  const added = written.filter(({ change }) => change === 'added')
  const changed = written.filter(({ change }) => change === 'changed')
  refuse(context, added.filter(recused(context, register)), '已登记回避关系或检查', '请先停用这些登记')
  for (const { serial } of added) store.retire(serial, stamp)
  for (const { serial, version } of changed) {
    const said = store.history(serial).find((one) => one.version === version - 1)
    if (said === undefined) throw new Error(`${serial} has no version before ${version}`)
    refuse(context, isTaken(context, said) ? [said] : [], '原执法证号现属于他人', '请先核对证号')
    store.change(serial, said.row, stamp)
  }
  return { retired: added.length, restored: changed.length }
}

/** Whether a recusal or a visit in force names a row. */
function recused(context: CoreContext, register: RegisterName): (version: Version) => boolean {
  if (register !== 'objects' && register !== 'inspectors') return () => false
  const { recusals, visits } = context.database
  const named = recusals.keys(register === 'objects' ? 'object' : 'inspector')
  const visited = register === 'objects' ? visits.keys('object') : new Map()
  return ({ serial }) => named.has(serial) || visited.has(serial)
}

function isTaken({ database }: CoreContext, { serial, row }: Version): boolean {
  if (!('certificate' in row) || row.certificate === null) return false
  return database.inspectors.find('certificate', row.certificate).some((holder) => holder.serial !== serial)
}

function refuse(context: CoreContext, versions: readonly Version[], why: string, todo: string): void {
  if (versions.length === 0) return
  const named = versions.slice(0, namedAtMost).map((version) => nameOf(context, version))
  const rest = versions.length > named.length ? `等${versions.length}条` : ''
  throw new RefusalError(
    'IMPORT_CONFLICT',
    `不能撤销这次导入：${named.join('、')}${rest}${why}。没有改动任何数据。${todo}。`,
  )
}

function nameOf({ database }: CoreContext, { serial, row }: Version): string {
  if ('name' in row) return `${row.name}（${serial}）`
  if ('year' in row) return `${row.number} ${row.item}（${serial}）`
  const name = (version: { readonly row: { readonly name: string } } | null, known: Serial) =>
    version?.row.name ?? known
  const object = name(database.objects.get(row.object), row.object)
  if (!('inspector' in row)) return `${object} ${row.date}（${serial}）`
  return `${name(database.inspectors.get(row.inspector), row.inspector)}与${object}（${serial}）`
}
