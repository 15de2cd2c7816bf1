import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Commit } from '../../db/connection.ts'
import { refusalOfError } from '../../db/refusal.ts'
import { officeName } from '../../db/setting-store.ts'
import { startChild } from './child-process.ts'
import { open } from './sample-database.ts'
import { anObject, at, stamp } from './sample-rows.ts'
import { temporaryFolder } from './temporary-folder.ts'

const entry = { actor: '王操作', at, event: 'test.done', data: {} }

describe('a transaction', () => {
  it('keeps everything or, where anything throws, nothing', () => {
    const database = open()
    expect(() =>
      database.transaction(() => {
        database.objects.add([anObject(1)], stamp)
        database.ledger.append(entry)
        throw new Error('the use case failed')
      }),
    ).toThrow('the use case failed')
    expect([database.objects.count(), database.ledger.count]).toEqual([0, 0])
    expect(
      database.transaction(() => {
        database.ledger.append(entry)
        return database.objects.add([anObject(1)], stamp)
      }),
    ).toEqual(['O000001'])
    expect([database.objects.count(), database.ledger.count]).toEqual([1, 1])
  })

  it('refuses an asynchronous function and rolls back what it did so far', async () => {
    const database = open()
    let late: Promise<void> | undefined
    expect(() =>
      database.transaction(() => {
        late = (async () => {
          database.ledger.append(entry)
          await Promise.resolve()
          database.ledger.append(entry)
        })()
        return late
      }),
    ).toThrow('must be synchronous')
    await expect(late).rejects.toThrow('only inside a transaction')
    expect(database.ledger.count).toBe(0)
  })

  it('does not nest', () => {
    const database = open()
    expect(() => database.transaction(() => database.transaction(() => 1))).toThrow('do not nest')
    expect(database.sqlite.inTransaction).toBe(false)
  })

  it('is required by every store that writes', () => {
    const database = open()
    const writes = [
      () => database.ledger.append(entry),
      () => database.settings.write(officeName, '示例市住建局'),
      () => database.objects.add([anObject(1)], stamp),
      () => database.draws.saveDraft({ id: 'a', body: {}, at, by: '王' }),
    ]
    for (const write of writes) expect(write).toThrow('only inside a transaction')
  })

  it('calls its hooks before and after the COMMIT; what the first throws rolls back', () => {
    const seen: string[] = []
    let refuse = false
    const database = open({
      onBeforeCommit: ({ number }: Commit) => {
        seen.push(`before ${number}: ${database.ledger.count}, open ${database.sqlite.inTransaction}`)
        if (refuse) throw new Error('no')
      },
      onAfterCommit: ({ number }: Commit) => {
        seen.push(`after ${number}: ${database.ledger.count}, open ${database.sqlite.inTransaction}`)
      },
    })
    database.transaction(() => database.ledger.append(entry))
    refuse = true
    expect(() => database.transaction(() => database.ledger.append(entry))).toThrow('no')
    refuse = false
    database.transaction(() => database.ledger.append(entry))
    expect(seen).toEqual([
      'before 1: 1, open true',
      'after 1: 1, open false',
      'before 2: 2, open true',
      'before 2: 2, open true',
      'after 2: 2, open false',
    ])
  })
})

describe('a process killed by SIGKILL', () => {
  it.each([
    ['before', 1],
    ['after', 2_001],
  ])('%s the COMMIT leaves %i objects: what was committed, and nothing else', async (moment, objects) => {
    const folder = temporaryFolder()
    const child = startChild('die-at-commit.ts', folder, moment)
    expect((await child.ended).signal).toBe('SIGKILL')
    const database = open({ folder })
    expect(database.objects.count()).toBe(objects)
    expect(database.transaction(() => database.objects.add([anObject(9_999)], stamp))).toEqual([
      `O${String(objects + 1).padStart(6, '0')}`,
    ])
  })
})

describe('a full disk', () => {
  function fillUp(database: ReturnType<typeof open>): unknown {
    const pages = Number(database.sqlite.pragma('page_count', { simple: true }))
    database.sqlite.pragma(`max_page_count = ${pages + 5}`)
    try {
      database.transaction(() => {
        database.ledger.append(entry)
        database.objects.add(
          Array.from({ length: 1_000 }, (_, index) => anObject(index)),
          stamp,
        )
      })
    } catch (error) {
      return error
    }
    throw new Error('the disk was not full')
  }

  it('is told as a full disk, keeps what was there and nothing of the new', () => {
    const database = open()
    database.transaction(() => database.objects.add([anObject(1)], stamp))
    const refusal = refusalOfError(fillUp(database))
    expect(refusal?.code).toBe('DISK_FULL')
    expect(refusal?.message).toContain('磁盘已满')
    expect([database.objects.count(), database.ledger.count]).toEqual([1, 0])
  })

  it('once there is room the same connection writes on', () => {
    const database = open()
    fillUp(database)
    database.sqlite.pragma('max_page_count = 1000000')
    database.transaction(() => database.objects.add([anObject(1)], stamp))
    expect(database.objects.count()).toBe(1)
    database.close()
    expect(open({ folder: path.dirname(database.file) }).objects.count()).toBe(1)
  })
})
