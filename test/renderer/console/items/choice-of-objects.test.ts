import { describe, expect, it } from 'vitest'
import {
  categoryOffers,
  choiceInWords,
  exactItems,
  firstChoice,
  isChosen,
  kindOffers,
} from '../../../../renderer/console/items/choice-of-objects.ts'
import { findApplying } from '../../../../renderer/console/items/sort-applying.ts'
import type { ApplyingItem } from '../../../../shared/api/item-contract.ts'
import type { ObjectCell } from '../../../../shared/registry/object-cells.ts'
import { serialSchema } from '../../../../shared/registry/office.ts'

const cells: readonly ObjectCell[] = [
  { kind: '企业', businessCategory: '物业服务', inBusiness: true, count: 37 },
  { kind: '企业', businessCategory: '物业服务', inBusiness: false, count: 3 },
  { kind: '企业', businessCategory: '燃气经营', inBusiness: true, count: 24 },
  { kind: '项目', businessCategory: '燃气经营', inBusiness: true, count: 30 },
  { kind: '项目', businessCategory: null, inBusiness: true, count: 2 },
]

function applying(fields: Partial<ApplyingItem> = {}): ApplyingItem {
  return {
    serial: serialSchema.parse('I000001'),
    version: 1,
    name: '物业服务企业监督检查',
    department: '房管股',
    included: true,
    words: '物业服务',
    confirmed: false,
    confirmedBy: null,
    confirmedAt: null,
    kinds: [],
    categories: [],
    count: { all: 0, inBusiness: 0 },
    named: [],
    proposal: { kinds: [], categories: ['物业服务'] },
    proposedCount: { all: 40, inBusiness: 37 },
    ...fields,
  }
}

describe('the choice of objects of an item', () => {
  it('begins with what was confirmed, else with what the words say letter for letter, else empty', () => {
    expect(firstChoice(applying())).toEqual({ kinds: [], categories: ['物业服务'] })
    expect(firstChoice(applying({ confirmed: true, kinds: ['企业'] }))).toEqual({
      kinds: ['企业'],
      categories: [],
    })
    expect(isChosen(firstChoice(applying({ words: '物业公司', proposal: null, proposedCount: null })))).toBe(
      false,
    )
  })

  it('offers kinds and 经营类别 with the objects of each, the categories of the chosen kinds only', () => {
    expect(kindOffers(cells).map(({ label }) => label)).toEqual([
      '企业（64）',
      '从业人员（0）',
      '项目（32）',
      '行为（0）',
    ])
    expect(categoryOffers(cells, []).map(({ label }) => label)).toEqual(['燃气经营（54）', '物业服务（40）'])
    expect(categoryOffers(cells, ['企业']).map(({ label }) => label)).toEqual([
      '物业服务（40）',
      '燃气经营（24）',
    ])
  })

  it('is said in a sentence', () => {
    expect(choiceInWords({ kinds: ['企业'], categories: ['物业服务', '供热经营'] })).toBe(
      '种类为企业，且经营类别为物业服务或供热经营',
    )
    expect(choiceInWords({ kinds: [], categories: [] })).toBe('尚未选择')
  })

  it('is confirmed at once only for items that are drawn, not confirmed, and whose words name objects of the register', () => {
    const items = [
      applying(),
      applying({ name: '已确认', confirmed: true, kinds: ['企业'] }),
      applying({ name: '不纳入', included: false }),
      applying({ name: '无此用词', proposal: null, proposedCount: null }),
      applying({
        name: '名录中没有',
        proposal: { kinds: ['行为'], categories: [] },
        proposedCount: { all: 0, inBusiness: 0 },
      }),
    ]
    expect(exactItems(items).map(({ name }) => name)).toEqual(['物业服务企业监督检查'])
  })

  it('the work list finds an item by name, 股室, words or serial, within its state', () => {
    const items = [
      applying(),
      applying({ name: '燃气经营安全检查', department: '城建股', words: '燃气经营' }),
    ]
    const names = (piece: string) => findApplying(items, 'open', piece).map(({ name }) => name)
    expect(names('城建')).toEqual(['燃气经营安全检查'])
    expect(names('i000001')).toHaveLength(2)
    expect(names('')).toHaveLength(2)
    expect(findApplying(items, 'confirmed', '')).toEqual([])
    expect(findApplying([applying({ included: false, confirmed: true })], 'left-out', '')).toHaveLength(1)
  })
})
