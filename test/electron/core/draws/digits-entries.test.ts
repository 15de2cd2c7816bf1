import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import {
  asState,
  digits,
  freeze,
  hold,
  openSample,
  operator,
  packed,
  refusalOf,
  SteppingClock,
  sha256,
  stored,
} from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'

const order = { reason: '设备故障', approver: '苏文彬', supervisor: '陈国栋' }

/** A frozen session in which both witnesses handed their digits over. */
function entered(core: Core, given: readonly string[] = digits): string {
  const { number } = freeze(core, eachPlan())
  for (const [index, typed] of given.entries()) core.draws.enterDigits(operator, number, index + 1, typed)
  return number
}

/** The digits that are waiting, as the store has them. */
function waiting(core: Core, number: string): readonly string[] {
  return core.database.draws.digitsEntries(number, 1).map((entry) => entry.digits)
}

/** Every word of the ledger. */
function told(core: Core): string {
  return JSON.stringify([...core.database.ledger.entries()])
}

describe('digits that are handed over', () => {
  test('are told to nobody and stand in no entry of the ledger until those of all are opened together', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    const head = core.database.ledger.head()
    const first = core.draws.enterDigits(operator, number, 2, digits[1])
    expect(first).toMatchObject({
      state: 'frozen',
      contributed: 0,
      opened: false,
      entries: [
        { seat: 1, entered: false, digits: null },
        { seat: 2, entered: true, digits: null },
      ],
    })
    const both = core.draws.enterDigits(operator, number, 1, digits[0])
    expect(both).toMatchObject({ opened: false, entries: [{ entered: true }, { entered: true }] })
    for (const typed of digits) {
      expect(JSON.stringify([first, both, core.draws.read(number)])).not.toContain(typed)
      expect(told(core)).not.toContain(typed)
    }
    expect(core.database.ledger.head()).toEqual(head)

    const opened = core.draws.openDigits(operator, number)
    expect(opened).toMatchObject({
      state: 'frozen',
      contributed: 0,
      opened: true,
      entries: [
        { seat: 1, entered: true, digits: digits[0] },
        { seat: 2, entered: true, digits: digits[1] },
      ],
    })
    expect([...core.database.ledger.entries(head.seq + 1)].map(({ entry }) => entry)).toMatchObject([
      { event: 'draw.digits-opened', data: { draw: number, attempt: 1, digits: [...digits] } },
    ])
    expect(core.draws.openDigits(operator, number)).toEqual(opened)
    expect(core.database.ledger.head().seq).toBe(head.seq + 1)
  })

  test('count only when they are confirmed: then in seat order, with the outcome, in one transaction', async () => {
    let commits = 0
    const { core } = openSample({
      hooks: {
        onAfterCommit: () => {
          commits += 1
        },
      },
    })
    const { number } = freeze(core, eachPlan())
    core.draws.enterDigits(operator, number, 2, '０２７１ ８２８１')
    core.draws.enterDigits(operator, number, 1, digits[0])
    core.draws.openDigits(operator, number)
    const { seq } = core.database.ledger.head()
    expect(core.database.draws.contributions(number, 1)).toEqual([])
    commits = 0
    const drawn = asState(core.draws.confirmDigits(operator, number), 'drawn')
    expect(commits).toBe(1)
    expect(drawn.contributions).toEqual([...digits])
    expect([...core.database.ledger.entries(seq + 1)].map(({ entry }) => entry)).toMatchObject([
      { event: 'draw.contribution', data: { seat: 1, digits: digits[0] } },
      { event: 'draw.result', data: { seat: 2, digits: digits[1], result: drawn.digest } },
    ])
    expect(waiting(core, number)).toEqual([])
    const words = `SSJ-DRAW-1 seed\n${drawn.freeze}\n${drawn.secret}\n${digits.join('\n')}\n`
    expect(drawn.seed).toBe(sha256(words))
    core.draws.reveal(operator, number, drawn.steps)
    core.draws.confirm(operator, number)
    expect((await packed(core, number)).verification).toMatchObject({ first: null, record: drawn.digest })
    expect(core.verifyLedger().ok).toBe(true)
  })

  test('stay where the transaction of their confirmation fails', () => {
    let failing = false
    const { core } = openSample({
      hooks: {
        onBeforeCommit: () => {
          if (failing) throw new Error('power cut')
        },
      },
    })
    const number = entered(core)
    const opened = core.draws.openDigits(operator, number)
    const before = stored(core)
    failing = true
    expect(() => core.draws.confirmDigits(operator, number)).toThrow('power cut')
    failing = false
    expect(stored(core)).toEqual(before)
    expect(core.draws.read(number)).toEqual(opened)
    expect(core.draws.confirmDigits(operator, number).state).toBe('drawn')
  })

  test('are the same in the same session after the core went away, masked or opened', () => {
    const { core, folder } = openSample()
    const { number } = freeze(core, eachPlan())
    const again = (one: Core) => {
      one.close()
      return openSample({ folder, registers: false, clock: new SteppingClock('2026-11-20T10:00:00+08:00') })
        .core
    }
    const masked = core.draws.enterDigits(operator, number, 1, digits[0])
    const second = again(core)
    expect(second.draws.read(number)).toEqual(masked)
    second.draws.enterDigits(operator, number, 2, digits[1])
    const opened = second.draws.openDigits(operator, number)
    const third = again(second)
    expect(third.draws.read(number)).toEqual(opened)
    expect(third.draws.confirmDigits(operator, number)).toMatchObject({ contributions: [...digits] })
  })

  test('are written anew before the opening without a trace, and after it in sight and in the ledger', () => {
    const { core } = openSample()
    const number = entered(core, ['11111111', digits[1]])
    core.draws.enterDigits(operator, number, 1, '22222222')
    core.draws.openDigits(operator, number)
    expect(told(core)).not.toContain('11111111')
    const { seq } = core.database.ledger.head()
    expect(core.draws.enterDigits(operator, number, 1, digits[0])).toMatchObject({
      opened: true,
      entries: [{ digits: digits[0] }, { digits: digits[1] }],
    })
    expect([...core.database.ledger.entries(seq + 1)].map(({ entry }) => entry)).toMatchObject([
      { event: 'draw.digits-corrected', data: { seat: 1, digits: digits[0] } },
    ])
    expect(core.draws.confirmDigits(operator, number)).toMatchObject({ contributions: [...digits] })
  })

  test('are not opened while one is missing, or while they are too few together', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    core.draws.enterDigits(operator, number, 2, '123456')
    const missing = refusalOf(() => core.draws.openDigits(operator, number))
    expect(missing.code).toBe('DIGITS_MISSING')
    expect(missing.message).toContain('陈国栋')
    expect(missing.message).not.toContain('马丽琼')
    expect(refusalOf(() => core.draws.confirmDigits(operator, number)).code).toBe('DIGITS_MISSING')
    expect(core.draws.read(number)).toMatchObject({ opened: false, entries: [{}, { digits: null }] })

    const alone = openSample().core
    const one = eachPlan({ witnesses: [{ role: '派驻纪检监察组', name: '陈国栋' }] })
    const { number: other } = freeze(alone, one)
    alone.draws.enterDigits(operator, other, 1, '12345678901')
    expect(refusalOf(() => alone.draws.openDigits(operator, other)).code).toBe('DIGITS_TOO_FEW_TOGETHER')
    expect(alone.draws.read(other)).toMatchObject({ opened: false, entries: [{ digits: null }] })
    alone.draws.enterDigits(operator, other, 1, '123456789012')
    expect(alone.draws.openDigits(operator, other)).toMatchObject({ opened: true })
    alone.draws.enterDigits(operator, other, 1, '123456')
    expect(refusalOf(() => alone.draws.confirmDigits(operator, other)).code).toBe('DIGITS_TOO_FEW_TOGETHER')
    expect(alone.draws.read(other)).toMatchObject({ state: 'frozen', opened: true })
  })

  test('are not confirmed before they were opened', () => {
    const { core } = openSample()
    const number = entered(core)
    expect(refusalOf(() => core.draws.confirmDigits(operator, number)).code).toBe('DIGITS_NOT_OPENED')
    expect(waiting(core, number)).toEqual([...digits])
  })

  test('that are none, and those of a seat that is not there, write nothing', () => {
    const { core } = openSample()
    const number = entered(core, ['11111111'])
    for (const typed of ['', '12345', '12345a', '1'.repeat(65)])
      expect(refusalOf(() => core.draws.enterDigits(operator, number, 1, typed)).code).toBe('DIGITS_INVALID')
    for (const seat of [0, 3])
      expect(refusalOf(() => core.draws.enterDigits(operator, number, seat, digits[0])).code).toBe(
        'NOT_THIS_SEAT',
      )
    expect(waiting(core, number)).toEqual(['11111111'])
  })

  test('are gone with an attempt that is aborted, and none of them stands in its record', () => {
    const { core } = openSample()
    const number = entered(core)
    core.draws.openDigits(operator, number)
    core.draws.abort(operator, number, order)
    expect(waiting(core, number)).toEqual([])
    expect(core.database.draws.ending(number, 1)?.record).not.toContain('contribution=')
    core.draws.again(operator, number, { reason: '恢复供电', approver: '苏文彬' })
    expect(core.draws.freeze(operator, number)).toMatchObject({ opened: false, entries: [{}, {}] })
  })
})

