import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openCore } from '../../../../electron/core/core.ts'
import { contents, temporaryFolder } from '../../../db/temporary-folder.ts'
import { freeze, hold, openSample, operator, refusalOf } from '../sample-core.ts'
import { eachPlan, office } from '../sample-registers.ts'

it('a backup of now is the same, and older as soon as something happens; the draws it lacks are named', () => {
  const { core } = openSample()
  const { number } = hold(core, eachPlan())
  const backup = core.data.backUp(operator, null)
  expect(core.data.compare(backup)).toMatchObject({ relation: 'same', lost: 0, drawsLost: [] })
  const later = hold(core, eachPlan())
  const before = core.database.ledger.head().hash
  const compared = core.data.compare(backup)
  expect(compared).toMatchObject({ relation: 'older', drawsLost: [later.number] })
  expect(compared.lost).toBeGreaterThan(0)
  expect(compared.now.draws).toEqual([number, later.number])
  expect(compared.backup.draws).toEqual([number])
  expect(compared.backup.objects).toBe(compared.now.objects)
  expect(core.database.ledger.head().hash).toBe(before)
})

it('a draw that is further on here than in the backup is lost as well', () => {
  const { core } = openSample()
  const { number } = freeze(core, eachPlan())
  const backup = core.data.backUp(operator, null)
  core.draws.contribute(operator, number, 1, '31415926')
  expect(core.data.compare(backup)).toMatchObject({ relation: 'older', drawsLost: [number] })
})

it('a backup that goes on from here is newer, and one that went another way is different', () => {
  const one = openSample()
  const early = one.core.data.backUp(operator, null)
  one.core.writeSettings(operator, { preset: 'custom' })
  one.core.setOffice(operator, { ...office, name: '云岭县城市管理综合执法局' })
  const late = one.core.data.backUp(operator, null)

  const folder = temporaryFolder()
  copyFileSync(early.path, path.join(folder, 'shuangsuiji.sqlite'))
  const other = openSample({ folder, registers: false })
  expect(other.core.data.compare(late)).toMatchObject({ relation: 'newer', lost: 0 })
  other.core.setOffice(operator, { ...office, name: '云岭县城市管理执法局' })
  expect(other.core.data.compare(late)).toMatchObject({ relation: 'different', lost: 1 })
})

it('restores what was compared, keeps what there was, and the ledger of the restored data says so', () => {
  let restarts = 0
  const folder = temporaryFolder()
  const { core } = openSample({ folder, restart: () => restarts++ })
  const backup = core.data.backUp(operator, null)
  const sha256 = core.database.ledger
  const entry = [...sha256.entries()].at(-1)?.entry
  expect(entry).toMatchObject({ event: 'backup.made', data: { file: backup.name } })
  const { number } = hold(core, eachPlan())
  const before = core.database.ledger.head().hash
  const { token } = core.data.compare(backup)
  const { kept, head } = core.data.restore(operator, token, '误导入了名录')
  expect(restarts).toBe(1)
  core.close()

  const again = openSample({ folder, registers: false }).core
  expect(again.database.ledger.head().hash).toBe(head)
  expect([...again.database.ledger.entries()].at(-1)?.entry).toMatchObject({
    actor: operator,
    event: 'backup.restored',
    data: { reason: '误导入了名录', before, backup: entry?.data.sha256 },
  })
  expect(again.verifyLedger()).toMatchObject({ ok: true })
  expect(again.database.draws.draws()).toEqual([])
  // What was given up lies in the backup before it, draw and all.
  expect(again.data.compare({ path: kept, name: 'kept' }).backup.draws).toEqual([number])
  expect(again.data.backups().map(({ made }) => made)).toContain('before-restore')
})

it('a session that was open when the backup was made is aborted by restoring it: its secret may be known by now', () => {
  const folder = temporaryFolder()
  const { core } = openSample({ folder })
  const { number } = freeze(core, eachPlan())
  const backup = core.data.backUp(operator, null)
  core.draws.contribute(operator, number, 1, '31415926')
  core.draws.contribute(operator, number, 2, '27182818')
  expect(core.draws.read(number).state).toBe('drawn')
  core.data.restore(operator, core.data.compare(backup).token, '要求重来')
  core.close()

  const again = openSample({ folder, registers: false }).core
  expect(again.draws.read(number)).toMatchObject({
    state: 'aborted',
    reason: expect.stringContaining('恢复备份'),
  })
  expect(refusalOf(() => again.draws.contribute(operator, number, 1, '31415926')).code).toBe('WRONG_STATE')
  expect(again.verifyLedger()).toMatchObject({ ok: true })
})

