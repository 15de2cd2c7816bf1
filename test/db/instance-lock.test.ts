import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeInstanceLock } from '../../db/instance-lock.ts'
import { openDatabase } from '../../db/open-database.ts'
import { startChild } from './child-process.ts'
import { open, refusalOfOpening } from './sample-database.ts'
import { at } from './sample-rows.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('one instance a data folder', () => {
  it('a second start is refused and told which process holds the folder since when', async () => {
    const folder = temporaryFolder()
    const holder = startChild('hold-database.ts', folder)
    expect(await holder.line()).toBe('open')
    const refusal = refusalOfOpening({ folder })
    expect(refusal.code).toBe('ALREADY_OPEN')
    expect(refusal.message).toContain(`进程号${holder.process.pid}`)
    expect(refusal.message).toContain('2026-11-20T08:00:00+08:00')
  })

  it('a second start from another process is refused too', async () => {
    const { folder } = open()
    expect(await startChild('hold-database.ts', folder).line()).toBe('ALREADY_OPEN')
  })

  it('a holder killed by SIGKILL gives the folder free at once', async () => {
    const folder = temporaryFolder()
    const holder = startChild('hold-database.ts', folder)
    expect(await holder.line()).toBe('open')
    holder.process.kill('SIGKILL')
    expect((await holder.ended).signal).toBe('SIGKILL')
    expect(existsSync(path.join(folder, 'instance.json'))).toBe(true)
    expect(open({ folder }).folder).toBe(folder)
  })

  it('closing gives the folder free, and a refused second start does not', () => {
    const folder = temporaryFolder()
    const first = open({ folder })
    expect(refusalOfOpening({ folder }).code).toBe('ALREADY_OPEN')
    expect(refusalOfOpening({ folder }).code).toBe('ALREADY_OPEN')
    first.close()
    first.close()
    expect(existsSync(path.join(folder, 'instance.json'))).toBe(false)
    open({ folder })
  })

  it('a worker of the process that holds the lock may open a second connection', () => {
    const { folder } = open()
    const second = open({ folder, instance: 'held' })
    expect(second.objects.count()).toBe(0)
    second.close()
    expect(refusalOfOpening({ folder }).code).toBe('ALREADY_OPEN')
  })

  it('a lock file that is garbage is nobody’s lock', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'instance.lock'), 'not SQLite at all, but longer than nothing'.repeat(10))
    const lock = takeInstanceLock(folder, at)
    expect(lock.ok).toBe(true)
    if (lock.ok) lock.release()
  })

  it('a database that cannot be opened does not keep the folder locked', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'shuangsuiji.sqlite'), '不是数据库')
    expect(openDatabase({ folder, at }).ok).toBe(false)
    const lock = takeInstanceLock(folder, at)
    expect(lock.ok).toBe(true)
    if (lock.ok) lock.release()
  })
})
