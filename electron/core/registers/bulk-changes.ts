import { randomUUID } from 'node:crypto'
import { describeIssue } from '../../../shared/api/describe-issue.ts'
import type { BulkChange, BulkOrder, RowScope } from '../../../shared/api/register-work-contract.ts'
import { edited } from '../../../shared/registry/bulk-edit.ts'
import { type RegisterName, registerColumns } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { type RegisterRows, registerSchemas } from '../../../shared/registry/verdict.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { type BulkEntry, readBulkEntries } from './bulk-entries.ts'
import { storeOf } from './registers.ts'
import { type AnyRow, rowsNow } from './row-scope.ts'

/** One row of a preview: what becomes of it. */
export interface BulkRow {
  readonly serial: Serial
  readonly before: RegisterRows[RegisterName]
  readonly after: RegisterRows[RegisterName] | null
  readonly problem: string | null
}

interface Preview {
  readonly register: RegisterName
  readonly order: BulkOrder
  readonly rows: { readonly [V in 'changed' | 'unchanged' | 'refused']: readonly BulkRow[] }
  /** how many versions the registers had */
  readonly registersAt: number
}

/** Previews that wait for a decision at most: a window that is closed leaves its preview behind. */
const previewsKept = 4

/** Many rows at once (批量修改). One preview, one reason, one transaction, one ledger entry. */
export class BulkChanges {
  readonly #context: CoreContext
  readonly #previews = new Map<string, Preview>()

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** What `order` would do. Writes nothing. */
  preview(register: RegisterName, scope: RowScope, order: BulkOrder) {
    const registersAt = this.#context.database.registerVersions()
    const rows = { changed: [] as BulkRow[], unchanged: [] as BulkRow[], refused: [] as BulkRow[] }
    for (const version of rowsNow(this.#context, register, scope)) {
      const row = previewOf(register, version, order)
      rows[verdictOf(row, order)].push(row)
    }
    const token = randomUUID()
    this.#previews.set(token, { register, order, rows, registersAt })
    for (const old of this.#previews.keys()) {
      if (this.#previews.size <= previewsKept) break
      this.#previews.delete(old)
    }
    const { changed, unchanged, refused } = rows
    return { token, changed: changed.length, unchanged: unchanged.length, refused: refused.length }
  }

  /** A part of a preview's rows. Refuses with `BULK_UNKNOWN`. */
  rows(
    token: string,
    verdict: keyof Preview['rows'],
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): { readonly total: number; readonly rows: readonly BulkRow[] } {
    const rows = this.#require(token).rows[verdict]
    return { total: rows.length, rows: rows.slice(offset, offset + limit) }
  }

  /** Writes what the preview showed. Refuses with `BULK_UNKNOWN`, `BULK_STALE` or `BULK_NOTHING`. */
  apply(actor: string, token: string, reason: string): BulkChange {
    const { register, order, rows, registersAt } = this.#require(token)
    const { database } = this.#context
    if (database.registerVersions() !== registersAt)
      throw new RefusalError(
        'BULK_STALE',
        '预览之后名录又有改动，预览已不准确。没有写入任何数据。请重新预览，核对后再修改。',
      )
    if (rows.changed.length === 0)
      throw new RefusalError(
        'BULK_NOTHING',
        '没有需要改动的条目。没有写入任何数据。请核对所选的条目和要改的内容。',
      )
    const done = database.transaction(() => {
      const at = now(this.#context)
      const stamp = { at, by: actor, reason }
      const store = storeOf(database, register)
      for (const { serial, after } of rows.changed) {
        if (after === null) store.retire(serial, stamp)
        else store.change(serial, after as never, stamp)
      }
      const id = randomUUID()
      const fields = order.action === 'edit' ? titlesOf(register, order) : []
      const changed = rows.changed.length
      record(
        this.#context,
        actor,
        'register.bulk-changed',
        { register, bulk: id, action: order.action, changed, fields, reason },
        at,
      )
      return { id, register, action: order.action, changed, fields, reason, at, by: actor, undone: null }
    })
    this.#previews.delete(token)
    return done
  }

  /** The bulk changes of a register, the newest first. */
  list(register: RegisterName): BulkChange[] {
    return readBulkEntries(this.#context.database).filter((entry) => entry.register === register)
  }

  /** Restores what the rows said before. Refuses with `BULK_UNKNOWN`, `BULK_UNDONE` or `BULK_CONFLICT`. */
  undo(actor: string, id: string, reason: string): { readonly restored: number } {
    const { database } = this.#context
    return database.transaction(() => {
      const entry = readBulkEntries(database).find((one) => one.id === id)
      if (entry === undefined)
        throw new RefusalError('BULK_UNKNOWN', '没有这次批量修改。没有改动任何数据。请刷新后重新选择。')
      if (entry.undone !== null)
        throw new RefusalError(
          'BULK_UNDONE',
          `这次批量修改已由${entry.undone.by}于${entry.undone.at.slice(0, 10)}恢复。没有改动任何数据。不需要再次恢复。`,
        )
      if (entry.action === 'retire') throw conflict('停用的条目不能恢复原序号', '如需恢复，请作为新条目加入')
      const written = this.#writtenBy(entry)
      const store = storeOf(database, entry.register)
      const then = new Map(store.asOf(Date.parse(entry.at) - 1).map((version) => [version.serial, version]))
      const at = now(this.#context)
      const stamp = { at, by: actor, reason }
      for (const { serial, version } of written) {
        // What was written in the very second of the bulk change is not to be told apart by its time.
        const known = then.get(serial)
        const before =
          known?.version === version - 1
            ? known
            : store.history(serial).find((one) => one.version === version - 1)
        if (before === undefined) throw new Error(`${serial} has no version before ${version}`)
        store.change(serial, before.row as never, stamp)
      }
      const { register, fields } = entry
      record(
        this.#context,
        actor,
        'register.bulk-changed',
        { register, bulk: randomUUID(), action: 'undo', undoes: id, changed: written.length, fields, reason },
        at,
      )
      return { restored: written.length }
    })
  }

  /** The rows whose newest version a bulk change wrote: all of them, or it is refused. */
  #writtenBy({ register, at, by, reason, changed }: BulkEntry): readonly AnyRow[] {
    const { database } = this.#context
    const written = storeOf(database, register)
      .current()
      .filter(
        (version) =>
          version.change === 'changed' &&
          version.importId === null &&
          version.at === at &&
          version.by === by &&
          version.reason === reason,
      )
    if (written.length !== changed)
      throw conflict(
        `这次批量修改了${changed}条，其中${Math.abs(changed - written.length)}条之后又改动过或已停用`,
        '请逐条核对，改用修改',
      )
    return written
  }

  #require(token: string): Preview {
    const preview = this.#previews.get(token)
    if (preview === undefined)
      throw new RefusalError('BULK_UNKNOWN', '没有这次预览，或已经执行过。没有写入任何数据。请重新预览。')
    return preview
  }
}

function previewOf(register: RegisterName, { serial, row }: AnyRow, order: BulkOrder): BulkRow {
  if (order.action === 'retire') return { serial, before: row, after: null, problem: null }
  const after = edited(row, order.edits)
  const parsed = registerSchemas[register].safeParse(after)
  if (parsed.success) return { serial, before: row, after, problem: null }
  const columns = registerColumns[register]
  const problem = parsed.error.issues
    .map((issue) => {
      const title = columns.find(({ field }) => field === issue.path[0])?.title ?? '这一条'
      return `${title}：${describeIssue(issue).problem}`
    })
    .join('；')
  return { serial, before: row, after: null, problem }
}

function verdictOf({ before, after, problem }: BulkRow, { action }: BulkOrder): keyof Preview['rows'] {
  if (problem !== null) return 'refused'
  return action === 'edit' && before === after ? 'unchanged' : 'changed'
}

function titlesOf(
  register: RegisterName,
  { edits }: Extract<BulkOrder, { readonly action: 'edit' }>,
): string[] {
  const titles = edits.map(
    ({ field }) => registerColumns[register].find((column) => column.field === field)?.title ?? field,
  )
  return [...new Set(titles)]
}

function conflict(why: string, todo: string): RefusalError {
  return new RefusalError('BULK_CONFLICT', `不能恢复到此前：${why}。没有改动任何数据。${todo}。`)
}
