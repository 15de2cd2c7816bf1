import { describe, expect, it } from 'vitest'
import { coverageInWords, lacking } from '../../../../renderer/console/items/coverage-words.ts'
import type { ItemCoverage } from '../../../../shared/api/item-contract.ts'

const market: ItemCoverage['fields'][number] = {
  field: '市场监管',
  total: 12,
  covered: 8,
  share: 6666,
  target: 7000,
  met: false,
  clause: '资阳细则二',
  missing: [{ name: '房屋租赁登记备案检查', department: '房管股' }],
  reasoned: [{ name: '突发质量安全事件调查', reason: '突发安全事件，不适用双随机' }],
}
const ziyang = { clause: '资阳细则二', reasonsCount: false, powers: 12 }

describe('coverage in words', () => {
  it('says what is in the list, the target with its clause, and how many items are lacking', () => {
    expect(coverageInWords(market, ziyang)).toBe(
      '权责清单中的监督检查事项共12项，纳入双随机8项，1项写明理由不纳入；目标70%（资阳细则二），还差1项。',
    )
    expect(coverageInWords({ ...market, covered: 9 }, ziyang)).toMatch(/目标70%（资阳细则二）。$/)
  })

  it('counts an item with its reason only where the text lets it count (S1 附件2一)', () => {
    expect(lacking({ ...market, target: 10_000 }, false)).toBe(4)
    expect(lacking({ ...market, target: 10_000 }, true)).toBe(3)
  })

  it('what is lacking is exactly what reaches the target', () => {
    for (let total = 1; total <= 40; total += 1)
      for (let covered = 0; covered <= total; covered += 1) {
        const lack = lacking({ total, covered, reasoned: [], target: 7000 }, false)
        expect((covered + lack) * 10_000).toBeGreaterThanOrEqual(7000 * total)
        if (lack > 0) expect((covered + lack - 1) * 10_000).toBeLessThan(7000 * total)
      }
  })

  it('without a 权责清单 says that the list itself is counted; without any item, that there is none', () => {
    expect(coverageInWords(market, { ...ziyang, powers: 0 })).toMatch(/^清单中的事项共12项/)
    expect(coverageInWords({ ...market, total: 0, share: null, met: null }, ziyang)).toBe(
      '没有市场监管的监督检查职权。',
    )
  })
})
