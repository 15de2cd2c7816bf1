import { expect, it } from 'vitest'
import { applicationId } from '../../../db/inspect-file.ts'
import { allRows, databaseAt, fillVersion1, migrateTo } from './at-version.ts'

it('migration 1 makes of an empty file a database of ours with empty settings and an empty ledger', () => {
  const { folder, sqlite } = databaseAt(0)
  expect(allRows(sqlite)).toEqual({})
  migrateTo(sqlite, folder, 0, 1)
  expect(allRows(sqlite)).toEqual({ ledger: [], setting: [] })
  expect(sqlite.pragma('user_version', { simple: true })).toBe(1)
  expect(sqlite.pragma('application_id', { simple: true })).toBe(applicationId)
  fillVersion1(sqlite)
  expect(() => sqlite.exec('DELETE FROM ledger')).toThrow('append-only')
})
