import { describe, expect, it } from 'vitest'
import {
  inspectorRegister,
  itemRegister,
  objectRegister,
  recusalRegister,
} from '../../db/register-descriptors.ts'
import { inspectionItemSchema } from '../../shared/registry/inspection-item.ts'
import {
  creditGrades,
  inspectionObjectSchema,
  objectKinds,
  objectMarks,
  objectStates,
} from '../../shared/registry/inspection-object.ts'
import {
  establishments,
  inspectorKinds,
  inspectorSchema,
  inspectorStates,
} from '../../shared/registry/inspector.ts'
import { serialSchema } from '../../shared/registry/office.ts'
import { recusalReasonCodes, recusalSchema } from '../../shared/registry/recusal.ts'
import { open } from './sample-database.ts'
import { anInspector, anItem, anObject, at, stamp } from './sample-rows.ts'

const serial = (text: string) => serialSchema.parse(text)
const o1 = serial('O000001')
const [june, july, august] = [
  '2026-06-01T08:00:00+08:00',
  '2026-07-01T08:00:00+08:00',
  '2026-08-01T08:00:00+08:00',
]

describe('a register with its history', () => {
  /** June: 1 and 2 added; July: 1 changed; August: 2 retired, 3 added. */
  function threeMonths() {
    const database = open()
    const { objects } = database
    database.transaction(() => objects.add([anObject(1), anObject(2)], { at: june, by: '王' }))
    database.transaction(() =>
      objects.change(o1, anObject(1, { state: '停业' }), { at: july, by: '李', reason: '企业申报' }),
    )
    database.transaction(() => {
      objects.retire(serial('O000002'), { at: august, by: '李', reason: '迁往外地' })
      objects.add([anObject(3)], { at: august, by: '李' })
    })
    return database
  }

  it('says what it said on any day', () => {
    const { objects } = threeMonths()
    const said = (time: string) =>
      objects.asOf(Date.parse(time)).map((version) => `${version.serial} ${version.row.state}`)
    expect(said('2026-05-31T23:59:59+08:00')).toEqual([])
    expect(said(june)).toEqual(['O000001 存续', 'O000002 存续'])
    expect(said('2026-06-30T23:59:59+08:00')).toEqual(['O000001 存续', 'O000002 存续'])
    expect(said(july)).toEqual(['O000001 停业', 'O000002 存续'])
    expect(said(august)).toEqual(['O000001 停业', 'O000003 存续'])
    expect(objects.current()).toEqual(objects.asOf(Date.parse(august)))
  })

  it('keeps every version of a row with who, when and why', () => {
    const { objects } = threeMonths()
    expect(objects.history(serial('O000002')).map(({ row, ...version }) => version)).toEqual([
      {
        serial: 'O000002',
        version: 1,
        change: 'added',
        at: june,
        moment: Date.parse('2026-06-01T00:00:00Z'),
        by: '王',
        reason: null,
        importId: null,
      },
      {
        serial: 'O000002',
        version: 2,
        change: 'retired',
        at: august,
        moment: Date.parse('2026-08-01T00:00:00Z'),
        by: '李',
        reason: '迁往外地',
        importId: null,
      },
    ])
    expect(objects.history(serial('O000002')).map(({ row }) => row)).toEqual([anObject(2), anObject(2)])
  })

  it('a retired row is still answered for by its serial, and by nothing else', () => {
    const { objects } = threeMonths()
    expect(objects.get(serial('O000002'))).toMatchObject({ change: 'retired', version: 2, row: anObject(2) })
    expect(objects.find('name', '示例建筑公司2')).toEqual([])
    expect(objects.keys('uscc').has('91510000MA00000002')).toBe(false)
    expect(objects.search('示例建筑公司2', { limit: 9, offset: 0 })).toEqual({ total: 0, rows: [] })
    expect([...objects.iterate()].map((version) => version.serial)).toEqual(['O000001', 'O000003'])
    expect(objects.count()).toBe(2)
  })

  it('a retired row stays retired, an unknown one is no row, and neither writes anything', () => {
    const database = threeMonths()
    const attempts = [
      () => database.objects.change(serial('O000002'), anObject(2), stamp),
      () => database.objects.retire(serial('O000002'), stamp),
      () => database.objects.change(serial('O000009'), anObject(9), stamp),
    ]
    for (const attempt of attempts) expect(() => database.transaction(attempt)).toThrow(/retired|not in the/)
    expect(database.objects.history(serial('O000002'))).toHaveLength(2)
  })

  it('serials run on through retirements, a register each, and a transaction that failed gave none', () => {
    const database = threeMonths()
    expect(() =>
      database.transaction(() => {
        database.objects.add([anObject(4)], stamp)
        throw new Error('refused')
      }),
    ).toThrow('refused')
    expect(database.transaction(() => database.objects.add([anObject(4), anObject(5)], stamp))).toEqual([
      'O000004',
      'O000005',
    ])
    expect(database.transaction(() => database.inspectors.add([anInspector(1)], stamp))).toEqual(['P000001'])
    expect(database.transaction(() => database.items.add([anItem(1)], stamp))).toEqual(['I000001'])
  })

  it('versions have no gaps and begin with added', () => {
    const database = threeMonths()
    const copy = (changes: string) =>
      `INSERT INTO inspection_object_version SELECT ${changes}, at, moment, "by", change_reason, import_id, name, kind, uscc,
       registrar, legal_representative, business_category, address, region, contact, phone, department, items,
       credit_grade, marks, state FROM inspection_object_version WHERE serial = 'O000003'`
    const { sqlite } = database
    expect(() => sqlite.exec(copy(`serial, version + 2, 'changed'`))).toThrow('must be consecutive')
    expect(() => sqlite.exec(copy(`'O000077', 1, 'changed'`))).toThrow('CHECK')
    expect(() => sqlite.exec(copy(`serial, version + 1, 'added'`))).toThrow('CHECK')
    expect(() => sqlite.exec(copy(`'P000077', 1, 'added'`))).toThrow('CHECK')
    sqlite.exec(copy(`serial, version + 1, 'changed'`))
    expect(database.objects.get(serial('O000003'))?.version).toBe(2)
  })
})

