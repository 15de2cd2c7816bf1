import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { appendOnlyTables } from '../../db/append-only-tables.ts'
import type { Database } from '../../db/open-database.ts'
import * as schema from '../../db/schema.ts'
import { open } from './sample-database.ts'

/** The tables whose rows may change; every other one is append-only. */
const mutableTables = [
  'digits_entry',
  'draw_draft',
  'header_mapping',
  'saved_filter',
  'scheme',
  'serial_counter',
  'setting',
]

/** What is computed out of other tables and can be filled anew at any time. */
const derivedTables = [
  'inspection_item_search',
  'inspection_object_search',
  'inspector_search',
  'plan_line_search',
  'power_search',
  'recusal_search',
  'search_index',
  'visit_search',
]

function query(database: Database, sql: string, ...parameters: string[]): Record<string, unknown>[] {
  return database.sqlite.prepare<string[], Record<string, unknown>>(sql).all(...parameters)
}

function liveTables(database: Database): Record<string, unknown>[] {
  return query(
    database,
    `SELECT name, strict, wr AS without_rowid FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  )
}

describe('the live schema', () => {
  it('every table is STRICT', () => {
    for (const table of liveTables(open())) expect(table, String(table.name)).toMatchObject({ strict: 1 })
  })

  it('every table is append-only, or one of those that are not, or computed out of others', () => {
    const names = liveTables(open()).map(({ name }) => name)
    expect(names).toEqual([...appendOnlyTables, ...mutableTables, ...derivedTables].sort())
  })

  it('every append-only table has its triggers, and the one against replacing knows every unique key', () => {
    const database = open()
    for (const table of appendOnlyTables) {
      const triggers = query(
        database,
        `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`,
        table,
      )
      const sql = (end: string) => String(triggers.find(({ name }) => name === `${table}_${end}`)?.sql)
      expect(sql('no_update')).toContain('BEFORE UPDATE ON')
      expect(sql('no_delete')).toContain('BEFORE DELETE ON')
      const keys = query(database, 'SELECT name FROM pragma_index_list(?) WHERE "unique" = 1', table).map(
        ({ name }) =>
          query(database, 'SELECT name FROM pragma_index_info(?) ORDER BY seqno', String(name)).map(
            (column) => String(column.name),
          ),
      )
      for (const key of keys)
        expect(sql('no_replace')).toContain(
          key.map((column) => `"${column}" = NEW."${column}"`).join(' AND '),
        )
    }
  })

  it('no append-only table has a hidden rowid by which a row could be replaced', () => {
    const database = open()
    const tables: string[] = [...appendOnlyTables]
    for (const { name, without_rowid } of liveTables(database).filter((table) =>
      tables.includes(String(table.name)),
    )) {
      const keys = query(database, 'SELECT name, type FROM pragma_table_info(?) WHERE pk > 0', String(name))
      const rowidIsKey = keys.length === 1 && keys[0]?.type === 'INTEGER'
      expect(without_rowid === 1 || rowidIsKey, String(name)).toBe(true)
    }
  })

  it('every column is TEXT or INTEGER, and every TEXT is bound by a CHECK or refers to or is computed out of another table', () => {
    const database = open()
    for (const table of liveTables(database).filter(({ name }) => !derivedTables.includes(String(name)))) {
      const name = String(table.name)
      const sql = String(query(database, 'SELECT sql FROM sqlite_schema WHERE name = ?', name)[0]?.sql)
      const referring = query(database, 'SELECT "from" FROM pragma_foreign_key_list(?)', name).map(
        (key) => key.from,
      )
      for (const column of query(database, 'SELECT name, type FROM pragma_table_info(?)', name)) {
        expect(['TEXT', 'INTEGER']).toContain(column.type)
        if (column.type === 'INTEGER' || referring.includes(column.name)) continue
        expect(sql, `${name}.${column.name}`).toMatch(new RegExp(`CHECK \\(.*\\b${column.name}\\b`))
      }
    }
  })
})

describe('Drizzle’s schema', () => {
  const tables = Object.values(schema).filter((value) => is(value, SQLiteTable))

  it('has exactly the tables of the live schema', () => {
    const names = tables.map((table) => getTableConfig(table).name)
    expect(names.sort()).toEqual(liveTables(open()).map(({ name }) => name))
  })

  it.each(tables.map((table) => [getTableConfig(table).name, getTableConfig(table)] as const))(
    '%s agrees with the live one column by column',
    (name, config) => {
      const database = open()
      const live = query(database, 'SELECT name, type, "notnull", pk FROM pragma_table_info(?)', name)
      const composite = config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
      const drizzle = config.columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notnull: column.notNull ? 1 : 0,
        pk: column.primary ? 1 : composite.indexOf(column.name) + 1,
      }))
      expect(drizzle).toEqual(live)
    },
  )

  it.each(tables.map((table) => [getTableConfig(table).name, getTableConfig(table)] as const))(
    '%s has the foreign keys and unique columns of the live one',
    (name, config) => {
      const database = open()
      const live = query(
        database,
        `SELECT "table" || '(' || group_concat("from" || '>' || "to", ',' ORDER BY seq) || ')' AS reference
         FROM pragma_foreign_key_list(?) GROUP BY id`,
        name,
      ).map(({ reference }) => reference)
      const drizzle = config.foreignKeys.map((key) => {
        const { columns, foreignTable, foreignColumns } = key.reference()
        const pairs = columns.map((column, index) => `${column.name}>${foreignColumns[index]?.name}`)
        return `${getTableConfig(foreignTable).name}(${pairs.join(',')})`
      })
      expect(drizzle.sort()).toEqual(live.sort())
      const liveUnique = query(
        database,
        `SELECT (SELECT group_concat(name, ',' ORDER BY seqno) FROM pragma_index_info(list.name)) AS columns
         FROM pragma_index_list(?) AS list WHERE origin = 'u'`,
        name,
      ).map(({ columns }) => columns)
      const drizzleUnique = [
        ...config.columns.filter((column) => column.isUnique).map((column) => column.name),
        ...config.uniqueConstraints.map((key) => key.columns.map((column) => column.name).join(',')),
      ]
      expect(drizzleUnique.sort()).toEqual(liveUnique.sort())
    },
  )
})
