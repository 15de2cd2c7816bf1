import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applies } from '../../../shared/registry/applies.ts'
import {
  type InspectionObject,
  objectKinds,
  objectStates,
} from '../../../shared/registry/inspection-object.ts'
import { countApplied, type ObjectCell } from '../../../shared/registry/object-cells.ts'

type Some = Pick<InspectionObject, 'kind' | 'businessCategory' | 'items' | 'state'>

const name = '物业服务企业监督检查'
const object: fc.Arbitrary<Some> = fc.record({
  kind: fc.constantFrom(...objectKinds),
  businessCategory: fc.constantFrom('物业服务', '燃气经营', null),
  items: fc.subarray([name, '燃气经营安全检查']),
  state: fc.constantFrom(...objectStates),
})

/** A cell an object: what the store groups, ungrouped. */
function cellOf({ kind, businessCategory, state }: Some): ObjectCell {
  return { kind, businessCategory, inBusiness: state === '存续', count: 1 }
}

describe('counting the objects of an item by cells', () => {
  it('gives what asking object by object gives', () => {
    fc.assert(
      fc.property(
        fc.array(object, { maxLength: 40 }),
        fc.subarray([...objectKinds]),
        fc.subarray(['物业服务', '燃气经营']),
        (objects, appliesKinds, appliesCategories) => {
          const item = { name, appliesKinds, appliesCategories }
          const applied = objects.filter((one) => applies(item, one))
          const named = objects.filter(({ items }) => items.includes(name)).map(cellOf)
          expect(countApplied(item, objects.map(cellOf), named)).toEqual({
            all: applied.length,
            inBusiness: applied.filter(({ state }) => state === '存续').length,
          })
        },
      ),
      { seed: 20261121 },
    )
  })

  it('an item that nobody has confirmed counts only the objects that name it', () => {
    const firm: ObjectCell = { kind: '企业', businessCategory: '物业服务', inBusiness: true, count: 40 }
    const item = { name, appliesKinds: [], appliesCategories: [] }
    expect(countApplied(item, [firm], [])).toEqual({ all: 0, inBusiness: 0 })
    expect(countApplied(item, [firm], [{ ...firm, inBusiness: false, count: 3 }])).toEqual({
      all: 3,
      inBusiness: 0,
    })
  })
})