describe('looking rows up', () => {
  it('finds by code, name and certificate exactly, and lists the keys of an import', () => {
    const database = open()
    database.transaction(() => {
      database.objects.add(
        [anObject(1), anObject(2, { uscc: null }), anObject(3, { name: '示例建筑公司1' })],
        stamp,
      )
      database.inspectors.add([anInspector(7)], stamp)
    })
    const found = (rows: { serial: string }[]) => rows.map((row) => row.serial)
    expect(found(database.objects.find('uscc', '91510000MA00000001'))).toEqual(['O000001'])
    expect(found(database.objects.find('name', '示例建筑公司1'))).toEqual(['O000001', 'O000003'])
    expect(found(database.inspectors.find('certificate', '13000000007'))).toEqual(['P000001'])
    expect(database.objects.keys('name')).toEqual(
      new Map([
        ['示例建筑公司1', ['O000001', 'O000003']],
        ['示例建筑公司2', ['O000002']],
      ]),
    )
    expect([...database.objects.keys('uscc').keys()]).toHaveLength(2)
  })

  it('searches for a piece of text, in which no sign has a special meaning', () => {
    const database = open()
    database.transaction(() => database.objects.add([anObject(1), anObject(2, { name: '100%_股份' })], stamp))
    const found = (piece: string, limit = 10, offset = 0) => {
      const { total, rows } = database.objects.search(piece, { limit, offset })
      return [total, ...rows.map((row) => row.serial)]
    }
    expect(found('')).toEqual([2, 'O000001', 'O000002'])
    expect(found('', 1, 1)).toEqual([2, 'O000002'])
    expect(found('%_')).toEqual([1, 'O000002'])
    expect(found("' OR 1=1 --")).toEqual([0])
    expect(found('示例路1号')).toEqual([1, 'O000001'])
  })

  it('may be written to while it is iterated over', () => {
    const database = open()
    const rows = Array.from({ length: 4_500 }, (_, index) => anObject(index))
    database.transaction(() => database.objects.add(rows, stamp))
    let seen = 0
    database.transaction(() => {
      for (const version of database.objects.iterate()) {
        seen++
        if (version.version === 1) database.objects.change(version.serial, version.row, stamp)
      }
    })
    expect(seen).toBe(4_500)
    expect(database.objects.current().every((version) => version.version === 2)).toBe(true)
  })
})

describe('two rules between rows', () => {
  it('no two inspectors on the register hold one certificate; a retired one frees it', () => {
    const database = open()
    database.transaction(() => database.inspectors.add([anInspector(1), anInspector(2)], stamp))
    const second = { ...anInspector(2), certificate: anInspector(1).certificate }
    expect(() =>
      database.transaction(() => database.inspectors.change(serial('P000002'), second, stamp)),
    ).toThrow('another inspector holds this certificate')
    database.transaction(() => {
      database.inspectors.retire(serial('P000001'), stamp)
      database.inspectors.change(serial('P000002'), second, stamp)
    })
    expect(database.inspectors.find('certificate', '13000000001').map((row) => row.serial)).toEqual([
      'P000002',
    ])
  })

  it('a recusal names an object and an inspector that are in the registers', () => {
    const database = open()
    const recusal = {
      object: o1,
      inspector: serial('P000001'),
      reason: '配偶任职',
      reasonCode: 'kin' as const,
    }
    expect(() => database.transaction(() => database.recusals.add([recusal], stamp))).toThrow(
      'a recusal names',
    )
    database.transaction(() => {
      database.objects.add([anObject(1)], stamp)
      database.inspectors.add([anInspector(1)], stamp)
      database.recusals.add([recusal], stamp)
    })
    expect(database.recusals.find('inspector', 'P000001')[0]?.row).toEqual(recusal)
  })

  it('a version names an import that took place', () => {
    const database = open()
    expect(() =>
      database.transaction(() => database.objects.add([anObject(1)], { ...stamp, importId: 4 })),
    ).toThrow('FOREIGN KEY')
  })
})

