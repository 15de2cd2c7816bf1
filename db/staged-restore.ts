import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { flush, flushFolder } from './flush.ts'
import { type Refused, refusedOrThrow } from './refusal.ts'

/** The database that takes the place of the one in the folder at the next opening. */
const stagedName = 'restore.sqlite'

/**
 * Makes `prepared`, a whole database without a write-ahead log, the one that the folder is opened with next. From
 * the moment that it has its name the restore takes place, whatever happens; before, nothing has happened.
 */
export function stageRestore(folder: string, prepared: string): void {
  flush(prepared)
  renameSync(prepared, path.join(folder, stagedName))
  flushFolder(folder)
}

/**
 * Puts a staged database into the place of the old one, in one rename: killed at any point there is either the old
 * one, and the staged one is taken at the next opening, or the new one. Nobody else may have the folder open.
 */
export function applyStagedRestore(folder: string, file: string): { readonly ok: true } | Refused {
  const staged = path.join(folder, stagedName)
  if (!existsSync(staged)) return { ok: true }
  try {
    // The old log must not be taken for one of the new database, nor be lost before the old one is replaced.
    if (existsSync(file)) foldLog(file)
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    renameSync(staged, file)
    flushFolder(folder)
    return { ok: true }
  } catch (error) {
    return refusedOrThrow(error)
  }
}

/** Writes the write-ahead log of a database into its file; SQLite removes the log when it closes. */
function foldLog(file: string): void {
  const sqlite = new BetterSqlite3(file, { timeout: 5_000 })
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.close()
  }
}
