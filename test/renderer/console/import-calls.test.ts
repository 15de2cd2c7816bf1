import { expect, test } from 'vitest'
import { decidedLines, isDecided } from '../../../renderer/console/imports/import-calls.ts'

test('a line counts as decided when each of its questions has an answer', () => {
  const answers = { '3': ['存续', 'keep'], '4': ['存续', null], '5': [null] }
  expect(isDecided(answers, 3, 2)).toBe(true)
  expect(isDecided(answers, 4, 2)).toBe(false)
  expect(isDecided(answers, 6, 1)).toBe(false)
  expect(decidedLines(answers)).toBe(1)
})
