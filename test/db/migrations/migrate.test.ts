import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, newestVersion } from '../../../db/migrate.ts'
import { allMigrations } from '../../../db/migrations/all-migrations.ts'
import type { Migration } from '../../../db/migrations/migration.ts'
import { databaseFileName } from '../../../db/open-database.ts'
import { fill, open, refusalOfOpening } from '../sample-database.ts'
import { at } from '../sample-rows.ts'
import { allRows, databaseAt, fillVersion1, fillVersion2, fillVersion3 } from './at-version.ts'

/** The version that this program writes. */
const newest = allMigrations.length

function next(sql: string): readonly Migration[] {
  return [...allMigrations, { number: allMigrations.length + 1, description: 'a test', sql }]
}

/** A closed data folder of the newest version with rows in every table, and these rows. */
function filledFolder(): { folder: string; rows: Record<string, unknown[]> } {
  const database = open()
  fill(database)
  const rows = allRows(database.sqlite)
  database.close()
  return { folder: database.folder, rows }
}

function rowsIn(file: string): Record<string, unknown[]> {
  const sqlite = new BetterSqlite3(file, { readonly: true })
  try {
    return allRows(sqlite)
  } finally {
    sqlite.close()
  }
}

describe('migrating', () => {
  it.each([1, 2, 3])('from version %i a backup of that version is there first, and opens', (version) => {
    const { folder, sqlite } = databaseAt(version)
    fillVersion1(sqlite)
    if (version >= 2) fillVersion2(sqlite)
    if (version >= 3) fillVersion3(sqlite)
    const before = allRows(sqlite)
    sqlite.close()
    const database = open({ folder })
    const backup = path.join(folder, 'backup', `before-migration-v${version}-20261120T093000.sqlite`)
    expect(database.migrated).toEqual({ from: version, to: newest, backup })
    expect(rowsIn(backup)).toEqual(before)
    const copy = new BetterSqlite3(backup, { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(version)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
    expect(database.ledger.count).toBe(2)
  })

  it('a second backup in the same second does not replace the first', () => {
    const { folder } = filledFolder()
    const broken = { folder, migrations: next('SELECT * FROM nowhere') }
    refusalOfOpening(broken)
    refusalOfOpening(broken)
    expect(readdirSync(path.join(folder, 'backup'))).toEqual([
      `before-migration-v${newest}-20261120T093000-2.sqlite`,
      `before-migration-v${newest}-20261120T093000.sqlite`,
    ])
  })

  it('that fails half-way leaves the old version with all its rows, and says where the backup is', () => {
    const { folder, rows } = filledFolder()
    const refusal = refusalOfOpening({
      folder,
      migrations: next(
        'CREATE TABLE half (a TEXT) STRICT; DROP TABLE import; INSERT INTO half VALUES (1, 2);',
      ),
    })
    expect(refusal.code).toBe('MIGRATION_FAILED')
    expect(refusal.message).toContain(`before-migration-v${newest}-20261120T093000.sqlite`)
    expect(rowsIn(path.join(folder, databaseFileName))).toEqual(rows)
    expect(open({ folder }).migrated).toEqual({ from: newest, to: newest, backup: null })
  })

  it('that would leave a reference to nothing is undone', () => {
    const { folder, rows } = filledFolder()
    const sql = `DROP TRIGGER import_no_delete; DELETE FROM import;`
    expect(refusalOfOpening({ folder, migrations: next(sql) }).code).toBe('MIGRATION_FAILED')
    expect(rowsIn(path.join(folder, databaseFileName))).toEqual(rows)
  })

  it('on a full disk is told as a full disk and undone', () => {
    const { folder, rows } = filledFolder()
    const sql = `PRAGMA max_page_count = 1; CREATE TABLE much (a TEXT) STRICT;
      INSERT INTO much SELECT hex(zeroblob(4000)) FROM sqlite_schema;`
    expect(refusalOfOpening({ folder, migrations: next(sql) }).code).toBe('DISK_FULL')
    expect(rowsIn(path.join(folder, databaseFileName))).toEqual(rows)
  })

  it('does not begin where no backup can be made', () => {
    const { folder, rows } = filledFolder()
    writeFileSync(path.join(folder, 'backup'), 'a file')
    const refusal = refusalOfOpening({ folder, migrations: next('CREATE TABLE more (a TEXT) STRICT') })
    expect(refusal.code).toBe('MIGRATION_FAILED')
    expect(refusal.message).toContain('没有做成备份')
    expect(rowsIn(path.join(folder, databaseFileName))).toEqual(rows)
  })

  it('brings foreign keys back on', () => {
    const { folder } = filledFolder()
    const database = open({ folder, migrations: next('CREATE TABLE more (a TEXT) STRICT') })
    expect(database.sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(database.sqlite.pragma('user_version', { simple: true })).toBe(newest + 1)
  })

  it('has numbers without gaps', () => {
    expect(newestVersion(allMigrations)).toBe(allMigrations.length)
    expect(() => newestVersion(allMigrations.slice(1))).toThrow('stands where 1 should')
    const { folder, sqlite } = databaseAt(newest)
    expect(migrate(sqlite, folder, at, newest, allMigrations)).toEqual({
      ok: true,
      migrated: { from: newest, to: newest, backup: null },
    })
  })
})
