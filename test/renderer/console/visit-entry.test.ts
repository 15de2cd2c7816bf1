import { expect, test } from 'vitest'
import { newVisit, nextVisit, readVisit } from '../../../renderer/console/visits/visit-entry.ts'

const today = '2026-11-21'
const typed = { ...newVisit(today), object: 'O000001', number: '举〔2026〕12号', department: '质量安全股' }

test('a new visit is of today, and whether it passed is open', () => {
  expect(newVisit(today)).toMatchObject({ date: today, kind: '投诉举报', passed: null })
  expect(readVisit(typed, today)).toMatchObject({
    ok: true,
    row: { object: 'O000001', date: today, number: '举〔2026〕12号', passed: null, item: null },
  })
})

test('a visit needs its object and a day that is not to come', () => {
  expect(readVisit(newVisit(today), today)).toMatchObject({ ok: false, problems: { object: '请填写' } })
  const tomorrow = readVisit({ ...typed, date: '2026-11-22' }, today)
  expect(tomorrow).toMatchObject({ ok: false, problems: { date: expect.stringContaining('晚于今天') } })
  expect(readVisit({ ...typed, date: '昨天' }, today).ok).toBe(false)
})

test('the next one of the day keeps day, kind and department, and nothing of the firm', () => {
  expect(nextVisit({ ...typed, kind: '其他部门检查', passed: true })).toMatchObject({
    date: today,
    kind: '其他部门检查',
    department: '质量安全股',
    number: '',
    passed: null,
  })
  expect(nextVisit(typed).object).not.toBe('O000001')
})
