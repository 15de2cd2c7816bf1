import { describe, expect, it } from 'vitest'
import { officeCode, officeName } from '../../db/setting-store.ts'
import { chainHash, entryDigest } from '../../shared/ledger/ledger.ts'
import { officeCodeSchema } from '../../shared/registry/office.ts'
import { open } from './sample-database.ts'
import { at, hex } from './sample-rows.ts'

describe('settings', () => {
  it('a setting is absent until it is set, and then what was set last', () => {
    const database = open()
    expect(database.settings.read(officeName)).toBeNull()
    database.transaction(() => database.settings.write(officeName, '示例市住建局'))
    database.transaction(() => database.settings.write(officeName, '示例市自然资源局'))
    expect(database.settings.read(officeName)).toBe('示例市自然资源局')
  })

  it('the code of the office can be set again to itself only', () => {
    const database = open()
    const code = officeCodeSchema.parse('YL01')
    database.transaction(() => database.settings.write(officeCode, code))
    database.transaction(() => database.settings.write(officeCode, code))
    const other = officeCodeSchema.parse('YL02')
    expect(() => database.transaction(() => database.settings.write(officeCode, other))).toThrow('fixed')
    expect(database.settings.read(officeCode)).toBe('YL01')
  })

  it('what its schema refuses is not stored', () => {
    const database = open()
    expect(() => database.transaction(() => database.settings.write(officeName, ' '))).toThrow()
    expect(database.settings.read(officeName)).toBeNull()
  })
})

describe('the ledger', () => {
  const what = (n: number) => ({ actor: '王操作', at, event: 'test.done', data: { n, text: '堃𬭎' } })

  it('is empty at first', () => {
    const { ledger } = open()
    expect([ledger.head(), ledger.count, ledger.lastAt(), [...ledger.entries()]]).toEqual([
      { seq: 0, hash: '-' },
      0,
      null,
      [],
    ])
  })

  it('chains every entry to the one before it (SSJ-LEDGER-1)', () => {
    const database = open()
    database.transaction(() => {
      for (let n = 1; n <= 3; n++) database.ledger.append(what(n))
    })
    let prev = '-'
    for (const { entry, canonical, digest, hash } of database.ledger.entries()) {
      expect(entry.prev).toBe(prev)
      expect(JSON.parse(canonical)).toEqual(entry)
      expect(digest).toBe(entryDigest(entry))
      expect(hash).toBe(chainHash(prev, digest))
      prev = hash
    }
    expect(database.ledger.head()).toEqual({ seq: 3, hash: prev })
    expect(database.ledger.lastAt()).toBe(at)
  })

  it('gives a part of itself, over any number of pages, while it is written to', () => {
    const database = open()
    database.transaction(() => {
      for (let n = 1; n <= 2_500; n++) database.ledger.append(what(n))
    })
    const seqs = (from?: number, to?: number) =>
      [...database.ledger.entries(from, to)].map(({ entry }) => entry.seq)
    expect(seqs()).toEqual(Array.from({ length: 2_500 }, (_, index) => index + 1))
    expect(seqs(999, 2_001)).toEqual(Array.from({ length: 1_003 }, (_, index) => index + 999))
    expect(seqs(2_500)).toEqual([2_500])
    expect(seqs(2_501)).toEqual([])
    database.transaction(() => {
      for (const { entry } of database.ledger.entries(2_499, 2_500)) database.ledger.append(what(entry.seq))
    })
    expect(database.ledger.count).toBe(2_502)
  })

  it('the table takes only the entry that follows, and no column that tells another story than its text', () => {
    const database = open()
    database.transaction(() => database.ledger.append(what(1)))
    const head = database.ledger.head()
    const insert =
      (fields: Partial<Record<'seq' | 'at' | 'actor' | 'event' | 'prev', string | number>>) => () => {
        const entry = { actor: '王操作', at, data: {}, event: 'test.done', prev: head.hash, seq: 2 }
        const stored = { ...entry, ...fields }
        database.sqlite
          .prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
          .run(
            stored.seq,
            stored.at,
            stored.actor,
            stored.event,
            JSON.stringify(entry),
            hex(1),
            stored.prev,
            hex(2),
          )
      }
    expect(insert({ seq: 3 })).toThrow('must follow')
    expect(insert({ prev: hex(9) })).toThrow('must follow')
    expect(insert({ at: '2026-11-20T09:30:01+08:00' })).toThrow('CHECK')
    expect(insert({ actor: '别人' })).toThrow('CHECK')
    expect(insert({ event: 'test.other' })).toThrow('CHECK')
    expect(insert({})).not.toThrow()
  })
})

describe('imports', () => {
  it('are kept with their file and figures, the newest first', () => {
    const database = open()
    const run = {
      register: 'inspectors' as const,
      fileName: '附件5.xlsx',
      sha256: hex(5),
      at,
      by: '王操作',
      taken: 18,
      normalised: 2,
      changed: 0,
      skipped: 1,
    }
    const ids = database.transaction(() => [1, 2].map(() => database.imports.insert(run)))
    expect(database.imports.list().map(({ id }) => id)).toEqual([...ids].reverse())
    expect(database.imports.get(ids[0] ?? 0)).toEqual({ ...run, id: ids[0] })
    expect(database.imports.get(99)).toBeNull()
  })
})