it('restores nothing that was not compared, or was compared before the last comparison', () => {
  const { core } = openSample()
  const backup = core.data.backUp(operator, null)
  const { token } = core.data.compare(backup)
  core.data.compare(backup)
  expect(refusalOf(() => core.data.restore(operator, token, '原因')).code).toBe('BACKUP_UNKNOWN')
})

it('looks into nothing that is no backup of ours, and changes none of it', () => {
  const { core, folder } = openSample()
  const place = temporaryFolder()
  const file = path.join(place, 'x.sqlite')
  const codeOf = (of: string) => refusalOf(() => core.data.compare({ path: of, name: 'x' })).code
  expect(codeOf(path.join(place, 'none.sqlite'))).toBe('FILE_NOT_FOUND')
  writeFileSync(file, '这不是数据库'.repeat(100))
  expect(codeOf(file)).toBe('NOT_A_DATABASE')
  const foreign = new BetterSqlite3(path.join(place, 'foreign.sqlite'))
  foreign.exec('CREATE TABLE t (a)')
  foreign.close()
  expect(codeOf(path.join(place, 'foreign.sqlite'))).toBe('DATABASE_FOREIGN')
  const backup = core.data.backUp(operator, place)
  const newer = new BetterSqlite3(backup.path)
  newer.pragma('user_version = 9999')
  newer.close()
  const before = contents(place)
  expect(codeOf(backup.path)).toBe('DATABASE_NEWER')
  expect(contents(place)).toEqual(before)
  expect(codeOf(core.database.file)).toBe('DATABASE_BUSY')
  // Reading a file that is held with locks would let go of them, and another program could open the folder.
  linkSync(path.join(folder, 'instance.lock'), path.join(place, 'lock.sqlite'))
  expect(codeOf(path.join(place, 'lock.sqlite'))).toBe('DATABASE_BUSY')
  expect(readdirSync(folder).filter((name) => name.startsWith('comparing'))).toEqual([])
})

it('a backup goes to a folder that is there, under a name of its own', () => {
  const { core, folder } = openSample()
  const stick = temporaryFolder()
  const [one, other] = [core.data.backUp(operator, stick), core.data.backUp(operator, stick)]
  expect(one.name).toMatch(/^backup-\d{8}T\d{6}.*\.sqlite$/)
  expect(other.path).not.toBe(one.path)
  expect(core.data.backups()).toEqual([])
  const gone = path.join(stick, 'gone')
  expect(refusalOf(() => core.data.backUp(operator, gone)).code).toBe('DATA_FOLDER_NOT_A_FOLDER')
  expect(existsSync(gone)).toBe(false)
  expect(core.data.info()).toMatchObject({ folder, lastBackupAt: core.database.ledger.lastAt() })
})

it('a staged restore is taken at the opening, however often it was begun, and the old log is not read into it', () => {
  const folder = temporaryFolder()
  const { core } = openSample({ folder })
  const backup = core.data.backUp(operator, null)
  hold(core, eachPlan())
  const { token } = core.data.compare(backup)
  const { head } = core.data.restore(operator, token, '原因')
  // Killed here: the old database and its log lie beside the staged one, as after a power cut.
  const died = temporaryFolder()
  for (const name of ['shuangsuiji.sqlite', 'shuangsuiji.sqlite-wal', 'restore.sqlite'])
    writeFileSync(path.join(died, name), readFileSync(path.join(folder, name)))
  core.close()
  const restored = openCore({
    folder: died,
    clock: () => new Date('2026-11-21T09:00:00+08:00'),
    random: () => Buffer.alloc(32),
    software: 'x',
    verifyPage: () => new Uint8Array(),
  })
  if (!restored.ok) throw new Error(restored.refusal.message)
  expect(restored.core.database.ledger.head().hash).toBe(head)
  expect(restored.core.verifyLedger()).toMatchObject({ ok: true })
  restored.core.close()
  expect(existsSync(path.join(died, 'restore.sqlite'))).toBe(false)
})
