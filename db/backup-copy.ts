import { copyFileSync, existsSync, rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { inspectFile } from './inspect-file.ts'
import { migrate, newestVersion } from './migrate.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import { Database } from './open-database.ts'
import { type Refused, refuse, refusedOrThrow } from './refusal.ts'

/** A copy of a backup, brought to this program's version: to be looked into, and to be restored. */
export interface BackupCopy {
  readonly file: string
  /** Reads the copy and lets go of it. */
  read<T>(look: (database: Database) => T): T
  /** Writes into the copy and leaves it as one whole file, without a write-ahead log. */
  write(change: (database: Database) => void): void
  discard(): void
}

/**
 * Copies a backup to `file` and checks it there, so that the backup itself is never changed, lies on whatever medium.
 * Refuses with `NOT_A_DATABASE`, `DATABASE_FOREIGN`, `DATABASE_NEWER`, `DATABASE_CORRUPT`, `MIGRATION_FAILED` or a
 * code of the file system; after a refusal no copy stays.
 *
 * @param folder where a new backup would lie; nothing is written there
 * @param at now, ISO 8601
 */
export function copyBackup(
  source: string,
  file: string,
  folder: string,
  at: string,
): { readonly ok: true; readonly copy: BackupCopy } | Refused {
  const discard = () => removeCopy(file)
  try {
    discard()
    copyFileSync(source, file)
    // A database that was not closed has its last transactions beside it.
    if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${file}-wal`)
    const refused = bringUp(file, folder, at)
    if (refused !== null) {
      discard()
      return refused
    }
  } catch (error) {
    discard()
    return refusedOrThrow(error)
  }
  const use = <T>(work: (database: Database) => T): T => {
    const sqlite = new BetterSqlite3(file, { fileMustExist: true })
    const version = newestVersion(allMigrations)
    try {
      return work(
        new Database(sqlite, { folder, at }, { from: version, to: version, backup: null }, () => {}),
      )
    } finally {
      sqlite.close()
    }
  }
  return {
    ok: true,
    copy: {
      file,
      read: use,
      write: (change) =>
        use((database) => {
          database.transaction(() => change(database))
        }),
      discard,
    },
  }
}

/** Removes a copy with whatever SQLite has put beside it: a process that was killed leaves its journal. */
export function removeCopy(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

/** Checks the copy as a whole and migrates it; it ends as one file. */
function bringUp(file: string, folder: string, at: string): Refused | null {
  const inspected = inspectFile(file, newestVersion(allMigrations))
  if (!inspected.ok) return inspected
  if (inspected.state === 'new')
    return refuse('NOT_A_DATABASE', '所选的备份里没有数据；没有改动它，现有数据也没有改动。请另选一个备份。')
  const sqlite = new BetterSqlite3(file, { fileMustExist: true })
  try {
    // One file while it waits: nothing of it may lie in a log beside.
    sqlite.pragma('journal_mode = DELETE')
    if (sqlite.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      return refuse(
        'DATABASE_CORRUPT',
        '所选的备份已经损坏，不能用来恢复；没有改动它，现有数据也没有改动。请另选一个备份。',
      )
    // The copy is thrown away where the migration fails; the backup before it would be one of the backup.
    const outcome = migrate(sqlite, folder, at, inspected.version, allMigrations, { backUp: false })
    return outcome.ok ? null : outcome
  } finally {
    sqlite.close()
  }
}
