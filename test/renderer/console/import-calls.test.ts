import { expect, test } from 'vitest'
import { answersAfter } from '../../../renderer/console/imports/import-calls.ts'

test('answering one question of a line leaves its other answers as they are', () => {
  expect(answersAfter(3, undefined, 1, '存续')).toEqual([null, '存续', null])
  expect(answersAfter(2, ['keep', null], 1, 'new')).toEqual(['keep', 'new'])
  expect(answersAfter(2, ['keep', 'new'], 0, 'leave-out')).toEqual(['leave-out', 'new'])
})
