import { describe, expect, it } from 'vitest'
import type { DrawEnding } from '../../db/draw-store.ts'
import type { Database } from '../../db/open-database.ts'
import { fill, open } from './sample-database.ts'
import { aDraw, aFreeze, anAttempt, aResult, number } from './sample-draw.ts'
import { at, hex } from './sample-rows.ts'

/** How far attempt 1 of draw 1 has come. */
type Step = 'committed' | 'frozen' | 'contributed' | 'drawn' | 'confirmed'
const steps: readonly Step[] = ['committed', 'frozen', 'contributed', 'drawn', 'confirmed']

function atStep(step: Step): Database {
  const database = open()
  const { draws } = database
  const first = { draw: number(1), attempt: 1, at, by: '李' }
  const actions = [
    () => {
      draws.insertDraw(aDraw(1))
      draws.insertAttempt(anAttempt(1, null))
    },
    () => draws.insertFreeze(aFreeze(1)),
    () => draws.insertContribution({ ...first, seat: 1, digits: '031415926535' }),
    () => draws.insertResult(aResult(1)),
    () => draws.insertConfirmation(first),
  ]
  database.transaction(() => {
    for (const action of actions.slice(0, steps.indexOf(step) + 1)) action()
  })
  return database
}

function ending(kind: DrawEnding['kind'], attempt = 1): DrawEnding {
  const record = `SSJ-DRAW-1 ${kind}\n`
  return { draw: number(1), attempt, kind, record, digest: hex(500 + attempt), at, by: '李' }
}

const contribution = (seat: number, digits = '271828') => ({
  draw: number(1),
  attempt: 1,
  seat,
  digits,
  at,
  by: '赵监督',
})

function refused(database: Database, write: () => void, reason: string | RegExp): void {
  expect(() => database.transaction(write)).toThrow(reason)
}

