import { describe, expect, it } from 'vitest'
import {
  type BulkLine,
  fieldsOfBulk,
  readLines,
  whatsOf,
} from '../../../renderer/console/registers/bulk-form.ts'
import { leaveInWords, originInWords } from '../../../renderer/console/registers/leave-in-words.ts'
import {
  chosenCount,
  isChosen,
  nothingChosen,
  scopeOf,
  toggled,
} from '../../../renderer/console/registers/row-selection.ts'
import { registerNames } from '../../../shared/registry/columns.ts'
import { serialSchema } from '../../../shared/registry/office.ts'

const line = (part: Partial<BulkLine>): BulkLine => ({
  key: 1,
  field: 'department',
  what: 'set',
  typed: '城建股',
  ...part,
})

describe('The form of a bulk change', () => {
  it('offers in every register fields that its pages know, and never what tells rows apart', () => {
    for (const register of registerNames) {
      const fields = fieldsOfBulk(register).map(({ field }) => field)
      expect(fields.length, register).toBeGreaterThan(0)
      for (const own of ['name', 'uscc', 'certificate', 'idNumber', 'phone', 'number', 'object'])
        expect(fields, register).not.toContain(own)
    }
  })

  it('reads what was typed by the rules of an import', () => {
    const plans = readLines('plans', [
      line({ field: 'ratio', typed: '12.5%' }),
      line({ key: 2, field: 'regions', what: 'add', typed: ['城关镇'] }),
      line({ key: 3, field: 'note', what: 'clear', typed: '' }),
    ])
    expect(plans).toEqual({
      ok: true,
      edits: [
        { edit: 'set', field: 'ratio', value: 1250 },
        { edit: 'add', field: 'regions', values: ['城关镇'] },
        { edit: 'clear', field: 'note' },
      ],
    })
    expect(readLines('plans', [line({ field: 'ratio', typed: '101%' })])).toMatchObject({ ok: false })
  })

  it('says of each line what is missing', () => {
    const read = readLines('objects', [
      line({ field: null }),
      line({ key: 2, typed: '' }),
      line({ key: 3 }),
      line({ key: 4 }),
    ])
    if (read.ok) throw new Error('it was read')
    expect([...read.problems.keys()]).toEqual([1, 2, 3, 4])
  })

  it('never leaves a row without what it must say', () => {
    const [state] = fieldsOfBulk('objects').filter(({ field }) => field === 'state')
    const [marks] = fieldsOfBulk('objects').filter(({ field }) => field === 'marks')
    if (state === undefined || marks === undefined) throw new Error('no such field')
    expect(whatsOf(state)).toEqual(['set'])
    expect(whatsOf(marks)).toEqual(['add', 'remove', 'set', 'clear'])
  })
})

describe('Rows that are chosen', () => {
  const [a, b] = ['O000001', 'O000002'].map((serial) => serialSchema.parse(serial))

  it('are those that were picked, or all that are found by search and filters', () => {
    if (a === undefined || b === undefined) throw new Error('no serials')
    const one = toggled(toggled(toggled(nothingChosen, a), b), a)
    expect([isChosen(one, a), isChosen(one, b), chosenCount(one, 412)]).toEqual([false, true, 1])
    expect(scopeOf(one, '物业', {})).toEqual({ by: 'serials', serials: [b] })
    const found = { by: 'found' } as const
    expect(chosenCount(found, 412)).toBe(412)
    expect(scopeOf(found, '物业', { state: ['存续'] })).toEqual({
      by: 'search',
      piece: '物业',
      filters: { state: ['存续'] },
    })
    expect(toggled(found, a)).toEqual({ by: 'picked', serials: new Set([a]) })
  })
})

describe('People in a list', () => {
  it('are shown as on leave from the first to the last day of it', () => {
    const leave = { leaveFrom: '2026-11-10', leaveUntil: '2026-12-10' }
    expect(leaveInWords(leave, '2026-11-09')).toBe('11月10日起休假')
    expect(leaveInWords(leave, '2026-12-10')).toBe('休假至12月10日')
    expect(leaveInWords(leave, '2026-12-11')).toBeNull()
    expect(leaveInWords({ leaveFrom: '2026-11-10', leaveUntil: null }, '2027-01-01')).toBe('休假中')
    expect(leaveInWords({ leaveFrom: null, leaveUntil: null }, '2027-01-01')).toBeNull()
  })

  it("are told apart where they are none of the office's own inspectors", () => {
    expect(originInWords({ kind: '执法人员', origin: '本单位' })).toBeNull()
    expect(originInWords({ kind: '专家', origin: '联合部门' })).toBe('专家，联合部门')
  })
})
