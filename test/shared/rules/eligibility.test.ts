import { describe, expect, test } from 'vitest'
import { inspectionObjectSchema, objectStates } from '../../../shared/registry/inspection-object.ts'
import { inspectorOrigins, inspectorStates } from '../../../shared/registry/inspector.ts'
import {
  exclusionWords,
  inspectorExclusions,
  objectExclusions,
  wordsOfExclusion,
} from '../../../shared/rules/eligibility.ts'
import { type Preset, presets } from '../../../shared/rules/preset.ts'
import { anInspector, anObject } from '../../db/sample-rows.ts'

const today = '2026-11-20'
const codes = (fields: Parameters<typeof anInspector>[1]) =>
  inspectorExclusions(anInspector(1, fields), today).map((e) => e.reasonCode)

describe('检查对象', () => {
  test('only who is in business (存续) may be drawn', () => {
    const drawable = objectStates.filter((state) => objectExclusions(anObject(1, { state })).length === 0)
    expect(drawable).toEqual(['存续'])
    expect(objectExclusions(anObject(1, { state: '吊销' })).map((e) => e.reasonCode)).toEqual([
      'not-in-business',
    ])
  })

  test('the clause is cited where the office’s own text has it', () => {
    const closed = anObject(1, { state: '停业' })
    expect(objectExclusions(closed, presets.dawa)).toEqual([
      { reasonCode: 'not-in-business', clause: '大洼细则三（二）' },
    ])
    expect(objectExclusions(closed, presets.changde)[0]?.clause).toBeNull()
  })

  test('of any kind may be drawn, with or without a 统一社会信用代码', () => {
    for (const kind of inspectionObjectSchema.shape.kind.options)
      expect(objectExclusions(anObject(1, { kind, uscc: null }))).toEqual([])
  })
})

describe('执法检查人员', () => {
  test('only who is on duty (在岗) may be drawn; who is lent away may not', () => {
    const drawable = inspectorStates.filter((state) => codes({ state }).length === 0)
    expect(drawable).toEqual(['在岗'])
    expect(codes({ state: '借调' })).toEqual(['not-on-duty'])
  })

  test('experts and third parties advise and are never drawn, by the clause that says so', () => {
    for (const kind of ['专家', '第三方'] as const)
      expect(inspectorExclusions(anInspector(1, { kind }), today)).toEqual([
        { reasonCode: 'adviser', clause: '国办发〔2024〕54号' },
      ])
  })

  test('only 行政 and 事业 inspect; where the register does not say, nobody is left out for it', () => {
    expect(codes({ establishment: '编外' })).toEqual(['no-establishment'])
    for (const establishment of ['行政', '事业', null] as const) expect(codes({ establishment })).toEqual([])
  })

  test('who has no 执法证号 may not inspect', () => {
    expect(codes({ certificate: null })).toEqual(['no-certificate'])
  })

  test('a certificate is valid to the end of its last day', () => {
    expect(codes({ certificateExpiry: '2026-11-20' })).toEqual([])
    expect(codes({ certificateExpiry: '2026-11-19' })).toEqual(['certificate-expired'])
    expect(codes({ certificateExpiry: null })).toEqual([])
  })

  test('who is on leave is not drawn, from its first day to its last', () => {
    const leave = { leaveFrom: '2026-11-18', leaveUntil: '2026-11-20' }
    expect(codes(leave)).toEqual(['on-leave'])
    expect(codes({ ...leave, leaveUntil: '2026-11-19' })).toEqual([])
    expect(codes({ leaveFrom: '2026-11-21', leaveUntil: '2026-11-30' })).toEqual([])
    expect(codes({ leaveFrom: '2026-11-20', leaveUntil: null })).toEqual(['on-leave'])
    expect(codes({ leaveFrom: null, leaveUntil: '2026-11-20' })).toEqual(['on-leave'])
  })

  test('people of other offices are drawn only where the draw admits them', () => {
    for (const origin of inspectorOrigins.filter((one) => one !== '本单位')) {
      const inspector = anInspector(1, { origin })
      expect(inspectorExclusions(inspector, today).map((e) => e.reasonCode)).toEqual(['other-origin'])
      expect(inspectorExclusions(inspector, today, { origins: [origin] })).toEqual([])
    }
  })

  test('a clause is cited only where the office works by the text that has it', () => {
    const inspector = anInspector(1, {
      establishment: '编外',
      certificate: null,
      certificateExpiry: '2020-01-01',
    })
    const clauses = (preset: Preset) => inspectorExclusions(inspector, today, { preset }).map((e) => e.clause)
    expect(clauses(presets.custom)).toEqual([null, null, null])
    expect(clauses(presets.changde)).toEqual(['常德细则第六条', '常德细则第六条', null])
    expect(clauses(presets.ziyang)).toEqual([null, '资阳细则（九）', '资阳细则（九）'])
  })

  test('every reason is named, each once', () => {
    const all = codes({
      state: '退休',
      leaveFrom: '2026-01-01',
      origin: '邻近区域',
      kind: '专家',
      establishment: '编外',
      certificate: null,
      certificateExpiry: '2020-01-01',
    })
    expect(all).toEqual([
      'not-on-duty',
      'on-leave',
      'other-origin',
      'adviser',
      'no-establishment',
      'no-certificate',
      'certificate-expired',
    ])
  })
})

describe('reason codes', () => {
  test('follow the pattern of ids, and each has its words in Chinese', () => {
    for (const [code, words] of Object.entries(exclusionWords)) {
      expect(code).toMatch(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/)
      expect(words).toMatch(/\p{Script=Han}/u)
      expect(wordsOfExclusion(code)).toBe(words)
    }
  })

  test('of another program stand as they are', () => {
    expect(wordsOfExclusion('toString')).toBe('toString')
    expect(wordsOfExclusion('other-reason')).toBe('other-reason')
  })
})