describe('what can never happen to a draw', () => {
  it('a second result of one attempt', () => {
    const database = atStep('drawn')
    refused(database, () => database.draws.insertResult({ ...aResult(1), digest: hex(77) }), 'append-only')
    expect(database.draws.result(number(1), 1)).toEqual(aResult(1))
  })

  it('a result before the freeze, or without the digits of a witness', () => {
    for (const step of ['committed', 'frozen'] as const) {
      const database = atStep(step)
      refused(database, () => database.draws.insertResult(aResult(1)), 'without the digits')
    }
  })

  it('digits before the freeze, after the result, or twice from one seat', () => {
    const early = atStep('committed')
    refused(early, () => early.draws.insertContribution(contribution(1)), 'FOREIGN KEY')
    const late = atStep('drawn')
    refused(late, () => late.draws.insertContribution(contribution(2)), 'after the result')
    const twice = atStep('contributed')
    refused(twice, () => twice.draws.insertContribution(contribution(1)), 'append-only')
  })

  it('anything in an attempt that was aborted', () => {
    const database = atStep('contributed')
    database.transaction(() => database.draws.insertEnding(ending('aborted')))
    refused(database, () => database.draws.insertContribution(contribution(2)), 'takes no digits')
    refused(database, () => database.draws.insertResult(aResult(1)), 'has no result')
    const before = atStep('committed')
    before.transaction(() => before.draws.insertEnding(ending('aborted')))
    refused(before, () => before.draws.insertFreeze(aFreeze(1)), 'cannot be frozen')
  })

  it('an abort after the result, or a void without one', () => {
    for (const step of ['drawn', 'confirmed'] as const) {
      const database = atStep(step)
      refused(database, () => database.draws.insertEnding(ending('aborted')), 'only be declared void')
      database.transaction(() => database.draws.insertEnding(ending('void')))
    }
    for (const step of ['committed', 'frozen', 'contributed'] as const) {
      const database = atStep(step)
      refused(database, () => database.draws.insertEnding(ending('void')), 'only be aborted')
      database.transaction(() => database.draws.insertEnding(ending('aborted')))
    }
  })

  it('a void attempt confirmed, or ended twice', () => {
    const database = atStep('drawn')
    database.transaction(() => database.draws.insertEnding(ending('void')))
    refused(
      database,
      () => database.draws.insertConfirmation({ draw: number(1), attempt: 1, at, by: '李' }),
      'cannot be confirmed',
    )
    refused(database, () => database.draws.insertEnding({ ...ending('void'), digest: hex(8) }), 'append-only')
  })

  it('a further attempt while the one before stands, or without naming its record and a reason', () => {
    const database = atStep('drawn')
    refused(
      database,
      () => database.draws.insertAttempt(anAttempt(2, hex(501))),
      /aborted or void|FOREIGN KEY/,
    )
    database.transaction(() => database.draws.insertEnding(ending('void')))
    refused(
      database,
      () => database.draws.insertAttempt(anAttempt(2, hex(502))),
      /aborted or void|FOREIGN KEY/,
    )
    refused(database, () => database.draws.insertAttempt(anAttempt(3, hex(501))), 'aborted or void')
    refused(
      database,
      () => database.draws.insertAttempt({ ...anAttempt(2, hex(501)), reason: null }),
      'CHECK',
    )
    refused(
      database,
      () => database.draws.insertAttempt({ ...anAttempt(2, hex(501)), secret: anAttempt(1, null).secret }),
      'append-only',
    )
    database.transaction(() => database.draws.insertAttempt(anAttempt(2, hex(501))))
  })

  it('a reveal taken back or without a result', () => {
    const reveal = (step: number) => ({ draw: number(1), attempt: 1, step, at, by: '李' })
    const early = atStep('contributed')
    refused(early, () => early.draws.insertReveal(reveal(1)), 'FOREIGN KEY')
    const database = atStep('drawn')
    database.transaction(() => {
      database.draws.insertReveal(reveal(1))
      database.draws.insertReveal(reveal(2))
    })
    refused(database, () => database.draws.insertReveal(reveal(2)), 'append-only')
    refused(database, () => database.draws.insertReveal(reveal(0)), 'not taken back')
  })

  it('digits that are none, too few or too many', () => {
    for (const digits of [
      '',
      '12345',
      '1'.repeat(65),
      '12345a',
      '１２３４５６',
      ' 123456',
      '-12345',
      '12345.',
    ]) {
      const database = atStep('frozen')
      refused(database, () => database.draws.insertContribution(contribution(1, digits)), 'CHECK')
    }
    for (const digits of ['000000', '1'.repeat(64)]) {
      const database = atStep('frozen')
      database.transaction(() => database.draws.insertContribution(contribution(1, digits)))
      expect(database.draws.contributions(number(1), 1)[0]?.digits).toBe(digits)
    }
  })

  it('a secret, commitment or digest that is no lowercase SHA-256', () => {
    for (const bad of [
      '',
      'a'.repeat(63),
      'A'.repeat(64),
      'g'.repeat(64),
      `${'a'.repeat(64)}\n`,
      `${'a'.repeat(64)}\0`,
    ]) {
      const database = open()
      database.transaction(() => database.draws.insertDraw(aDraw(1)))
      refused(database, () => database.draws.insertAttempt({ ...anAttempt(1, null), secret: bad }), 'CHECK')
      refused(
        database,
        () => database.draws.insertAttempt({ ...anAttempt(1, null), commitment: bad }),
        'CHECK',
      )
    }
  })
})

describe('numbers of draws', () => {
  it('are consecutive in an office and a year, and say office, year and sequence', () => {
    const database = open()
    const { draws } = database
    expect(draws.nextSequence('YL01', 2026)).toBe(1)
    database.transaction(() => draws.insertDraw(aDraw(1)))
    expect(draws.nextSequence('YL01', 2026)).toBe(2)
    expect(draws.nextSequence('YL01', 2027)).toBe(1)
    expect(draws.nextSequence('YL02', 2026)).toBe(1)
    refused(database, () => draws.insertDraw(aDraw(3)), 'consecutive')
    refused(database, () => draws.insertDraw(aDraw(1)), /append-only|consecutive/)
    refused(database, () => draws.insertDraw(aDraw(2, { number: 'YL01-2026-0003' })), 'CHECK')
    refused(database, () => draws.insertDraw(aDraw(2, { number: 'YL01-2026-2' })), 'CHECK')
    database.transaction(() => draws.insertDraw(aDraw(2)))
    expect(draws.draws().map((row) => row.number)).toEqual([number(1), number(2)])
  })

  it('a replacement hangs on the root of its chain and on a record that exists; a draw on none', () => {
    const database = atStep('confirmed')
    const { draws } = database
    const replacement = (fields: object) =>
      aDraw(2, { kind: 'replace-inspector', root: number(1), amends: aResult(1).digest, ...fields })
    refused(database, () => draws.insertDraw(replacement({ root: null })), 'CHECK')
    refused(database, () => draws.insertDraw(replacement({ amends: null })), 'CHECK')
    refused(database, () => draws.insertDraw(replacement({ amends: hex(66) })), 'FOREIGN KEY')
    refused(database, () => draws.insertDraw(replacement({ root: number(9) })), 'FOREIGN KEY')
    refused(database, () => draws.insertDraw(replacement({ root: number(2) })), 'CHECK')
    refused(database, () => draws.insertDraw(replacement({ kind: 'draw' })), 'CHECK')
    database.transaction(() => {
      draws.insertDraw(replacement({}))
      draws.insertDraw(aDraw(3))
    })
    expect(draws.chain(number(1)).map((row) => row.number)).toEqual([number(1), number(2)])
    expect(draws.resultByDigest(aResult(1).digest)).toEqual(aResult(1))
  })
})

