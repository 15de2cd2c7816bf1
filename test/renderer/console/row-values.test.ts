import { describe, expect, test } from 'vitest'
import {
  facetInWords,
  maskedValue,
  registerFields,
} from '../../../renderer/console/registers/register-fields.ts'
import { changedFields, readRow, typedRow } from '../../../renderer/console/registers/row-values.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'

const field = (register: RegisterName, name: string) => {
  const found = registerFields(register).find((candidate) => candidate.field === name)
  if (found === undefined) throw new Error(`no field ${name}`)
  return found
}

describe('numbers of people in a list', () => {
  test('a phone number shows its first three and last four digits', () => {
    expect(maskedValue('13800001234', field('objects', 'phone'))).toBe('138****1234')
  })
  test('a short phone number shows its last two digits', () => {
    expect(maskedValue('5550123', field('objects', 'phone'))).toBe('*****23')
  })
  test('an identity number shows its first and its last character', () => {
    expect(maskedValue('11010519491231002X', field('inspectors', 'idNumber'))).toBe('1****************X')
  })
  test('a 执法证号 that looks like a phone number is none', () => {
    expect(maskedValue('13990716001', field('inspectors', 'certificate'))).toBe('13990716001')
  })
})

describe('a row as it is typed', () => {
  test('a new object is an enterprise in business, and its name is asked for', () => {
    const read = readRow('objects', typedRow('objects', null))
    expect(read).toEqual({ ok: false, problems: { name: '请填写' } })
  })
  test('what is typed is read by the rules of an import: blanks and full-width digits are mended', () => {
    const read = readRow('objects', {
      ...typedRow('objects', null),
      name: ' 云岭县示例物业有限公司 ',
      phone: '１３８００００１２３４',
    })
    expect(read.ok && read.row).toMatchObject({
      name: '云岭县示例物业有限公司',
      phone: '13800001234',
      state: '存续',
    })
  })
  test('a 统一社会信用代码 with a wrong check character is refused at its field', () => {
    const read = readRow('objects', {
      ...typedRow('objects', null),
      name: '云岭县示例物业有限公司',
      uscc: '91350881MAJXNTB1F1',
    })
    expect(read.ok).toBe(false)
    if (!read.ok) expect(Object.keys(read.problems)).toEqual(['uscc'])
  })
  test('an item that is not included wants its reason', () => {
    const read = readRow('items', { ...typedRow('items', null), name: '物业服务检查', included: false })
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.problems.reasonNotIncluded).toBe('未纳入双随机的事项须写明理由（S1 附件2一）')
  })
  test('a ratio is typed as it is shown, and kept in hundredths of a per cent', () => {
    const read = readRow('items', { ...typedRow('items', null), name: '物业服务检查', ratio: '12.5%' })
    expect(read.ok && read.row.ratio).toBe(1250)
    if (read.ok) expect(typedRow('items', read.row).ratio).toBe('12.5%')
  })
  test('a recusal without a chosen code has the one that its reason words', () => {
    const read = readRow('recusals', {
      object: 'O000001',
      inspector: 'P000001',
      reason: '近亲属任职',
      reasonCode: null,
    })
    expect(read.ok && read.row.reasonCode).toBe('kin')
  })
  test('a row read and typed again is the same row', () => {
    const typed = { ...typedRow('items', null), name: '物业服务检查', frequency: '2', ratio: '5%' }
    const first = readRow('items', typed)
    if (!first.ok) throw new Error('it can be read')
    expect(readRow('items', typedRow('items', first.row))).toEqual(first)
  })
})

test('the history tells each field before and after, in the words of the list', () => {
  expect(
    changedFields(
      'objects',
      { name: '甲', items: [], state: '存续' },
      { name: '甲', items: ['燃气'], state: '停业' },
    ),
  ).toEqual([
    { title: '适用事项', before: '（空）', after: '燃气' },
    { title: '状态', before: '存续', after: '停业' },
  ])
})

test('the values of a filter are worded', () => {
  expect(facetInWords('', field('objects', 'department'))).toBe('（未填写）')
  expect(facetInWords('kin', field('recusals', 'reasonCode'))).toBe('亲属关系')
  expect(facetInWords('否', field('inspectors', 'mayLead'))).toBe('否')
})
