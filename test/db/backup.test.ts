import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { allMigrations } from '../../db/migrations/all-migrations.ts'
import { databaseFileName } from '../../db/open-database.ts'
import { fill, open } from './sample-database.ts'
import { anObject, stamp } from './sample-rows.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The version that this program writes. */
const newest = allMigrations.length

describe('a backup', () => {
  it('is one file that, put into another data folder, opens as the same database', () => {
    const database = open()
    fill(database)
    const target = temporaryFolder()
    const file = path.join(target, '备份 2026.sqlite')
    expect(database.backupTo(file)).toEqual({ ok: true, file })
    expect(readdirSync(target)).toEqual(['备份 2026.sqlite'])
    const folder = temporaryFolder()
    copyFileSync(file, path.join(folder, databaseFileName))
    const restored = open({ folder })
    expect(restored.migrated).toEqual({ from: newest, to: newest, backup: null })
    expect(restored.ledger.head()).toEqual(database.ledger.head())
    expect(restored.objects.current()).toEqual(database.objects.current())
    expect(restored.draws.summaries()).toEqual(database.draws.summaries())
  })

  it('never replaces a file', () => {
    const database = open()
    const file = path.join(temporaryFolder(), 'b.sqlite')
    writeFileSync(file, '昨天的备份')
    expect(database.backupTo(file)).toMatchObject({ ok: false, refusal: { code: 'BACKUP_EXISTS' } })
    expect(readFileSync(file, 'utf8')).toBe('昨天的备份')
  })

  it('takes the place of what a killed backup left behind', () => {
    const database = open()
    const file = path.join(temporaryFolder(), 'b.sqlite')
    writeFileSync(`${file}.partial`, 'half')
    expect(database.backupTo(file).ok).toBe(true)
    expect(existsSync(`${file}.partial`)).toBe(false)
  })

  it('into a folder that is not there is refused and leaves nothing', () => {
    const database = open()
    const folder = temporaryFolder()
    expect(database.backupTo(path.join(folder, 'no', 'b.sqlite'))).toMatchObject({
      ok: false,
      refusal: { code: 'DATA_FOLDER_NOT_WRITABLE' },
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not taken in the middle of a transaction', () => {
    const database = open()
    const file = path.join(temporaryFolder(), 'b.sqlite')
    expect(() =>
      database.transaction(() => {
        database.objects.add([anObject(1)], stamp)
        return database.backupTo(file)
      }),
    ).toThrow('not taken inside a transaction')
    expect(existsSync(file)).toBe(false)
  })
})
