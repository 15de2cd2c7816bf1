import type { RegisterVersion } from '../../../db/register-version.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import { now, record, type WritingContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { storeOf } from '../registers/registers.ts'
import { moveReferences } from './move-references.ts'

type Version = RegisterVersion<RegisterRows[RegisterName]>

/** What taking an import back did. */
export interface Undone {
  /** rows that the import had added, and that left the register */
  readonly retired: number
  /** rows that say again what they said before */
  readonly restored: number
  /** rows that the import had retired, and that came back under a new serial */
  readonly readded: number
}

/** Rows that a refusal names; of the others it says how many there are. */
const namedAtMost = 5

/**
 * Takes an import back (撤销导入), inside the caller's transaction: rows that it added are retired, rows that it
 * changed say again what they said before. Rows that it retired stay retired, as every retired row does: what they
 * said is added anew under a new serial that names the old one, and recusals and visits follow. All or nothing: refuses with `IMPORT_UNKNOWN`, `IMPORT_UNDONE`, and with
 * `IMPORT_CONFLICT` where a row was changed since, a recusal names a row that would go, or a certificate that would
 * come back belongs to somebody else now. A recusal is never left without its object or inspector: who is imported
 * again gets a new serial, and nobody would see that he may not inspect.
 */
export function undoImport(context: WritingContext, actor: string, id: number, reason: string): Undone {
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
  const { retired, restored, readded } = takeBack(context, run.register, id, stamp)
  imports.insertUndo({ importId: id, at, by: actor, reason, retired, restored: restored + readded })
  const counts = { retired, restored, ...(readded > 0 ? { readded } : {}) }
  const data = { register: run.register, import: id, file: run.fileName, reason, ...counts }
  record(context, actor, 'register.import-undone', data, at)
  return { retired, restored, readded }
}

function takeBack<R extends RegisterName>(
  context: WritingContext,
  register: R,
  id: number,
  stamp: { readonly at: string; readonly by: string; readonly reason: string },
): Undone {
  const store = storeOf(context.database, register)
  const written = store.ofImport(id)
  // Where fields were kept against the file, the import wrote two versions of a row.
  const newest = new Map(written.map(({ serial, version }) => [serial, version]))
  refuse(
    context,
    written.filter(
      ({ serial, version }) => newest.get(serial) === version && store.get(serial)?.version !== version,
    ),
    '导入之后又改动过',
    '请逐条核对，改用修改或停用',
  )
  const added = written.filter(({ change }) => change === 'added')
  const gone = written.filter(({ change }) => change === 'retired')
  const changed = written.filter(
    ({ serial, change }, index) => change === 'changed' && written[index - 1]?.serial !== serial,
  )
  refuse(context, added.filter(recused(context, register)), '已登记回避关系或检查', '请先停用这些登记')
  for (const { serial } of added) store.retire(serial, stamp)
  for (const { serial, version } of changed) {
    const said = store.history(serial).find((one) => one.version === version - 1)
    if (said === undefined) throw new Error(`${serial} has no version before ${version}`)
    refuse(context, isTaken(context, said) ? [said] : [], '原执法证号现属于他人', '请先核对证号')
    store.change(serial, said.row, stamp)
  }
  for (const version of gone) {
    refuse(context, isTaken(context, version) ? [version] : [], '原执法证号现属于他人', '请先核对证号')
    const again = { ...stamp, reason: `${stamp.reason}（原编号${version.serial}）` }
    const [serial] = store.add([version.row], again)
    if (serial !== undefined && (register === 'objects' || register === 'inspectors'))
      moveReferences(context, register, version.serial, serial, again)
  }
  return { retired: added.length, restored: changed.length, readded: gone.length }
}

/** Whether a recusal or a visit in force names a row. */
function recused(context: WritingContext, register: RegisterName): (version: Version) => boolean {
  if (register !== 'objects' && register !== 'inspectors') return () => false
  const { recusals, visits } = context.database
  const named = recusals.keys(register === 'objects' ? 'object' : 'inspector')
  const visited = register === 'objects' ? visits.keys('object') : new Map()
  return ({ serial }) => named.has(serial) || visited.has(serial)
}

function isTaken({ database }: WritingContext, { serial, row }: Version): boolean {
  if (!('certificate' in row) || row.certificate === null) return false
  return database.inspectors.find('certificate', row.certificate).some((holder) => holder.serial !== serial)
}

function refuse(context: WritingContext, versions: readonly Version[], why: string, todo: string): void {
  if (versions.length === 0) return
  const named = versions.slice(0, namedAtMost).map((version) => nameOf(context, version))
  const rest = versions.length > named.length ? `等${versions.length}条` : ''
  throw new RefusalError(
    'IMPORT_CONFLICT',
    `不能撤销这次导入：${named.join('、')}${rest}${why}。没有改动任何数据。${todo}。`,
  )
}

function nameOf({ database }: WritingContext, { serial, row }: Version): string {
  if ('name' in row) return `${row.name}（${serial}）`
  if ('year' in row) return `${row.number} ${row.item}（${serial}）`
  const name = (version: { readonly row: { readonly name: string } } | null, known: Serial) =>
    version?.row.name ?? known
  const object = name(database.objects.get(row.object), row.object)
  if (!('inspector' in row)) return `${object} ${row.date}（${serial}）`
  return `${name(database.inspectors.get(row.inspector), row.inspector)}与${object}（${serial}）`
}
