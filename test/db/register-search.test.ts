import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../db/open-database.ts'
import { foldSearch, searchWords } from '../../db/search-text.ts'
import type { InspectionObject } from '../../shared/registry/inspection-object.ts'
import { open } from './sample-database.ts'
import { anInspector, anObject, stamp } from './sample-rows.ts'

function withObjects(...rows: Partial<InspectionObject>[]): Database {
  const database = open()
  const objects = rows.map((fields, index) => anObject(index + 1, fields))
  database.transaction(() => database.objects.add(objects, stamp))
  return database
}

function found(database: Database, piece: string, filters = {}): string[] {
  return database.objects.search(piece, { limit: 50, offset: 0 }, filters).rows.map(({ serial }) => serial)
}

describe('searching a register', () => {
  it('a name is found by its initials and its syllables, in small letters or capitals', () => {
    const database = withObjects({ name: '云岭商业管理公司' }, { name: '宏远建设公司' })
    for (const piece of ['ylsy', 'YLSY', 'yunlingshangye', 'yun ling', 'ｙｌｓｙ'])
      expect(found(database, piece), piece).toEqual(['O000001'])
    expect(found(database, 'ylhy')).toEqual([])
  })

  it('a name with a character of two readings is found by either', () => {
    const database = withObjects({ name: '重庆建筑公司' }, { name: '长乐物业公司' })
    for (const piece of ['cqjz', 'zqjz', 'chongqing'])
      expect(found(database, piece), piece).toEqual(['O000001'])
    for (const piece of ['clwy', 'zlwy', 'changle'])
      expect(found(database, piece), piece).toEqual(['O000002'])
  })

  it('of several words all must occur, in whichever field', () => {
    const database = withObjects(
      { name: '甲公司', address: '城关镇1号' },
      { name: '甲公司', address: '河口镇2号' },
    )
    expect(found(database, '甲公司　河口')).toEqual(['O000002'])
    expect(found(database, '河口 jgs')).toEqual(['O000002'])
    expect(found(database, '河口 乙')).toEqual([])
  })

  it('a changed row is found by what it says now, a retired one not at all', () => {
    const database = withObjects({ name: '旧名公司' }, { name: '另一公司' })
    const [first, second] = database.objects.current()
    if (first === undefined || second === undefined) throw new Error('no rows')
    database.transaction(() => {
      database.objects.change(first.serial, { ...first.row, name: '新名公司' }, stamp)
      database.objects.retire(second.serial, stamp)
    })
    expect([
      found(database, '旧名'),
      found(database, 'xmgs'),
      found(database, '另一'),
      found(database, ''),
    ]).toEqual([[], ['O000001'], [], ['O000001']])
  })

  it('what is rolled back is not found', () => {
    const database = withObjects({ name: '甲公司' })
    expect(() =>
      database.transaction(() => {
        database.objects.add([anObject(2, { name: '乙公司' })], stamp)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(found(database, '')).toEqual(['O000001'])
  })

  it('a recusal is found by the names of those it is about', () => {
    const database = withObjects({ name: '云岭商业公司' })
    database.transaction(() => {
      const [object] = database.objects.current()
      const [inspector] = database.inspectors.add([anInspector(1, { name: '赵敏' })], stamp)
      if (object === undefined || inspector === undefined) throw new Error('no rows')
      const recusal = { object: object.serial, inspector, reason: '配偶任职', reasonCode: 'kin' } as const
      database.recusals.add([recusal], stamp)
    })
    const total = (piece: string) => database.recusals.search(piece, { limit: 9, offset: 0 }).total
    expect(['ylsy', '赵敏', '配偶', 'zm 云岭', '没有'].map(total)).toEqual([1, 1, 1, 1, 0])
  })

  it('never loses a row that holds the piece', () => {
    const sign = fc.constantFrom(...'云岭重庆长乐Ａａ1（(%_ \'"B')
    const name = fc.string({ unit: sign, minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(7),
        fc.nat(7),
        (names, row, from, to) => {
          const database = withObjects(...names.map((one) => ({ name: one })))
          const piece = (names[row % names.length] ?? '').slice(Math.min(from, to), Math.max(from, to) + 1)
          const expected = names.flatMap((one, index) =>
            searchWords(piece).every((word) => foldSearch(one).includes(word)) ? [`O00000${index + 1}`] : [],
          )
          expect(found(database, piece)).toEqual(expect.arrayContaining(expected))
          database.close()
        },
      ),
      { seed: 20261120, numRuns: 25 },
    )
  })
})

describe('filtering a register', () => {
  const rows = [
    { region: '城关镇', marks: ['投诉举报多', '经营异常'] },
    { region: '河口镇', marks: ['经营异常'], state: '停业' },
    { region: null, marks: [] },
  ] as const satisfies Partial<Omit<InspectionObject, 'marks'> & { readonly marks: readonly string[] }>[]
  const database = () => withObjects(...rows.map((row) => ({ ...row, marks: [...row.marks] })))

  it('any of the values of a field is enough, and every field must pass', () => {
    const registers = database()
    expect(found(registers, '', { region: ['城关镇', '河口镇'] })).toEqual(['O000001', 'O000002'])
    expect(found(registers, '', { region: ['城关镇', '河口镇'], state: ['停业'] })).toEqual(['O000002'])
    expect(found(registers, '', { region: [''] })).toEqual(['O000003'])
    expect(found(registers, '', { marks: ['投诉举报多'] })).toEqual(['O000001'])
    expect(found(registers, '', { marks: ['', '投诉举报多'] })).toEqual(['O000001', 'O000003'])
    expect(() => found(registers, '', { phone: ['1'] })).toThrow('phone')
  })

  it('the values that occur are counted, and counted anew after a change', () => {
    const registers = database()
    expect(registers.objects.facets().marks).toEqual([
      { value: '经营异常', count: 2 },
      { value: '', count: 1 },
      { value: '投诉举报多', count: 1 },
    ])
    expect(registers.objects.facets().state).toEqual([
      { value: '存续', count: 2 },
      { value: '停业', count: 1 },
    ])
    registers.transaction(() => {
      for (const { serial } of registers.objects.current()) registers.objects.retire(serial, stamp)
    })
    expect(registers.objects.facets().marks).toEqual([])
  })
})
