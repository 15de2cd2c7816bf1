import { expect, it } from 'vitest'
import { type DueFacts, whatIsDue } from '../../../../electron/core/overview/due.ts'

const quiet: DueFacts = {
  today: '2026-11-20',
  certificates: [],
  draws: 0,
  lastBackup: null,
  scansMissing: 0,
  revision: null,
  work: {
    work: {
      unconfirmed: 0,
      plan: { year: 2026, lines: 0, approved: false },
      schemes: { drafts: 0, ready: 0 },
    },
    late: 0,
    adjusted: 0,
    thisMonth: 0,
    deadline: null,
    uncovered: [],
    coverageClause: null,
  },
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

it('what the year waits for is told with its clause: plan, lines, items, coverage, schemes', () => {
  const { work } = quiet
  const deadline = { year: 2027, day: '2026-12-31', duty: '制定', clause: '大洼细则三（五）' } as const
  const due = whatIsDue({
    ...quiet,
    work: {
      work: { ...work.work, unconfirmed: 11, schemes: { drafts: 0, ready: 1 } },
      late: 2,
      adjusted: 3,
      thisMonth: 1,
      deadline,
      uncovered: [{ field: '市场监管', share: 6000, target: 7000 }],
      coverageClause: '资阳方案二',
    },
  })
  expect(due.map((one) => one.what)).toEqual([
    'plan-deadline',
    'plan-adjusted',
    'plan-late',
    'plan-month',
    'items-unconfirmed',
    'coverage-low',
    'scheme-waiting',
  ])
  expect(due[0]?.sentence).toBe(
    '2027年度抽查计划须在2026-12-31前制定（大洼细则三（五））。请编制并登记批准。',
  )
  expect(due[5]?.sentence).toContain('市场监管60%，应达到70%（资阳方案二）')
  for (const { sentence } of due) expect(sentence).toMatch(/。请.*。$/)
  const late = whatIsDue({ ...quiet, today: '2027-01-01', work: { ...work, deadline } })
  expect(late[0]?.sentence).toContain('时限已过')
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
