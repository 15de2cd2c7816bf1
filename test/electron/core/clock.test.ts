import { expect, test } from 'vitest'
import { instant } from '../../../electron/core/clock.ts'
import { anInspector } from '../../db/sample-rows.ts'
import {
  freeze,
  giveDigits,
  openSample,
  operator,
  packed,
  refusalOf,
  showAndConfirm,
  stored,
} from './sample-core.ts'
import { eachPlan } from './sample-registers.ts'

test('a clock before the last entry is recorded as 时钟更正 with both times, and the session goes on', async () => {
  const { core, clock } = openSample()
  const { number } = freeze(core, eachPlan())
  const before = core.database.ledger.lastAt()
  const { seq } = core.database.ledger.head()
  clock.set('2026-11-20T08:00:00+08:00')
  giveDigits(core, number)
  const entries = [...core.database.ledger.entries(seq + 1)].map(({ entry }) => entry)
  expect(entries.map((entry) => entry.event)).toEqual(['clock.corrected', 'draw.contribution', 'draw.result'])
  const corrected = entries[0]
  expect(corrected?.data.before).toBe(before)
  expect(Date.parse(String(corrected?.data.now))).toBe(Date.parse('2026-11-20T08:00:01+08:00'))
  expect(corrected?.at).toBe(corrected?.data.now)
  showAndConfirm(core, number)
  expect((await packed(core, number)).verification.first).toBeNull()
  expect(core.verifyLedger().ok).toBe(true)
})

test('the correction and what it was found at are one transaction', () => {
  let failing = false
  const { core, clock } = openSample({
    hooks: {
      onBeforeCommit: () => {
        if (failing) throw new Error('power cut')
      },
    },
  })
  const { number } = freeze(core, eachPlan())
  clock.set('2026-11-19T23:00:00+08:00')
  const before = stored(core)
  failing = true
  expect(() => core.draws.contribute(operator, number, 1, '123456')).toThrow('power cut')
  failing = false
  expect(stored(core)).toEqual(before)
})

test('a change of a register under an earlier clock is recorded too', () => {
  const { core, clock } = openSample()
  core.registers.add(operator, 'inspectors', anInspector(50))
  clock.set('2020-01-01T00:00:00+08:00')
  core.registers.add(operator, 'inspectors', anInspector(51))
  const events = [...core.database.ledger.entries()].map(({ entry }) => entry.event)
  expect(events).toEqual(['office.set', 'register.added', 'clock.corrected', 'register.added'])
})

test('with a clock of before 2000 (an empty battery) no number is taken, and the sentence says so', () => {
  const { core, clock } = openSample()
  const draft = core.draws.draft(operator, eachPlan())
  clock.set('1980-01-01T12:00:00+08:00')
  const before = stored(core)
  const { code, message } = refusalOf(() => core.draws.commit(operator, draft))
  expect([code, message]).toEqual(['CLOCK_WRONG', expect.stringContaining('校正系统时间')])
  expect(stored(core)).toEqual(before)
})

test('times are written to the second with the offset of this PC, and name the same moment', () => {
  for (const iso of ['2026-11-20T09:30:00.999Z', '2026-06-30T23:59:59.500Z', '2024-02-29T12:00:00.000Z']) {
    const date = new Date(iso)
    const written = instant(date)
    expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    expect(Date.parse(written)).toBe(Math.floor(date.getTime() / 1000) * 1000)
  }
})
