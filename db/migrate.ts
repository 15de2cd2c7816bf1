import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { type BackupOutcome, backUp } from './backup.ts'
import { applicationId } from './inspect-file.ts'
import type { Migration } from './migrations/migration.ts'
import { type Refused, refusalOfError, refuse, refusedOrThrow } from './refusal.ts'

/** What opening did to the schema: from which version to which, and the backup taken before, if any. */
export interface Migrated {
  readonly from: number
  readonly to: number
  /** `null` for a new database and where nothing was to do */
  readonly backup: string | null
}

export type MigrationOutcome = { readonly ok: true; readonly migrated: Migrated } | Refused

/**
 * Brings a database from version `from` to the newest: a backup first where there is something to lose, then
 * all migrations in one transaction, so that what fails leaves the database as it was.
 *
 * @param at now, ISO 8601, for the name of the backup
 * @param from 0 for a new database
 * @param options a copy of a backup needs no backup of itself
 */
export function migrate(
  sqlite: BetterSqlite3.Database,
  folder: string,
  at: string,
  from: number,
  migrations: readonly Migration[],
  options: { readonly backUp: boolean } = { backUp: true },
): MigrationOutcome {
  const to = newestVersion(migrations)
  if (from === to) return { ok: true, migrated: { from, to, backup: null } }
  let backup: string | null = null
  if (from > 0 && options.backUp) {
    const taken = backUpBefore(sqlite, folder, at, from)
    if (!taken.ok)
      return refuse(
        taken.refusal.code === 'DISK_FULL' ? 'DISK_FULL' : 'MIGRATION_FAILED',
        `升级数据之前没有做成备份，因此没有升级，数据保持原样。原因：${taken.refusal.message}`,
      )
    backup = taken.file
  }
  try {
    run(
      sqlite,
      migrations.filter(({ number }) => number > from),
      to,
    )
    return { ok: true, migrated: { from, to, backup } }
  } catch (error) {
    const known = refusalOfError(error)
    const kept = backup === null ? '没有写入任何内容' : `数据保持原样（升级前的备份：${backup}）`
    const why = known?.message ?? (error instanceof Error ? error.message : String(error))
    return refuse(
      known?.code === 'DISK_FULL' ? 'DISK_FULL' : 'MIGRATION_FAILED',
      `数据从版本${from}升级到${to}没有成功，${kept}。原因：${why} 请继续使用原版本的程序，并联系维护人员。`,
    )
  }
}

/** The version after all of `migrations`; throws where their numbers are not 1, 2, 3, …. */
export function newestVersion(migrations: readonly Migration[]): number {
  for (const [index, { number }] of migrations.entries())
    if (number !== index + 1) throw new Error(`migration ${number} stands where ${index + 1} should`)
  return migrations.length
}

function run(sqlite: BetterSqlite3.Database, pending: readonly Migration[], to: number): void {
  // A migration may have to rebuild a table others refer to; the references are checked as a whole instead.
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite.exec('BEGIN IMMEDIATE')
    for (const { sql } of pending) sqlite.exec(sql)
    const dangling = sqlite.prepare('PRAGMA foreign_key_check').all()
    if (dangling.length > 0) throw new Error(`${dangling.length} foreign keys dangle after the migration`)
    sqlite.pragma(`application_id = ${applicationId}`)
    sqlite.pragma(`user_version = ${to}`)
    sqlite.exec('COMMIT')
  } finally {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    sqlite.pragma('foreign_keys = ON')
  }
  // So that the version stands in the file's own header, where an older program looks before it opens it.
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
}

function backUpBefore(
  sqlite: BetterSqlite3.Database,
  folder: string,
  at: string,
  from: number,
): BackupOutcome {
  const backups = path.join(folder, 'backup')
  try {
    mkdirSync(backups, { recursive: true, mode: 0o700 })
  } catch (error) {
    return refusalOfError(error) === null
      ? refuse('DATA_FOLDER_NOT_A_FOLDER', `“${backups}”不是文件夹，请移走它后重试。`)
      : refusedOrThrow(error)
  }
  const time = at.slice(0, 19).replaceAll(/[-:]/g, '')
  const name = (copy: number) =>
    path.join(backups, `before-migration-v${from}-${time}${copy === 1 ? '' : `-${copy}`}.sqlite`)
  let copy = 1
  while (existsSync(name(copy))) copy++
  return backUp(sqlite, name(copy))
}