describe('digits are confirmed together or one by one, never both', () => {
  test('what is entered to be opened together cannot be confirmed one by one', () => {
    const { core } = openSample()
    const number = entered(core, [digits[0]])
    expect(refusalOf(() => core.draws.contribute(operator, number, 1, digits[0])).code).toBe('WRONG_STATE')
    expect(core.draws.read(number)).toMatchObject({ contributed: 0 })
    expect(() =>
      core.database.transaction(() =>
        core.database.draws.insertContribution({
          draw: number,
          attempt: 1,
          seat: 1,
          digits: digits[0],
          at: '2026-11-20T10:00:00+08:00',
          by: operator,
        }),
      ),
    ).toThrow('one by one')
  })

  test('once one is confirmed by itself, the others are not entered to be opened together', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    const one = core.draws.contribute(operator, number, 1, digits[0])
    expect(one).toMatchObject({ contributed: 1, opened: false, entries: [{ digits: digits[0] }, {}] })
    for (const call of [
      () => core.draws.enterDigits(operator, number, 2, digits[1]),
      () => core.draws.openDigits(operator, number),
      () => core.draws.confirmDigits(operator, number),
    ])
      expect(refusalOf(call).code).toBe('WRONG_STATE')
    expect(core.draws.read(number)).toEqual(one)
    expect(() =>
      core.database.transaction(() =>
        core.database.draws.saveDigitsEntry({
          draw: number,
          attempt: 1,
          seat: 2,
          digits: digits[1],
          opened: 0,
          at: '2026-11-20T10:00:00+08:00',
          by: operator,
        }),
      ),
    ).toThrow('before any is confirmed')
    expect(core.draws.contribute(operator, number, 2, digits[1]).state).toBe('drawn')
  })

  test('no digits are entered, opened or confirmed before the freeze or after the draw', () => {
    const { core } = openSample()
    const committed = core.draws.commit(operator, core.draws.draft(operator, eachPlan())).number
    const { number: confirmed } = hold(core, eachPlan())
    for (const number of [committed, confirmed])
      for (const call of [
        () => core.draws.enterDigits(operator, number, 1, digits[0]),
        () => core.draws.openDigits(operator, number),
        () => core.draws.confirmDigits(operator, number),
      ])
        expect(refusalOf(call).code).toBe('WRONG_STATE')
  })
})
