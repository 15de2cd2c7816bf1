import { expect, test } from 'vitest'
import { pageGroups, pageOf, pages } from '../../../renderer/console/frame/navigation.ts'

test('an address belongs to one page, which is given the rest of it', () => {
  expect(pageOf('/draws/YL01-2026-0001')).toEqual({ page: '/draws', rest: 'YL01-2026-0001' })
  expect(pageOf('/objects')).toEqual({ page: '/objects', rest: '' })
  expect(pageOf('/draws/draft/1')).toEqual({ page: '/draws', rest: 'draft/1' })
})
test('an unknown address is the first page', () => {
  expect(pageOf('/somewhere')).toEqual({ page: '/', rest: '' })
})
test('no two pages share a key', () => {
  const digits = pages.map(({ digit }) => digit).filter((digit) => digit !== null)
  expect(new Set(digits).size).toBe(digits.length)
})
test('the pages of a group stand together, in the order of the groups', () => {
  const groups = pages.map(({ group }) => group)
  expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual([...pageGroups])
})
