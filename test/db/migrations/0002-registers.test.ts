import { expect, it } from 'vitest'
import { allRows, databaseAt, fillVersion1, fillVersion2, migrateTo } from './at-version.ts'

it('migration 2 keeps settings and ledger, and adds empty registers whose serials begin at 1', () => {
  const { folder, sqlite } = databaseAt(1)
  fillVersion1(sqlite)
  const before = allRows(sqlite)
  migrateTo(sqlite, folder, 1, 2)
  expect(allRows(sqlite)).toEqual({
    ...before,
    import: [],
    inspection_item_version: [],
    inspection_object_version: [],
    inspector_version: [],
    recusal_version: [],
    serial_counter: ['I', 'O', 'P', 'R'].map((kind) => ({ kind, last: 0 })),
  })
  expect(sqlite.pragma('user_version', { simple: true })).toBe(2)
  fillVersion2(sqlite)
  expect(sqlite.prepare('SELECT state FROM inspection_object_current').pluck().all()).toEqual(['停业'])
})
