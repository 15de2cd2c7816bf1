import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { flush, flushFolder } from './flush.ts'
import { type Refused, refuse, refusedOrThrow } from './refusal.ts'

export type BackupOutcome = { readonly ok: true; readonly file: string } | Refused

/**
 * Writes a copy of the whole database as one file: VACUUM INTO a temporary name, flush, rename, so that under
 * the final name there is a complete copy or nothing. Never inside a transaction.
 * Refuses with `BACKUP_EXISTS` rather than replace a file, and with `DISK_FULL`, `DATA_FOLDER_NOT_WRITABLE`, ….
 */
export function backUp(sqlite: BetterSqlite3.Database, file: string): BackupOutcome {
  if (sqlite.inTransaction) throw new Error('a backup is not taken inside a transaction')
  if (existsSync(file))
    return refuse(
      'BACKUP_EXISTS',
      `“${file}”已经存在，没有覆盖它，也没有写入新的备份。请换一个文件名，或先移走原来的文件。`,
    )
  const partial = `${file}.partial`
  try {
    rmSync(partial, { force: true })
    sqlite.prepare('VACUUM INTO ?').run(partial)
    flush(partial)
    renameSync(partial, file)
    // The new name is durable once its folder is.
    flushFolder(path.dirname(file))
    return { ok: true, file }
  } catch (error) {
    rmSync(partial, { force: true })
    return refusedOrThrow(error)
  }
}
