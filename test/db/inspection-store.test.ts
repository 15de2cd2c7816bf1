import { describe, expect, it } from 'vitest'
import type { Database } from '../../db/open-database.ts'
import { open } from './sample-database.ts'
import { aDocument, aDraw, anAttempt, number } from './sample-draw.ts'
import { at, hex } from './sample-rows.ts'

const said = { draw: number(1), at, by: '李' }
const numbered = { ...said, word: '检通', year: 2026, number: 1, text: '检通〔2026〕1号', form: 'notice' }

function withDraw(): Database {
  const database = open()
  database.transaction(() => {
    for (const n of [1, 2]) {
      database.draws.insertDraw(aDraw(n))
      database.draws.insertAttempt(anAttempt(1, null, number(n)))
    }
  })
  return database
}

describe('what is entered of an inspection', () => {
  const entry = (object: string, version: number, body = '{}') => ({ ...said, object, version, body })

  it('is kept version by version, and the newest of each object holds', () => {
    const database = withDraw()
    const { inspections } = database
    database.transaction(() => {
      inspections.insertEntry(entry('', 1))
      inspections.insertEntry(entry('YL01-O000002', 1, '{"problems":"无"}'))
      inspections.insertEntry(entry('YL01-O000002', 2, '{"problems":"有"}'))
    })
    expect(inspections.entries(number(1)).map(({ object, version }) => `${object} ${version}`)).toEqual([
      ' 1',
      'YL01-O000002 2',
    ])
    expect(inspections.entry(number(1), 'YL01-O000002')?.body).toBe('{"problems":"有"}')
    expect(inspections.entry(number(1), 'YL01-O000003')).toBeNull()
    expect(inspections.entries(number(2))).toEqual([])
  })

  it('has no version left out and none twice, is an object, and belongs to a draw', () => {
    const database = withDraw()
    const write = (row: ReturnType<typeof entry>) => () =>
      database.transaction(() => database.inspections.insertEntry(row))
    write(entry('', 1))()
    expect(write(entry('', 3))).toThrow('must be consecutive')
    expect(write(entry('', 1))).toThrow('append-only')
    expect(write(entry('YL01-O000001', 2))).toThrow('must be consecutive')
    expect(write(entry('YL01 O000001', 1))).toThrow('CHECK')
    for (const body of ['[]', '"x"', '{']) expect(write(entry('YL01-O000001', 1, body))).toThrow()
    expect(write({ ...entry('', 1), draw: number(9) })).toThrow('FOREIGN KEY')
    expect(database.inspections.entries(number(1))).toHaveLength(1)
  })
})

describe('文号', () => {
  it('is given once to a form of a draw or of one of its objects, and a number once in a year', () => {
    const database = withDraw()
    const write = (fields: object) => () =>
      database.transaction(() => database.inspections.insertNumber({ ...numbered, object: '', ...fields }))
    write({})()
    expect(write({ number: 2 })).toThrow('append-only')
    expect(write({ object: 'YL01-O000001' })).toThrow('append-only')
    expect(write({ number: 0, object: 'YL01-O000001' })).toThrow('CHECK')
    write({ number: 7, object: 'YL01-O000001', text: '检通〔2026〕7号' })()
    write({ year: 2027, draw: number(2), text: '检通〔2027〕1号' })()
    const { inspections } = database
    expect(inspections.lastNumber('检通', 2026)).toBe(7)
    expect(inspections.lastNumber('检通', 2027)).toBe(1)
    expect(inspections.lastNumber('责改', 2026)).toBe(0)
    expect(inspections.numbers(number(1)).map(({ text }) => text)).toEqual([
      '检通〔2026〕1号',
      '检通〔2026〕7号',
    ])
    expect(inspections.isNumberTaken('检通〔2026〕7号')).toBe(true)
    expect(inspections.isNumberTaken('检通〔2026〕6号')).toBe(false)
  })
})

describe('a printed copy', () => {
  it('is confirmed once, of a document that there is', () => {
    const database = withDraw()
    const { id } = aDocument(1)
    const print = { document: id, at, by: '李' }
    const write = () => database.transaction(() => database.inspections.insertPrint(print))
    expect(write).toThrow('FOREIGN KEY')
    database.transaction(() => database.documents.insert({ ...aDocument(1), attempt: 1 }))
    expect(database.inspections.print(id)).toBeNull()
    write()
    expect(write).toThrow('append-only')
    expect(database.inspections.print(id)).toEqual(print)
  })
})

describe('a public notice', () => {
  it('is confirmed once, and notices of a draw are told the oldest first', () => {
    const database = withDraw()
    const { inspections } = database
    const notice = {
      ...said,
      kind: 'before',
      digest: hex(1),
      body: '{}',
      masked: '[]',
      maker: '李拟稿',
    } as const
    const later = { ...notice, id: 'a', kind: 'result', at: '2026-11-21T09:30:00+08:00' } as const
    const confirmation = { notice: 'b', name: '赵核对', at, by: '赵' }
    const confirm = () => database.transaction(() => inspections.insertConfirmation(confirmation))
    expect(confirm).toThrow('FOREIGN KEY')
    database.transaction(() => {
      inspections.insertNotice(later)
      inspections.insertNotice({ ...notice, id: 'b' })
    })
    expect(inspections.notices(number(1)).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(inspections.notice('a')).toEqual(later)
    expect(inspections.notice('c')).toBeNull()
    expect(inspections.confirmation('b')).toBeNull()
    confirm()
    expect(confirm).toThrow('append-only')
    expect(inspections.confirmation('b')).toEqual(confirmation)
    const wrong = { ...notice, id: 'd', masked: '{}' }
    expect(() => database.transaction(() => inspections.insertNotice(wrong))).toThrow('CHECK')
  })
})
