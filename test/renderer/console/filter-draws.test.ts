import { expect, test } from 'vitest'
import { filterDraws, groupOf, yearOf } from '../../../renderer/console/records/filter-draws.ts'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'

const draw = (number: string, state: DrawSummary['state'], archived = false): DrawSummary => ({
  number,
  kind: 'draw',
  mode: 'official',
  state,
  attempt: 1,
  task: '燃气经营检查',
  root: null,
  takenAt: '2026-11-20T09:00:00+08:00',
  archived,
})
const draws = [
  draw('YL01-2027-0001', 'frozen'),
  draw('YL01-2026-0003', 'confirmed'),
  draw('YL01-2026-0002', 'confirmed', true),
  draw('YL01-2026-0001', 'void'),
]

test('a confirmed draw waits for its signed form until it is on file', () => {
  expect(draws.map(groupOf)).toEqual(['open', 'unsigned', 'archived', 'void'])
})
test('the year is the one of the number, whatever the code of the office looks like', () => {
  expect(draws.map(yearOf)).toEqual(['2027', '2026', '2026', '2026'])
})
test('state, year and words narrow the list together', () => {
  const numbers = (wanted: Parameters<typeof filterDraws>[1]) =>
    filterDraws(draws, wanted).map((one) => one.number)
  expect(numbers({ group: null, year: '2026', piece: '' })).toHaveLength(3)
  expect(numbers({ group: 'void', year: '2026', piece: 'yl01' })).toEqual(['YL01-2026-0001'])
  expect(numbers({ group: null, year: null, piece: '物业' })).toEqual([])
})
