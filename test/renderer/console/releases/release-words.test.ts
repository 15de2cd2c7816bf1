import { describe, expect, it } from 'vitest'
import { isAdjusted, standingWords, stopsOf } from '../../../../renderer/console/releases/release-words.ts'
import { emptyStep, missingOfStep, orderOf } from '../../../../renderer/console/releases/step-form.ts'
import { type ListState, type Release, stepOrderSchema } from '../../../../shared/api/release-contract.ts'

const step = {
  name: null,
  number: null,
  recipient: null,
  place: null,
  note: null,
  paper: null,
  at: '2026-11-20T09:30:00+08:00',
  by: '王操作',
}
const approved: Release = {
  id: '00000000-0000-4000-8000-000000000001',
  number: 2,
  at: '2026-11-18T09:30:00+08:00',
  moment: 0,
  by: '王操作',
  rows: 6,
  digest: 'ab'.repeat(32),
  reason: null,
  state: 'approved',
  steps: [
    { ...step, step: 'reviewed', name: '李审核', date: '2026-11-19' },
    { ...step, step: 'approved', number: '云住建〔2026〕8号', date: '2026-11-20' },
  ],
  next: ['published', 'filed'],
}
const plan: ListState = {
  subject: 'plans',
  year: 2026,
  title: '2026年度抽查计划',
  rows: 6,
  changed: 0,
  state: 'approved',
  approval: null,
  publication: null,
  filing: { to: '区政府法制局', duty: '报送', words: '提交区政府法制局', clause: '大洼细则三（五）' },
  releases: [approved],
}

describe('how a list stands', () => {
  it('shows the day of every step that was registered, and what is still to come', () => {
    expect(stopsOf(plan).map(({ title, date }) => [title, date])).toEqual([
      ['报审', '2026-11-18'],
      ['审核', '2026-11-19'],
      ['批准', '2026-11-20'],
      ['公布', null],
      ['报送', null],
    ])
  })

  it('asks for no filing of the registers', () => {
    const titles = stopsOf({ ...plan, subject: 'objects', year: 0, filing: null }).map(({ title }) => title)
    expect(titles).toEqual(['报审', '审核', '批准', '公布'])
  })

  it('what was approved and has changed waits for the adjustment’s own approval', () => {
    expect(isAdjusted(plan)).toBe(false)
    expect(isAdjusted({ ...plan, changed: 2 })).toBe(true)
    expect(standingWords({ ...plan, changed: 2 })).toBe(
      '第2版报审以后，有2条改动，须重新报审、批准后才生效。',
    )
    expect(standingWords({ ...plan, releases: [], changed: 6 })).toContain('还没有报审')
  })
})

describe('a step as it is typed', () => {
  const typed = { ...emptyStep('approved', plan), name: ' 赵局长 ', number: '8号', date: '2026-11-20' }

  it('an approval wants number, name, date and the scan: a tick is none', () => {
    expect(missingOfStep('approved', emptyStep('approved', plan))).toEqual([
      '批准文号',
      '批准人（会议）',
      '批准日期',
      '扫描件',
    ])
    expect(missingOfStep('approved', typed)).toEqual(['扫描件'])
  })

  it('S0 三（五）: a filing begins with whom the text names, and wants the proof', () => {
    const form = emptyStep('filed', plan)
    expect(form.recipient).toBe('区政府法制局')
    expect(missingOfStep('filed', form)).toEqual(['报送日期', '扫描件'])
  })

  it('is what the contract takes, whichever step', () => {
    const scan = '00000000-0000-4000-8000-000000000002'
    const form = { ...typed, place: '门户网站', recipient: '区政府法制局' }
    for (const one of ['reviewed', 'approved', 'published', 'filed', 'returned'] as const)
      expect(stepOrderSchema.safeParse(orderOf(one, form, scan)).success).toBe(true)
    expect(orderOf('approved', form, scan)).toEqual({
      step: 'approved',
      name: '赵局长',
      number: '8号',
      date: '2026-11-20',
      note: null,
      scan,
    })
  })
})
