import { describe, expect, it } from 'vitest'
import { appendOnlyTables } from '../../db/append-only-tables.ts'
import type { Database } from '../../db/open-database.ts'
import { fill, open } from './sample-database.ts'
import { number } from './sample-draw.ts'
import { hex } from './sample-rows.ts'

function rows(database: Database, table: string): unknown[] {
  return database.sqlite.prepare(`SELECT * FROM "${table}"`).raw().all()
}

function columns(database: Database, table: string): string[] {
  const found: unknown[] = database.sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  return found.map(String)
}

/** Runs a statement that must be refused by a trigger, as another program would: without our pragmas. */
function refusedByTrigger(database: Database, sql: string, table: string): void {
  const before = rows(database, table)
  expect(before.length, table).toBeGreaterThan(0)
  for (const recursive of ['ON', 'OFF']) {
    database.sqlite.pragma(`recursive_triggers = ${recursive}`)
    database.sqlite.pragma(`foreign_keys = ${recursive}`)
    expect(() => database.sqlite.exec(sql), sql).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_TRIGGER' }),
    )
    expect(rows(database, table)).toEqual(before)
  }
}

describe.each(appendOnlyTables)('%s only ever grows', (table) => {
  it('no column of it can be updated', () => {
    const database = open()
    fill(database)
    for (const column of columns(database, table))
      refusedByTrigger(database, `UPDATE "${table}" SET "${column}" = "${column}"`, table)
  })

  it('no row of it can be deleted', () => {
    const database = open()
    fill(database)
    refusedByTrigger(database, `DELETE FROM "${table}"`, table)
  })

  it('no row of it can be replaced or upserted', () => {
    const database = open()
    fill(database)
    refusedByTrigger(database, `INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}"`, table)
    refusedByTrigger(database, `REPLACE INTO "${table}" SELECT * FROM "${table}" LIMIT 1`, table)
    const [first = ''] = columns(database, table)
    refusedByTrigger(
      database,
      `INSERT INTO "${table}" SELECT * FROM "${table}" WHERE true
       ON CONFLICT DO UPDATE SET "${first}" = excluded."${first}"`,
      table,
    )
  })
})

describe('replacing by another key than the primary one', () => {
  it('an attempt with the secret of an earlier one does not push that one out', () => {
    const database = open()
    fill(database)
    refusedByTrigger(
      database,
      `INSERT OR REPLACE INTO draw_attempt SELECT draw, attempt + 9, secret, '${hex(7)}', previous, reason, approver, at, "by"
       FROM draw_attempt WHERE attempt = 3`,
      'draw_attempt',
    )
  })

  it('a draw with the office, year and sequence of another does not push that one out', () => {
    const database = open()
    fill(database)
    refusedByTrigger(
      database,
      `INSERT OR REPLACE INTO draw SELECT 'other', office_code, year, sequence, kind, mode, draft_id, root, amends, at, "by"
       FROM draw WHERE number = '${number(1)}'`,
      'draw',
    )
  })
})

describe('what must never be given twice', () => {
  it('the counter of serials only grows', () => {
    const database = open()
    fill(database)
    for (const sql of [
      `UPDATE serial_counter SET last = last - 1 WHERE kind = 'O'`,
      `UPDATE serial_counter SET last = last`,
      `DELETE FROM serial_counter`,
      `INSERT OR REPLACE INTO serial_counter VALUES ('O', 0)`,
    ])
      refusedByTrigger(database, sql, 'serial_counter')
  })

  it('the code of the office is fixed once it is set', () => {
    const database = open()
    fill(database)
    for (const sql of [
      `UPDATE setting SET value = '"YL02"' WHERE key = 'office.code'`,
      `UPDATE setting SET key = 'office.other' WHERE key = 'office.code'`,
      `DELETE FROM setting WHERE key = 'office.code'`,
      `INSERT OR REPLACE INTO setting VALUES ('office.code', '"YL02"')`,
    ])
      refusedByTrigger(database, sql, 'setting')
  })
})
