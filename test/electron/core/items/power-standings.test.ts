import { describe, expect, it } from 'vitest'
import { powerStandings } from '../../../../electron/core/items/power-standings.ts'
import type { InspectionItem } from '../../../../shared/registry/inspection-item.ts'
import { serialSchema } from '../../../../shared/registry/office.ts'
import type { Power } from '../../../../shared/registry/power.ts'
import { anItem } from '../../../db/sample-rows.ts'

const power = (n: number, fields: Partial<Power>) => ({
  serial: serialSchema.parse(`W00000${n}`),
  version: 1,
  row: { name: '', category: '行政检查', basis: null, department: null, field: null, item: null, ...fields },
})
const item = (n: number, fields: Partial<InspectionItem>) => ({
  serial: serialSchema.parse(`I00000${n}`),
  version: 1,
  row: anItem(n, fields),
})

describe('a power beside the list of items', () => {
  it('a permit or a fine is no supervision and is not asked for (S1 附件2一: 监督检查事项)', () => {
    const { powers } = powerStandings(
      [
        power(1, { name: '燃气经营许可', category: '行政许可' }),
        power(2, { name: '燃气检查', category: null }),
      ],
      [],
    )
    expect(powers.map(({ standing }) => standing)).toEqual(['no-supervision', 'open'])
  })

  it('brackets and blanks make no other name', () => {
    const { powers, withoutPower } = powerStandings(
      [power(1, { name: '燃气经营（含瓶装）检查' })],
      [item(1, { name: '燃气经营(含瓶装) 检查' })],
    )
    expect(powers[0]?.standing).toBe('covered')
    expect(withoutPower).toEqual([])
  })

  it('of two items of one name the one that is drawn counts', () => {
    const left = item(1, { name: '燃气检查', included: false, reasonNotIncluded: '已合并' })
    const drawn = item(2, { name: '燃气检查' })
    for (const items of [
      [left, drawn],
      [drawn, left],
    ])
      expect(powerStandings([power(1, { name: '燃气检查' })], items).powers[0]).toMatchObject({
        standing: 'covered',
        item: { serial: 'I000002' },
        reason: null,
      })
    expect(powerStandings([power(1, { name: '燃气检查' })], [left]).powers[0]).toMatchObject({
      standing: 'reasoned',
      reason: '已合并',
    })
  })

  it('a power that names an item which is not there is open, whatever its own name', () => {
    const { powers, withoutPower } = powerStandings(
      [power(1, { name: '燃气检查', item: '燃气安全检查' })],
      [item(1, { name: '燃气检查' })],
    )
    expect(powers[0]).toMatchObject({ standing: 'open', item: null })
    expect(withoutPower.map(({ name }) => name)).toEqual(['燃气检查'])
  })
})
