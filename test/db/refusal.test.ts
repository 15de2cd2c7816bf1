import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { refusalOfError, refusedOrThrow } from '../../db/refusal.ts'
import { open } from './sample-database.ts'
import { anObject } from './sample-rows.ts'

describe('errors at run time', () => {
  it.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_READONLY', 'DATABASE_READ_ONLY'],
    ['SQLITE_READONLY_DBMOVED', 'DATABASE_READ_ONLY'],
    ['SQLITE_CORRUPT', 'DATABASE_CORRUPT'],
    ['SQLITE_CORRUPT_INDEX', 'DATABASE_CORRUPT'],
    ['SQLITE_NOTADB', 'NOT_A_DATABASE'],
    ['SQLITE_BUSY', 'DATABASE_BUSY'],
    ['SQLITE_BUSY_SNAPSHOT', 'DATABASE_BUSY'],
    ['SQLITE_IOERR_WRITE', 'DATABASE_IO'],
    ['SQLITE_CANTOPEN', 'DATA_FOLDER_NOT_WRITABLE'],
  ])('%s is told as %s: what happened, what was kept, what to do', (code, expected) => {
    const refusal = refusalOfError(new BetterSqlite3.SqliteError('x', code))
    expect(refusal?.code).toBe(expected)
    expect(refusal?.message).toMatch(/(没有写入|没有改动).*请.*。$/)
  })

  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EROFS', 'DATA_FOLDER_NOT_WRITABLE'],
    ['EACCES', 'DATA_FOLDER_NOT_WRITABLE'],
  ])('%s of the file system is told as %s', (code, expected) => {
    expect(refusalOfError(Object.assign(new Error('x'), { code }))?.code).toBe(expected)
  })

  it('a broken invariant is no refusal and is thrown on', () => {
    const database = open()
    const broken = () =>
      database.transaction(() => database.objects.add([anObject(1, { name: '' })], { at: 'x', by: '王' }))
    expect(broken).toThrow()
    const constraint = new BetterSqlite3.SqliteError('append-only', 'SQLITE_CONSTRAINT_TRIGGER')
    expect(refusalOfError(constraint)).toBeNull()
    expect(() => refusedOrThrow(constraint)).toThrow(constraint)
    expect(refusalOfError('a text')).toBeNull()
  })
})
