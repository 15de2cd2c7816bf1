import { describe, expect, test } from 'vitest'
import { keyAction } from '../../../renderer/stage/key-action.ts'
import { leastRoll, rowAt, settleAt, settleTime } from '../../../renderer/stage/roll-motion.ts'

const press = {
  repeat: false,
  isComposing: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
}

describe('keys of the clicker', () => {
  test.each(['PageDown', 'Enter', ' '])('%j goes on', (key) => {
    expect(keyAction({ ...press, key })).toBe('next')
  })
  test('PageUp looks back, b and the full stop darken', () => {
    expect(keyAction({ ...press, key: 'PageUp' })).toBe('back')
    expect(keyAction({ ...press, key: 'b' })).toBe('dark')
    expect(keyAction({ ...press, key: '.' })).toBe('dark')
  })
  test.each(['Escape', 'F5', 'a', '5', 'ArrowRight', 'Process'])('%s does nothing', (key) => {
    expect(keyAction({ ...press, key })).toBeNull()
  })
  test.each(['repeat', 'isComposing', 'ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const)(
    'a key with %s does nothing',
    (flag) => {
      expect(keyAction({ ...press, key: 'PageDown', [flag]: true })).toBeNull()
    },
  )
})

describe('rows that roll', () => {
  test('they rest exactly on the stored row, and stay', () => {
    expect(settleAt(19_999, settleTime)).toBe(19_999)
    expect(settleAt(3, settleTime * 10)).toBe(3)
  })
  test('they only ever go forward', () => {
    const places = Array.from({ length: 100 }, (_, index) => settleAt(50, (index * settleTime) / 99))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
  test('the list begins anew after its end and before its beginning', () => {
    expect(rowAt(20_000, 20_000)).toBe(0)
    expect(rowAt(-1, 20_000)).toBe(19_999)
  })
  test('they are seen moving before they rest', () => {
    expect(leastRoll).toBeGreaterThan(0)
  })
})
