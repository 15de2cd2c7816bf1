import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applies, isConfirmed, proposedObjects } from '../../../shared/registry/applies.ts'
import { objectKinds } from '../../../shared/registry/inspection-object.ts'

const item = { name: '物业服务企业监督检查', appliesKinds: [], appliesCategories: [] }
const firm = { kind: '企业', businessCategory: '物业服务', items: [] } as const

describe('which objects an item applies to', () => {
  it('an item that nobody has confirmed applies to no object but those that name it', () => {
    expect(isConfirmed(item)).toBe(false)
    expect(applies(item, { ...firm, items: [] })).toBe(false)
    expect(applies(item, { ...firm, items: ['物业服务企业监督检查'] })).toBe(true)
  })

  it('where kind and 经营类别 are confirmed an object fits both', () => {
    const confirmed = { ...item, appliesKinds: ['企业' as const], appliesCategories: ['物业服务'] }
    expect(applies(confirmed, { ...firm, items: [] })).toBe(true)
    expect(applies(confirmed, { ...firm, items: [], kind: '项目' })).toBe(false)
    expect(applies(confirmed, { ...firm, items: [], businessCategory: null })).toBe(false)
  })

  it('confirming one more category never takes an object away', () => {
    const categories = fc.subarray(['物业服务', '燃气经营', '供热经营'])
    fc.assert(
      fc.property(
        categories,
        fc.constantFrom('物业服务', '燃气经营', '供热经营', null),
        fc.constantFrom(...objectKinds),
        (some, businessCategory, kind) => {
          const object = { kind, businessCategory, items: [] }
          const before = applies({ ...item, appliesCategories: ['物业服务', ...some] }, object)
          const after = applies({ ...item, appliesCategories: ['物业服务', '供热经营', ...some] }, object)
          expect(!before || after).toBe(true)
        },
      ),
      { seed: 20261121 },
    )
  })

  it('a word is proposed only where it is, letter for letter, a kind or a category of the register', () => {
    const categories = new Set(['物业服务', '燃气经营'])
    expect(proposedObjects('物业服务', categories)).toEqual({
      appliesKinds: [],
      appliesCategories: ['物业服务'],
    })
    expect(proposedObjects('项目、从业人员', categories)).toEqual({
      appliesKinds: ['项目', '从业人员'],
      appliesCategories: [],
    })
    expect(proposedObjects('项目、燃气经营', categories)).toBeNull()
    expect(proposedObjects('物业', categories)).toBeNull()
    expect(proposedObjects('物业服务企业', categories)).toBeNull()
    expect(proposedObjects(null, categories)).toBeNull()
  })
})
