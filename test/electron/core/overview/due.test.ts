import { expect, it } from 'vitest'
import { type DueFacts, whatIsDue } from '../../../../electron/core/overview/due.ts'

const quiet: DueFacts = {
  today: '2026-11-20',
  certificates: [],
  draws: 0,
  lastBackup: null,
  scansMissing: 0,
  revision: null,
}
const what = (facts: Partial<DueFacts>) =>
  whatIsDue({ ...quiet, ...facts }).map((due) => [due.what, due.count])

it('a certificate is valid through its last day, and its renewal due sixty days before', () => {
  expect(what({ certificates: ['2026-11-19', '2026-11-20', '2027-01-19', '2027-01-20'] })).toEqual([
    ['certificate-expired', 1],
    ['certificate-expires', 2],
  ])
})

it('a backup is due thirty days after the last, and once there is a draw to lose', () => {
  expect(what({})).toEqual([])
  expect(what({ draws: 1 })).toEqual([['backup-old', 1]])
  expect(what({ draws: 1, lastBackup: '2026-10-21' })).toEqual([])
  expect(what({ draws: 1, lastBackup: '2026-10-20' })).toEqual([['backup-old', 1]])
})

it('says of everything what to do', () => {
  const due = whatIsDue({
    ...quiet,
    certificates: ['2026-01-01', '2026-12-01'],
    draws: 1,
    scansMissing: 2,
    revision: { period: '2026-06', clause: '漳平细则第六条' },
  })
  expect(due).toHaveLength(5)
  for (const { sentence } of due) expect(sentence).toMatch(/。请.*。$/)
})
