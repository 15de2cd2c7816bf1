import { expect, test } from 'vitest'
import { pageOf, pages } from '../../../renderer/console/frame/navigation.ts'

test('an address belongs to one page, which is given the rest of it', () => {
  expect(pageOf('/draws/YL01-2026-0001')).toEqual({ page: '/draws', rest: 'YL01-2026-0001' })
  expect(pageOf('/objects')).toEqual({ page: '/objects', rest: '' })
  expect(pageOf('/draws/draft/1')).toEqual({ page: '/draws', rest: 'draft/1' })
})
test('an unknown address is the first page', () => {
  expect(pageOf('/somewhere')).toEqual({ page: '/', rest: '' })
})
test('every page has a digit of its own', () => {
  expect(pages.length).toBeLessThanOrEqual(9)
})