describe('the tables hold what the schemas allow, and nothing else', () => {
  it('every field of a schema has its column', () => {
    expect(Object.keys(objectRegister.fields)).toEqual(Object.keys(inspectionObjectSchema.shape))
    expect(Object.keys(inspectorRegister.fields)).toEqual(Object.keys(inspectorSchema.shape))
    expect(Object.keys(itemRegister.fields)).toEqual(Object.keys(inspectionItemSchema.shape))
    expect(Object.keys(recusalRegister.fields)).toEqual(Object.keys(recusalSchema.shape))
  })

  it('rows come back as they went in: full, and with everything absent that may be', () => {
    const database = open()
    const nothing = <T>(row: T, keys: readonly (keyof T)[]): T => ({
      ...row,
      ...Object.fromEntries(keys.map((key) => [key, null])),
    })
    const objects = [
      anObject(1),
      nothing(anObject(2, { items: [], marks: [], name: '𬭎犇垚㛃' }), [
        'uscc',
        'registrar',
        'legalRepresentative',
        'businessCategory',
        'address',
        'region',
        'department',
        'creditGrade',
      ]),
    ]
    const inspectors = [
      anInspector(1, { post: '科长', remark: '=1+1', phone: '13800001234', idNumber: '11010119900307299X' }),
      nothing(anInspector(2, { specialties: [], mayLead: false }), [
        'sex',
        'unit',
        'department',
        'category',
        'establishment',
        'issuer',
        'certificate',
        'certificateExpiry',
      ]),
    ]
    const items = [
      anItem(1),
      nothing(anItem(2, { included: false, reasonNotIncluded: '专项检查' }), ['ratio', 'frequency', 'field']),
    ]
    database.transaction(() => {
      database.objects.add(objects, stamp)
      database.inspectors.add(inspectors, stamp)
      database.items.add(items, stamp)
    })
    expect(database.objects.current().map(({ row }) => inspectionObjectSchema.parse(row))).toEqual(objects)
    expect(database.inspectors.current().map(({ row }) => inspectorSchema.parse(row))).toEqual(inspectors)
    expect(database.items.current().map(({ row }) => inspectionItemSchema.parse(row))).toEqual(items)
  })

  it('every word of a schema’s enumeration is taken', () => {
    const database = open()
    database.transaction(() => {
      database.objects.add(
        [
          ...objectKinds.map((kind) => anObject(1, { kind })),
          ...objectStates.map((state) => anObject(1, { state })),
          ...creditGrades.map((creditGrade) => anObject(1, { creditGrade })),
          anObject(1, { marks: [...objectMarks] }),
        ],
        stamp,
      )
      const without = { certificate: null }
      database.inspectors.add(
        [
          ...establishments.map((establishment) => anInspector(1, { ...without, establishment })),
          ...inspectorKinds.map((kind) => anInspector(1, { ...without, kind })),
          ...inspectorStates.map((state) => anInspector(1, { ...without, state })),
          ...(['男', '女'] as const).map((sex) => anInspector(1, { ...without, sex })),
        ],
        stamp,
      )
      database.items.add(
        [
          ...(['重点', '一般'] as const).map((category) => anItem(1, { category })),
          ...(['市场监管', '其他行政执法'] as const).map((field) => anItem(1, { field })),
        ],
        stamp,
      )
      database.recusals.add(
        recusalReasonCodes.map((reasonCode) => ({
          object: o1,
          inspector: serial('P000001'),
          reason: '理由',
          reasonCode,
        })),
        stamp,
      )
    })
    expect(database.recusals.count()).toBe(recusalReasonCodes.length)
  })

  it('what no schema allows is refused by the table', () => {
    const database = open()
    const bad = (column: string, value: string) => () =>
      database.transaction(() => {
        database.items.add([anItem(1)], stamp)
        const fields = Object.values(itemRegister.fields).map(([name]) =>
          name === column ? value : `"${name}"`,
        )
        database.sqlite.exec(
          `INSERT INTO inspection_item_version SELECT serial, version + 1, 'changed', at, moment, "by", change_reason,
           import_id, ${fields.join(', ')} FROM inspection_item_version`,
        )
      })
    for (const [column, value] of [
      ['name', `''`],
      ['name', 'NULL'],
      ['basis', `''`],
      ['ratio', '10001'],
      ['ratio', '2.5'],
      ['frequency', '-1'],
      ['category', `'其他'`],
      ['included', '2'],
      ['included', '0'],
    ] as const)
      expect(bad(column, value), `${column} = ${value}`).toThrow(/CHECK|NOT NULL|cannot store/)
    expect(database.items.count()).toBe(0)
  })

  it('a time without seconds or offset is refused', () => {
    const database = open()
    for (const time of ['2026-11-20', '2026-11-20T09:30:00Z', '2026-11-20T09:30+08:00', '昨天'])
      expect(() =>
        database.transaction(() => database.objects.add([anObject(1)], { at: time, by: '王' })),
      ).toThrow(/CHECK|no time/)
    expect(at).toMatch(/\+08:00$/)
  })
})
