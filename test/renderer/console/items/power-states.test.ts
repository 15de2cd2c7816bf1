import { describe, expect, it } from 'vitest'
import { findPowers } from '../../../../renderer/console/items/power-states.ts'
import type { PowerStanding } from '../../../../shared/api/item-contract.ts'
import { serialSchema } from '../../../../shared/registry/office.ts'

const power = (n: number, name: string, standing: PowerStanding['standing']): PowerStanding => ({
  serial: serialSchema.parse(`W00000${n}`),
  version: 1,
  row: { name, category: null, basis: null, department: '城建股', field: null, item: null },
  standing,
  item: standing === 'covered' ? { serial: serialSchema.parse('I000001'), name: '燃气经营安全检查' } : null,
  reason: null,
})

describe('the list of powers', () => {
  const powers = [power(1, '燃气检查', 'covered'), power(2, '排水检查', 'open')]
  const names = (...[state, piece]: [PowerStanding['standing'] | 'all', string]) =>
    findPowers(powers, state, piece).map(({ row }) => row.name)

  it('is found by state, and by name, 股室, serial or the item that a power is', () => {
    expect(names('open', '')).toEqual(['排水检查'])
    expect(names('all', ' 城建股 ')).toHaveLength(2)
    expect(names('all', '经营安全')).toEqual(['燃气检查'])
    expect(names('all', 'w000002')).toEqual(['排水检查'])
    expect(names('reasoned', '')).toEqual([])
  })
})
