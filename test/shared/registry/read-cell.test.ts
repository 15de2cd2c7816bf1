import { describe, expect, it } from 'vitest'
import { type RegisterName, registerColumns } from '../../../shared/registry/columns.ts'
import { type CellReading, readCell } from '../../../shared/registry/read-cell.ts'
import { rawRow, type TestCell } from './table.ts'

function read(register: RegisterName, field: string, cell: TestCell): CellReading {
  const column = registerColumns[register].find((candidate) => candidate.field === field)
  const raw = rawRow(17, [cell]).cells[0]
  if (column === undefined || raw === undefined) throw new Error(`no such column or cell: ${field}`)
  return readCell(raw, column)
}

const clean = { whats: [], questions: [], refusals: [] }

describe('one cell of a known column', () => {
  it('reads a number in a column of numbers-as-text as text, visibly', () => {
    for (const field of ['phone', 'certificate']) {
      expect(read('inspectors', field, 13900001234)).toMatchObject({
        value: '13900001234',
        whats: ['以数字保存，改为文本'],
      })
    }
  })

  it('refuses a number with decimals where a number of a certificate should be', () => {
    expect(read('inspectors', 'certificate', 13990000009.5).refusals).toHaveLength(1)
  })

  it('restores the leading zeros that a format shows', () => {
    const cell = { value: '390716001', source: 'number', format: '00000000000' } as const
    expect(read('inspectors', 'certificate', cell).value).toBe('00390716001')
  })

  it.each(['350899196902276819', '9.1350881123456794E+17', '1e15'])(
    'refuses the number %s, whose digits the table program has not kept',
    (value) => {
      const reading = read('inspectors', 'certificate', { value, source: 'number' })
      expect(reading.refusals[0]).toContain('以数字保存，已失真')
    },
  )

  it('reads a number that a program has written with an exponent but exactly', () => {
    const reading = read('objects', 'phone', { value: '1.3900001234E10', source: 'number' })
    expect(reading.value).toBe('13900001234')
  })

  it('refuses a code that has become text in exponent form', () => {
    expect(read('objects', 'uscc', '9.13509E+17').refusals[0]).toContain('科学记数法')
  })

  it.each([
    '2026-03-31',
    '2026/3/31',
    '2026.3.31',
    '2026年3月31日',
    '20260331',
    '２０２６－０３－３１',
    ' 2026-03-31',
  ])('reads the day %j', (text) => {
    expect(read('inspectors', 'certificateExpiry', text).value).toBe('2026-03-31')
  })

  it('reads a day stored as a date without calling that a change', () => {
    expect(read('inspectors', 'certificateExpiry', { value: '2026-03-31', source: 'date' })).toEqual({
      value: '2026-03-31',
      ...clean,
    })
    expect(read('inspectors', 'certificateExpiry', 20260331).value).toBe('2026-03-31')
  })

  it.each(['2026-02-30', '2026年', '有效', '31/3/2026'])('refuses %j as a day', (text) => {
    expect(read('inspectors', 'certificateExpiry', text).refusals[0]).toContain('不是有效的日期')
  })

  it('asks what 长期 is to mean', () => {
    expect(read('inspectors', 'certificateExpiry', '长期').questions).toHaveLength(1)
  })

  it('refuses text that a table program has turned into a date', () => {
    const reading = read('objects', 'address', { value: '2026-03-05', source: 'date' })
    expect(reading.refusals[0]).toContain('以日期保存')
  })

  it.each([
    ['5%', 500],
    ['５％', 500],
    ['100%', 10_000],
    ['2.5%', 250],
    ['百分之5', 500],
  ])('reads the ratio %s', (text, hundredths) => {
    expect(read('items', 'ratio', text).value).toBe(hundredths)
  })

  it('reads 0.05 as 5% and shows it; a number shown as 5% says so itself', () => {
    expect(read('items', 'ratio', 0.05)).toMatchObject({ value: 500, whats: ['按5%登记'] })
    expect(read('items', 'ratio', { value: '0.05', source: 'number', format: '0%' })).toEqual({
      value: 500,
      ...clean,
    })
  })

  it('asks about a ratio without a percent sign', () => {
    expect(read('items', 'ratio', 5).questions[0]).toMatchObject({ question: 'ratio', suggestion: '500' })
    expect(read('items', 'ratio', '1').questions[0]?.options.map((option) => option.label)).toEqual([
      '1%',
      '100%',
    ])
  })

  it.each(['120%', '-5%', '5.123%', '若干', 500])('refuses the ratio %s', (text) => {
    expect(read('items', 'ratio', text).refusals).toHaveLength(1)
  })

  it.each([
    [2, 2],
    ['2', 2],
    ['2次', 2],
    ['每年2次', 2],
    ['2次/年', 2],
    ['２', 2],
  ])('reads the frequency %s', (cell, times) => {
    expect(read('items', 'frequency', cell).value).toBe(times)
  })

  it.each(['不定期', 2.5, '两月一次'])('refuses the frequency %s', (cell) => {
    expect(read('items', 'frequency', cell).refusals).toHaveLength(1)
  })

  it.each([
    '投诉举报多、重点关注',
    '投诉举报多,重点关注',
    '投诉举报多，重点关注',
    '投诉举报多；重点关注',
    '投诉举报多/重点关注',
  ])('splits the marks %s', (text) => {
    expect(read('objects', 'marks', text)).toEqual({ value: ['投诉举报多', '重点关注'], ...clean })
  })

  it('asks about every unknown mark by itself and keeps the known ones', () => {
    const reading = read('objects', 'marks', '重点关注、异常、网红')
    expect(reading.value).toEqual(['重点关注'])
    expect(reading.questions).toMatchObject([
      { question: 'unknown-word', word: '异常', suggestion: '经营异常', many: true },
      { question: 'unknown-word', word: '网红', suggestion: null, many: true },
    ])
  })

  it.each([
    ['是', true],
    ['√', true],
    [1, true],
    [{ value: 'TRUE', source: 'boolean' as const }, true],
    ['否', false],
    ['×', false],
    [0, false],
  ])('reads %j as yes or no', (cell, value) => {
    expect(read('items', 'included', cell).value).toBe(value)
  })

  it('takes another spelling of a word visibly, and asks about another word', () => {
    expect(read('objects', 'creditGrade', 'Ａ级')).toMatchObject({ value: 'A' })
    expect(read('objects', 'creditGrade', 'Ａ级').whats).not.toHaveLength(0)
    expect(read('inspectors', 'establishment', '劳务派遣').questions[0]).toMatchObject({ suggestion: '编外' })
    expect(read('inspectors', 'establishment', '编外').value).toBe('编外')
  })

  it.each(['constructor', '__proto__', 'valueOf'])('asks about %s as about any other word', (word) => {
    for (const [register, field] of [
      ['inspectors', 'mayLead'],
      ['inspectors', 'state'],
      ['objects', 'marks'],
    ] as const)
      expect(read(register, field, word).questions[0]).toMatchObject({ word, suggestion: null })
  })

  it.each(['-', '—', '/', '无'])('reads %s in an optional column as nothing, visibly', (text) => {
    expect(read('objects', 'uscc', text)).toMatchObject({
      value: null,
      whats: expect.arrayContaining(['表示没有，按空白登记']),
    })
  })

  it('refuses a formula and an error by their address', () => {
    expect(read('objects', 'name', { value: 'B2&C2', source: 'formula' }).refusals[0]).toContain('A17是公式')
    expect(read('objects', 'name', { value: '#REF!', source: 'error' }).refusals[0]).toContain(
      'A17是错误值#REF!',
    )
  })

  it('takes text that begins with = as text', () => {
    expect(read('objects', 'name', '=1+1')).toEqual({ value: '=1+1', ...clean })
  })

  it('takes a 执法证号 as it is, though it looks like a phone number or has brackets', () => {
    for (const certificate of ['13990716001', '闽K-0123', '〔2024〕0123号']) {
      expect(read('inspectors', 'certificate', certificate).value).toBe(certificate)
    }
    expect(read('inspectors', 'certificate', '="139"').refusals).toHaveLength(1)
  })

  it('refuses text that is longer than a register holds', () => {
    expect(read('items', 'content', '查'.repeat(501)).refusals[0]).toContain('最多500字')
  })
})

describe('a list', () => {
  it.each([
    ['objects', 'items'],
    ['items', 'appliesCategories'],
    ['plans', 'furtherItems'],
    ['plans', 'businessCategories'],
  ] as const)('of names keeps the / in one of them: %s %s', (register, field) => {
    expect(read(register, field, '餐饮/住宿、零售').value).toEqual(['餐饮/住宿', '零售'])
  })

  it('of words or of people and offices is parted by a / too', () => {
    expect(read('objects', 'marks', '投诉举报多/经营异常').value).toEqual(['投诉举报多', '经营异常'])
    expect(read('plans', 'jointDepartments', '消防救援大队/市场监督管理局').value).toHaveLength(2)
  })
})

it('does not offer to enter a day without end where a day is needed', () => {
  expect(read('visits', 'date', '长期')).toMatchObject({ questions: [], refusals: [expect.any(String)] })
  expect(read('inspectors', 'certificateExpiry', '长期').questions).toHaveLength(1)
})
