import { describe, expect, it } from 'vitest'
import type { Serial } from '../../../shared/registry/office.ts'
import {
  type ComparedRow,
  foldSimilar,
  oneApart,
  similarPairs,
} from '../../../shared/registry/similar-names.ts'

const sounds: Readonly<Record<string, string>> = { 鑫: 'xin', 新: 'xin', 宏: 'hong' }
const soundOf = (character: string) => sounds[character] ?? character

type Given = Partial<ComparedRow> & { readonly name: string }

function rowsOf(...rows: Given[]): ComparedRow[] {
  return rows.map((row, n) => ({
    serial: `O00000${n + 1}` as Serial,
    code: null,
    phone: null,
    representative: null,
    address: null,
    identity: null,
    ...row,
  }))
}
const whyOf = (...rows: Given[]) => similarPairs(rowsOf(...rows), soundOf).map(({ why }) => why)

describe('rows that may be the same', () => {
  it.each([
    ['安达建筑有限公司', '安达建筑有限责任公司'],
    ['安达建筑（云岭）有限公司', '安达建筑(云岭)有限公司'],
    ['云岭县安达建筑有限公司', '安达建筑有限公司'],
    ['福建省云岭县安达建筑有限公司', '云岭县安达建筑有限公司'],
  ])('are %s and %s: only the spelling differs', (name, other) => {
    expect(foldSimilar(name)).toBe(foldSimilar(other))
    expect(whyOf({ name }, { name: other })).toEqual(['spelling'])
  })

  it('are two of one name, whatever their codes', () => {
    expect(whyOf({ name: '甲公司', code: '1' }, { name: '甲公司', code: '2' })).toEqual(['name'])
  })

  it('are one character apart only where sound, phone, representative or address agree', () => {
    const name = '鑫达建筑有限公司'
    expect(whyOf({ name }, { name: '新达建筑有限公司' })).toEqual(['sound'])
    expect(whyOf({ name }, { name: '宏达建筑有限公司' })).toEqual([])
    expect(whyOf({ name, phone: '1' }, { name: '宏达建筑有限公司', phone: '1' })).toEqual(['phone'])
    expect(whyOf({ name, address: '建设路1号' }, { name: '鑫达建筑公司', address: '建设路1号' })).toEqual([])
  })

  it('are not two firms with different codes one character apart', () => {
    expect(whyOf({ name: '鑫达建筑有限公司', code: '1' }, { name: '新达建筑有限公司', code: '2' })).toEqual(
      [],
    )
  })

  it('are found once, the smaller serial first', () => {
    const rows = rowsOf({ name: '甲公司', phone: '1' }, { name: '甲公司', phone: '1' })
    expect(similarPairs(rows.toReversed(), soundOf)).toEqual([
      { first: 'O000001', second: 'O000002', why: 'name' },
    ])
  })
})

it.each([
  ['鑫达', '新达', true],
  ['鑫达', '鑫达厂', true],
  ['达鑫厂', '鑫达厂', true],
  ['鑫达', '鑫达', false],
  ['鑫达厂', '新大厂', false],
  ['鑫', '鑫达厂', false],
])('%s and %s are one character apart: %s', (one, other, apart) => {
  expect(oneApart(one, other)).toBe(apart)
  expect(oneApart(other, one)).toBe(apart)
})