describe('reading draws', () => {
  it('what was written comes back', () => {
    const database = open()
    fill(database)
    const { draws } = database
    expect(draws.draw(number(1))).toEqual(aDraw(1, { draftId: 'draft-1' }))
    expect(draws.draw(number(2))).toBeNull()
    expect(draws.attempts(number(1))).toEqual([
      anAttempt(1, null),
      anAttempt(2, hex(900)),
      anAttempt(3, hex(901)),
    ])
    expect(draws.attempt(number(1), 2)).toEqual(anAttempt(2, hex(900)))
    expect(draws.freeze(number(1), 1)).toBeNull()
    expect(draws.freeze(number(1), 3)).toEqual(aFreeze(3))
    expect(draws.contributions(number(1), 3).map(({ digits }) => digits)).toEqual(['271828'])
    expect(draws.endings(number(1)).map(({ kind }) => kind)).toEqual(['aborted', 'void'])
    expect(draws.ending(number(1), 3)).toBeNull()
    expect(draws.confirmation(number(1), 3)).toEqual({ draw: number(1), attempt: 3, at, by: '李' })
    expect(draws.reveals(number(1), 3).map(({ step }) => step)).toEqual([1])
  })

  it('contributions come by seat, in whatever order they were confirmed', () => {
    const database = atStep('frozen')
    database.transaction(() => {
      for (const seat of [3, 1, 2]) database.draws.insertContribution(contribution(seat))
    })
    expect(database.draws.contributions(number(1), 1).map(({ seat }) => seat)).toEqual([1, 2, 3])
  })

  it('a summary says where the newest attempt stands', () => {
    const summary = (step: Step) => atStep(step).draws.summaries()[0]
    const committed = {
      draw: aDraw(1),
      attempt: 1,
      frozen: false,
      contributions: 0,
      resultDigest: null,
      step: null,
      confirmed: false,
      ending: null,
    }
    expect(summary('committed')).toEqual(committed)
    expect(summary('contributed')).toEqual({ ...committed, frozen: true, contributions: 1 })
    expect(summary('confirmed')).toEqual({
      ...committed,
      frozen: true,
      contributions: 1,
      resultDigest: aResult(1).digest,
      confirmed: true,
    })
    const database = atStep('frozen')
    database.transaction(() => database.draws.insertEnding(ending('aborted')))
    expect(database.draws.summaries()[0]).toEqual({ ...committed, frozen: true, ending: 'aborted' })
    database.transaction(() => database.draws.insertAttempt(anAttempt(2, hex(501))))
    expect(database.draws.summaries()[0]).toEqual({ ...committed, attempt: 2 })
  })
})

describe('drafts', () => {
  it('change in place until a draw was held from them', () => {
    const database = open()
    const { draws } = database
    const later = '2026-11-20T10:00:00+08:00'
    database.transaction(() => {
      draws.saveDraft({ id: 'a', body: { task: '春季' }, at, by: '王' })
      draws.saveDraft({ id: 'b', body: ['x'], at, by: '王' })
      draws.saveDraft({ id: 'a', body: { task: '秋季' }, at: later, by: '李' })
    })
    expect(draws.drafts()).toEqual([
      { id: 'a', body: { task: '秋季' }, createdAt: at, updatedAt: later, by: '李' },
      { id: 'b', body: ['x'], createdAt: at, updatedAt: at, by: '王' },
    ])
    database.transaction(() => {
      draws.insertDraw(aDraw(1, { draftId: 'a' }))
      draws.discardDraft('b')
    })
    refused(database, () => draws.discardDraft('a'), 'FOREIGN KEY')
    expect(draws.draft('a')).not.toBeNull()
    expect(draws.draft('b')).toBeNull()
  })
})
