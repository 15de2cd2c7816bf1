import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { applicationId } from '../../db/inspect-file.ts'
import { allMigrations } from '../../db/migrations/all-migrations.ts'
import { databaseFileName } from '../../db/open-database.ts'
import { startChild } from './child-process.ts'
import { fill, open, refusalOfOpening } from './sample-database.ts'
import { anObject, stamp } from './sample-rows.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The version that this program writes. */
const newest = allMigrations.length

/** A folder with a closed, filled database of the present version, and the database's path. */
function closedDatabase(): { folder: string; file: string } {
  const database = open()
  fill(database)
  database.close()
  return { folder: database.folder, file: database.file }
}

/** Sets one of the numbers in the header of a closed database, as another program would. */
function setPragma(file: string, pragma: string): void {
  const sqlite = new BetterSqlite3(file)
  sqlite.pragma(pragma)
  sqlite.close()
}

describe('opening the database', () => {
  it.skipIf(process.platform === 'win32')('its file can be read by nobody but its owner', () => {
    const database = open()
    chmodSync(database.file, 0o644)
    database.close()
    expect(statSync(open({ folder: database.folder }).file).mode & 0o777).toBe(0o600)
  })

  it('a new one has our application id, the newest version, and the pragmas of the store', () => {
    const database = open()
    const value = (pragma: string) => database.sqlite.pragma(pragma, { simple: true })
    expect(value('application_id')).toBe(applicationId)
    expect(value('user_version')).toBe(newest)
    expect(database.migrated).toEqual({ from: 0, to: newest, backup: null })
    expect(value('journal_mode')).toBe('wal')
    expect(value('synchronous')).toBe(2)
    expect(value('foreign_keys')).toBe(1)
    expect(value('trusted_schema')).toBe(0)
    expect(value('recursive_triggers')).toBe(1)
    expect(value('busy_timeout')).toBe(5000)
    expect(existsSync(path.join(database.folder, 'backup'))).toBe(false)
  })

  it('an empty file, left by a start that was killed, is a new database', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, databaseFileName), '')
    expect(open({ folder }).objects.count()).toBe(0)
  })

  it('opened again it is as it was, without a migration', () => {
    const { folder } = closedDatabase()
    const again = open({ folder })
    expect(again.migrated).toEqual({ from: newest, to: newest, backup: null })
    expect(again.objects.count()).toBe(2)
  })
})

describe('what is not opened stays as it is, byte for byte', () => {
  function refusedUntouched(folder: string): { code: string; message: string } {
    const file = path.join(folder, databaseFileName)
    const before = readFileSync(file)
    const refusal = refusalOfOpening({ folder })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(path.join(folder, 'backup'))).toBe(false)
    return refusal
  }

  it('a database from a newer program', () => {
    const { folder, file } = closedDatabase()
    setPragma(file, `user_version = ${newest + 1}`)
    const refusal = refusedUntouched(folder)
    expect(refusal.code).toBe('DATABASE_NEWER')
    expect(refusal.message).toContain('安装新版本')
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it('a database from a newer program that was killed before its log reached the file', () => {
    const { folder, file } = closedDatabase()
    const newer = temporaryFolder()
    const sqlite = new BetterSqlite3(file)
    sqlite.pragma('wal_autocheckpoint = 0')
    sqlite.pragma(`user_version = ${newest + 1}`)
    for (const end of ['', '-wal'])
      copyFileSync(`${file}${end}`, path.join(newer, `${databaseFileName}${end}`))
    sqlite.close()
    const wal = path.join(newer, `${databaseFileName}-wal`)
    const before = readFileSync(wal)
    expect(before.length).toBeGreaterThan(0)
    expect(refusedUntouched(newer).code).toBe('DATABASE_NEWER')
    expect(readFileSync(wal).equals(before)).toBe(true)
    expect(folder).not.toBe(newer)
  })

  it('a database of another program, with its own application id or with none', () => {
    const { folder, file } = closedDatabase()
    setPragma(file, 'application_id = 252006673')
    expect(refusedUntouched(folder).code).toBe('DATABASE_FOREIGN')
    setPragma(file, 'application_id = 0')
    expect(refusedUntouched(folder).code).toBe('DATABASE_FOREIGN')
  })

  it('a file that is no database, short or long', () => {
    const folder = temporaryFolder()
    for (const content of ['x', 'Excel 名录,不是数据库\n'.repeat(1000)]) {
      writeFileSync(path.join(folder, databaseFileName), content)
      expect(refusedUntouched(folder).code).toBe('NOT_A_DATABASE')
    }
  })

  it('a database with damaged pages in the middle', () => {
    const database = open()
    const many = Array.from({ length: 2_000 }, (_, index) => anObject(index))
    database.transaction(() => database.objects.add(many, stamp))
    database.close()
    const size = readFileSync(database.file).length
    const pages = Math.floor(size / 4096)
    expect(pages).toBeGreaterThan(100)
    const descriptor = openSync(database.file, 'r+')
    const garbage = Buffer.alloc(4096 * 5, 0xa5)
    writeSync(descriptor, garbage, 0, garbage.length, Math.floor(pages / 2) * 4096)
    closeSync(descriptor)
    const refusal = refusedUntouched(database.folder)
    expect(refusal.code).toBe('DATABASE_CORRUPT')
    expect(refusal.message).toContain('还原')
  })

  it('a database cut short, as by a copy that broke off', () => {
    const { folder, file } = closedDatabase()
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2 / 4096) * 4096))
    expect(refusedUntouched(folder).code).toBe('DATABASE_CORRUPT')
  })
})

describe('permissions', () => {
  /** What somebody who is not root is told about a folder: root is stopped by no permission. */
  async function toldUnprivileged(folder: string): Promise<{ code: string; message: string }> {
    return JSON.parse(await startChild('open-unprivileged.ts', folder).line())
  }

  it.runIf(process.platform !== 'win32')(
    'a read-only folder is refused and nothing appears in it',
    async () => {
      const folder = temporaryFolder()
      chmodSync(folder, 0o555)
      const refusal = await toldUnprivileged(folder)
      expect(refusal.code).toBe('DATA_FOLDER_NOT_WRITABLE')
      expect(refusal.message).toContain(folder)
      expect(existsSync(path.join(folder, 'instance.lock'))).toBe(false)
    },
  )

  it.runIf(process.platform !== 'win32')('a read-only database in a writable folder is refused', async () => {
    const { folder, file } = closedDatabase()
    const before = readFileSync(file)
    chmodSync(file, 0o444)
    chmodSync(path.join(folder, 'instance.lock'), 0o666)
    chmodSync(folder, 0o777)
    expect((await toldUnprivileged(folder)).code).toBe('DATABASE_READ_ONLY')
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
