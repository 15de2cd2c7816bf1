import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepOurs, keptBy, threeWay } from '../../../shared/registry/three-way.ts'

const value = fc.constantFrom('建设路1号', '新市路8号', '滨河路2号', null)

describe('a field of register and file', () => {
  it.each([
    ['建设路1号', '建设路1号', '滨河路2号', 'file', 'theirs'],
    ['建设路1号', '新市路8号', '建设路1号', 'here', 'ours'],
    ['建设路1号', '新市路8号', '滨河路2号', 'both', null],
  ])('that said %s, says %s here and %s there, was changed by %s', (base, ours, theirs, by, keep) => {
    const [field] = threeWay('objects', { address: base }, { address: ours }, { address: theirs })
    expect(field).toMatchObject({ title: '地址', base, ours, theirs, by })
    expect(keptBy(field?.by ?? 'both')).toBe(keep)
  })

  it('is told exactly where the two differ, and keeping every one of them leaves the row as it is', () => {
    fc.assert(
      fc.property(value, value, value, (base, ours, theirs) => {
        const here = { name: '甲公司', address: ours }
        const there = { name: '甲公司', address: theirs }
        const fields = threeWay('objects', { name: '甲公司', address: base }, here, there)
        expect(fields.length).toBe(ours === theirs ? 0 : 1)
        const names = fields.map(({ field }) => field)
        expect(keepOurs(here, there, names)).toEqual(here)
        expect(keepOurs(here, there, [])).toEqual(there)
      }),
    )
  })
})
