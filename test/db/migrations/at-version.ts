import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { allMigrations } from '../../../db/migrations/all-migrations.ts'
import { databaseFileName } from '../../../db/open-database.ts'
import { at } from '../sample-rows.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A database as the program of version `version` left it, open as SQLite alone, in a data folder of its own. */
export function databaseAt(version: number): { folder: string; sqlite: BetterSqlite3.Database } {
  const folder = temporaryFolder()
  const sqlite = new BetterSqlite3(path.join(folder, databaseFileName))
  onTestFinished(() => {
    sqlite.close()
  })
  sqlite.pragma('journal_mode = WAL')
  migrateTo(sqlite, folder, 0, version)
  return { folder, sqlite }
}

/** Runs the real migrations from one version to another, and throws where they are refused. */
export function migrateTo(sqlite: BetterSqlite3.Database, folder: string, from: number, to: number): void {
  const outcome = migrate(sqlite, folder, at, from, allMigrations.slice(0, to))
  if (!outcome.ok) throw new Error(outcome.refusal.message)
}

/** All rows of all tables, to say that a migration kept them. */
export function allRows(sqlite: BetterSqlite3.Database): Record<string, unknown[]> {
  const tables: unknown[] = sqlite
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all()
  return Object.fromEntries(
    tables.map((table) => [String(table), sqlite.prepare(`SELECT * FROM "${table}"`).all()]),
  )
}

/** What version 1 can hold: settings and two entries of the ledger, with digests made by hand. */
export function fillVersion1(sqlite: BetterSqlite3.Database): void {
  sqlite.exec(`INSERT INTO setting VALUES ('office.code', '"YL01"'), ('office.name', '"示例市住建局"')`)
  const insert = sqlite.prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const [seq, prev, hash] of [
    [1, '-', 'a'.repeat(64)],
    [2, 'a'.repeat(64), 'b'.repeat(64)],
  ] as const) {
    const entry = JSON.stringify({ actor: '王操作', at, data: {}, event: 'office.set', prev, seq })
    insert.run(seq, at, '王操作', 'office.set', entry, 'c'.repeat(64), prev, hash)
  }
}

/** What version 2 can hold besides: a row in every register, one of them changed, and an import. */
export function fillVersion2(sqlite: BetterSqlite3.Database): void {
  const moment = Date.parse(at)
  sqlite.exec(`
    INSERT INTO import VALUES (1, 'objects', '名录.xlsx', '${'d'.repeat(64)}', '${at}', '王', 1, 0, 0, 0);
    UPDATE serial_counter SET last = 1;
    INSERT INTO inspection_object_version VALUES
      ('O000001', 1, 'added', '${at}', ${moment}, '王', NULL, 1, '示例公司', '企业', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       NULL, NULL, '["扬尘检查"]', 'A', '[]', '存续'),
      ('O000001', 2, 'changed', '${at}', ${moment}, '李', '企业申报', NULL, '示例公司', '企业', NULL, NULL, NULL, NULL, NULL,
       NULL, NULL, NULL, NULL, '["扬尘检查"]', 'A', '[]', '停业');
    INSERT INTO inspector_version VALUES
      ('P000001', 1, 'added', '${at}', ${moment}, '王', NULL, NULL, '张三', '男', NULL, NULL, NULL, NULL, NULL, NULL, '[]',
       NULL, '行政', NULL, '13000000001', '2028-06-30', NULL, NULL, 1, '执法人员', NULL, '在岗');
    INSERT INTO inspection_item_version VALUES
      ('I000001', 1, 'added', '${at}', ${moment}, '王', NULL, NULL, '扬尘检查', NULL, NULL, NULL, NULL, NULL, NULL, 500, 2,
       NULL, '一般', NULL, 1, NULL);
    INSERT INTO recusal_version VALUES
      ('R000001', 1, 'added', '${at}', ${moment}, '王', NULL, NULL, 'O000001', 'P000001', '配偶任职', 'kin');
  `)
}

/** What version 3 can hold besides: a frozen draw with the digits of one witness, and the draft it was held from. */
export function fillVersion3(sqlite: BetterSqlite3.Database): void {
  const number = 'YL01-2026-0001'
  sqlite.exec(`
    INSERT INTO draw_draft VALUES ('draft', '{}', '${at}', '${at}', '王');
    INSERT INTO draw VALUES ('${number}', 'YL01', 2026, 1, 'draw', 'official', 'draft', NULL, NULL, '${at}', '王');
    INSERT INTO draw_attempt VALUES
      ('${number}', 1, '${'1'.repeat(64)}', '${'2'.repeat(64)}', NULL, NULL, NULL, '${at}', '王');
    INSERT INTO draw_freeze VALUES
      ('${number}', 1, '${'3'.repeat(64)}', 'SSJ-DRAW-1 manifest', '-', '-', '-', '-', '{}', '${at}', '王');
    INSERT INTO draw_contribution VALUES ('${number}', 1, 1, '314159', '${at}', '赵监督');
  `)
}
