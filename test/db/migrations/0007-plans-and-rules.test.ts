import { expect, it } from 'vitest'
import { open } from '../sample-database.ts'
import { aPlanLine, aPower, stamp } from '../sample-rows.ts'
import { allRows, databaseAt, fillVersion1, fillVersion2, fillVersion3, migrateTo } from './at-version.ts'

function filled() {
  const { folder, sqlite } = databaseAt(6)
  fillVersion1(sqlite)
  fillVersion2(sqlite)
  fillVersion3(sqlite)
  return { folder, sqlite }
}

it('migration 7 keeps every row of version 6, and says nothing of items and inspectors that nobody said', () => {
  const { folder, sqlite } = filled()
  const before = allRows(sqlite)
  migrateTo(sqlite, folder, 6, 7)
  const after = allRows(sqlite)
  const withMore = (rows: unknown[] | undefined, more: object) =>
    (rows ?? []).map((row) => ({ ...(row as object), ...more }))
  const emptyTables = Object.entries(after)
    .filter(([table]) => before[table] === undefined)
    .map(([table]) => table)
  expect(emptyTables).toEqual([
    'distinct_pair',
    'draw_basis',
    'header_mapping',
    'paper',
    'plan_line_search',
    'plan_line_version',
    'power_search',
    'power_version',
    'register_revision',
    'release',
    'release_step',
    'saved_filter',
    'scheme',
    'scheme_approval',
    'visit_search',
    'visit_version',
  ])
  expect(after).toEqual({
    ...before,
    ...Object.fromEntries(emptyTables.map((table) => [table, []])),
    inspection_item_version: withMore(before.inspection_item_version, {
      applies_kinds: '[]',
      applies_categories: '[]',
      law_basis: null,
      ratio_floor: null,
      ratio_ceiling: null,
      frequency_floor: null,
      frequency_ceiling: null,
      joint_initiator: null,
      joint_departments: '[]',
      public_concern: 0,
    }),
    inspector_version: withMore(before.inspector_version, {
      origin: '本单位',
      leave_from: null,
      leave_until: null,
    }),
    inspector_search: withMore(before.inspector_search, { origin: '' }),
    serial_counter: expect.arrayContaining([
      ...(before.serial_counter ?? []),
      { kind: 'L', last: 0 },
      { kind: 'V', last: 0 },
      { kind: 'W', last: 0 },
    ]),
  })
})

it('after migration 7 imports and serials are guarded as before, and the new registers take rows', () => {
  const { folder, sqlite } = filled()
  migrateTo(sqlite, folder, 6, 7)
  for (const sql of [
    `UPDATE import SET file_name = '另一份.xlsx'`,
    'DELETE FROM import',
    'INSERT OR REPLACE INTO import SELECT * FROM import',
    `UPDATE serial_counter SET last = 0 WHERE kind = 'O'`,
    `DELETE FROM serial_counter WHERE kind = 'O'`,
    `INSERT OR REPLACE INTO serial_counter VALUES ('O', 0)`,
  ])
    expect(() => sqlite.exec(sql), sql).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_TRIGGER' }),
    )
  sqlite.close()
  const database = open({ folder })
  const serials = database.transaction(() => [
    ...database.plans.add([aPlanLine(1)], stamp),
    ...database.powers.add([aPower(1)], stamp),
  ])
  expect(serials).toEqual(['L000001', 'W000001'])
  expect(database.objects.ofImport(1)).toMatchObject([{ serial: 'O000001', version: 1 }])
  expect(database.inspectors.search('', { limit: 9, offset: 0 }, { origin: ['本单位'] }).total).toBe(1)
})
