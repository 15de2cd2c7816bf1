import { readFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { newestVersion } from '../../../../db/migrate.ts'
import { allMigrations } from '../../../../db/migrations/all-migrations.ts'
import { databaseFileName } from '../../../../db/open-database.ts'
import type { Core } from '../../../../electron/core/core.ts'
import { databaseAt } from '../../../db/migrations/at-version.ts'
import { hold, openSample, operator } from '../sample-core.ts'
import { eachPlan, office } from '../sample-registers.ts'

/** Versions of the schema that can hold a draw and are not this program's. */
const older = allMigrations.map(({ number }) => number).slice(2, -1)

/** A backup of what `core` holds now, as the program of version `version` would have made it. */
function backupAt(core: Core, version: number): { readonly path: string; readonly name: string } {
  const { folder, sqlite } = databaseAt(version)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.prepare('ATTACH ? AS now').run(core.database.file)
  // In the order in which they were made: a result is not taken before the digits that gave it.
  const tables = sqlite
    .prepare<[], string>(
      `SELECT made.name FROM main.sqlite_schema AS made
       JOIN pragma_table_list AS old ON old.schema = 'main' AND old.name = made.name AND old.type = 'table'
       JOIN pragma_table_list AS new ON new.schema = 'now' AND new.name = made.name
       WHERE made.name NOT LIKE 'sqlite_%' AND made.name <> 'serial_counter' ORDER BY made.rowid`,
    )
    .pluck()
    .all()
  for (const table of tables) {
    const columns = sqlite
      .prepare<[string], string>(`SELECT '"' || name || '"' FROM pragma_table_info(?)`)
      .pluck()
      .all(table)
      .join(', ')
    sqlite.exec(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM now."${table}"`)
  }
  // The counters are there from the migration on and only grow.
  sqlite.exec(`
    UPDATE main.serial_counter AS old SET last = grown.last
    FROM now.serial_counter AS grown WHERE grown.kind = old.kind AND grown.last > old.last`)
  sqlite.exec('DETACH now')
  sqlite.pragma('journal_mode = DELETE')
  sqlite.close()
  return { path: path.join(folder, databaseFileName), name: `backup-v${version}.sqlite` }
}

function versionOf(file: string): unknown {
  const sqlite = new BetterSqlite3(file, { readonly: true })
  try {
    return sqlite.pragma('user_version', { simple: true })
  } finally {
    sqlite.close()
  }
}

test.each(older)(
  'a backup of schema version %i is compared like one of today, and not changed by it',
  (version) => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan())
    const backup = backupAt(core, version)
    expect(versionOf(backup.path)).toBe(version)
    const bytes = readFileSync(backup.path)
    const same = core.data.compare(backup)
    expect(same).toMatchObject({ relation: 'same', lost: 0, drawsLost: [] })
    expect(same.backup).toEqual(same.now)
    expect(same.backup.draws).toEqual([number])

    const later = hold(core, eachPlan()).number
    expect(core.data.compare(backup)).toMatchObject({ relation: 'older', drawsLost: [later] })
    expect(readFileSync(backup.path).equals(bytes)).toBe(true)
  },
)

test.each(older)(
  'a backup of schema version %i is restored as this version, its draw and ledger whole',
  (version) => {
    const { core, folder } = openSample()
    const { number, digest } = hold(core, eachPlan())
    const backup = backupAt(core, version)
    core.setOffice(operator, { ...office, name: '云岭县城市管理执法局' })
    const { token } = core.data.compare(backup)
    const { head } = core.data.restore(operator, token, '换了新电脑')
    core.close()
    expect(versionOf(backup.path)).toBe(version)

    const again = openSample({ folder, registers: false }).core
    expect(again.database.migrated).toMatchObject({ from: newestVersion(allMigrations), backup: null })
    expect(again.database.ledger.head().hash).toBe(head)
    expect(again.verifyLedger()).toMatchObject({ ok: true })
    expect(again.draws.read(number)).toMatchObject({ state: 'confirmed', digest })
    expect(again.office()).toEqual(office)
    // What the newer version added works on the old data: the search index was filled.
    const found = again.database.sqlite.prepare('SELECT count(*) FROM search_index').pluck().get()
    expect(found).toBe(1)
  },
)
