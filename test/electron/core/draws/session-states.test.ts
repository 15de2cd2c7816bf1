import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import { outcomeOf } from '../../../../electron/core/outcome.ts'
import {
  asState,
  digits,
  freeze,
  giveDigits,
  hold,
  openSample,
  operator,
  refusalOf,
  stored,
} from '../sample-core.ts'
import { eachPlan, objectId, replaceObjectPlan, teamsPlan } from '../sample-registers.ts'

const order = { reason: '设备故障', approver: '苏文彬', supervisor: '陈国栋' }
const decision = { ...order, decision: '决定〔2026〕3号' }
const why = { reason: '前次中止', approver: '苏文彬' }

/** A frozen session in which both witnesses handed their digits over, masked. */
function handOver(core: Core): string {
  const { number } = freeze(core, eachPlan())
  for (const [index, typed] of digits.entries()) core.draws.enterDigits(operator, number, index + 1, typed)
  return number
}

/** How a new draw comes to each place in the machine; each gives its number. */
const places = {
  committed: (core: Core) => core.draws.commit(operator, core.draws.draft(operator, eachPlan())).number,
  frozen: (core: Core) => freeze(core, eachPlan()).number,
  'frozen, one witness done': (core: Core) => {
    const { number } = freeze(core, eachPlan())
    return core.draws.contribute(operator, number, 1, digits[0]).number
  },
  'frozen, digits handed over': (core: Core) => handOver(core),
  'frozen, digits opened': (core: Core) => core.draws.openDigits(operator, handOver(core)).number,
  drawn: (core: Core) => giveDigits(core, freeze(core, eachPlan()).number).number,
  'drawn, half shown': (core: Core) => {
    const { number } = giveDigits(core, freeze(core, eachPlan()).number)
    return core.draws.reveal(operator, number, 3).number
  },
  revealed: (core: Core) => {
    const { number, steps } = giveDigits(core, freeze(core, eachPlan()).number)
    return core.draws.reveal(operator, number, steps).number
  },
  confirmed: (core: Core) => hold(core, eachPlan()).number,
  aborted: (core: Core) => core.draws.abort(operator, freeze(core, eachPlan()).number, order).number,
  void: (core: Core) => core.draws.declareVoid(operator, hold(core, eachPlan()).number, decision).number,
} as const satisfies Record<string, (core: Core) => string>
type Place = keyof typeof places

/** Every call that moves a session, where it may be made, and to which state it leads. */
const calls: Record<
  string,
  { readonly make: (core: Core, number: string) => unknown; readonly from: Partial<Record<Place, string>> }
> = {
  freeze: { make: (core, n) => core.draws.freeze(operator, n), from: { committed: 'frozen' } },
  'contribute of seat 1': {
    make: (core, n) => core.draws.contribute(operator, n, 1, digits[0]),
    from: { frozen: 'frozen' },
  },
  'contribute of seat 2': {
    make: (core, n) => core.draws.contribute(operator, n, 2, digits[1]),
    from: { 'frozen, one witness done': 'drawn' },
  },
  'entry of masked digits': {
    make: (core, n) => core.draws.enterDigits(operator, n, 1, '27182818'),
    from: { frozen: 'frozen', 'frozen, digits handed over': 'frozen', 'frozen, digits opened': 'frozen' },
  },
  'opening of the digits': {
    make: (core, n) => core.draws.openDigits(operator, n),
    from: { 'frozen, digits handed over': 'frozen', 'frozen, digits opened': 'frozen' },
  },
  'confirmation of the digits together': {
    make: (core, n) => core.draws.confirmDigits(operator, n),
    from: { 'frozen, digits opened': 'drawn' },
  },
  'reveal of step 4': {
    make: (core, n) => core.draws.reveal(operator, n, 4),
    from: { drawn: 'drawn', 'drawn, half shown': 'drawn' },
  },
  confirm: { make: (core, n) => core.draws.confirm(operator, n), from: { revealed: 'confirmed' } },
  abort: {
    make: (core, n) => core.draws.abort(operator, n, order),
    from: {
      committed: 'aborted',
      frozen: 'aborted',
      'frozen, one witness done': 'aborted',
      'frozen, digits handed over': 'aborted',
      'frozen, digits opened': 'aborted',
    },
  },
  void: {
    make: (core, n) => core.draws.declareVoid(operator, n, decision),
    from: { drawn: 'void', 'drawn, half shown': 'void', revealed: 'void', confirmed: 'void' },
  },
  'further attempt': {
    make: (core, n) => core.draws.again(operator, n, why),
    from: { aborted: 'committed', void: 'committed' },
  },
  'change of the draft': {
    make: (core, n) =>
      core.draws.draft(operator, eachPlan({ venue: '别处' }), String(core.database.draws.draw(n)?.draftId)),
    from: { committed: 'committed' },
  },
}

/** The code of a refusal that is about the digits, not about the state. */
const codes: Record<string, string> = {
  'frozen: contribute of seat 2': 'NOT_THIS_SEAT',
  'frozen: opening of the digits': 'DIGITS_MISSING',
  'frozen: confirmation of the digits together': 'DIGITS_MISSING',
  'frozen, one witness done: contribute of seat 1': 'NOT_THIS_SEAT',
  'frozen, digits handed over: contribute of seat 2': 'NOT_THIS_SEAT',
  'frozen, digits handed over: confirmation of the digits together': 'DIGITS_NOT_OPENED',
  'frozen, digits opened: contribute of seat 2': 'NOT_THIS_SEAT',
}

describe('a session goes only the way from commitment to confirmation', () => {
  for (const [place, reach] of Object.entries(places))
    for (const [call, { make, from }] of Object.entries(calls)) {
      const to = from[place as Place]
      if (to !== undefined)
        test(`from “${place}” a ${call} leads to ${to}`, () => {
          const { core } = openSample()
          const number = reach(core)
          make(core, number)
          expect(core.draws.read(number).state).toBe(to)
        })
      else
        test(`at “${place}” a ${call} is refused and changes nothing`, () => {
          const { core } = openSample()
          const number = reach(core)
          const before = { ...stored(core), session: core.draws.read(number) }
          const { code } = refusalOf(() => make(core, number))
          expect(code).toBe(codes[`${place}: ${call}`] ?? 'WRONG_STATE')
          expect({ ...stored(core), session: core.draws.read(number) }).toEqual(before)
        })
    }
})

describe('every step is one transaction with one entry of the ledger', () => {
  const steps = {
    'draw.commit': (core: Core) => core.draws.commit(operator, 'draft'),
    'draw.freeze': (core: Core) => core.draws.freeze(operator, 'YL01-2026-0001'),
    'draw.contribution': (core: Core) => core.draws.contribute(operator, 'YL01-2026-0001', 1, digits[0]),
    'draw.result': (core: Core) => core.draws.contribute(operator, 'YL01-2026-0001', 2, digits[1]),
    'draw.reveal': (core: Core) => core.draws.reveal(operator, 'YL01-2026-0001', 9),
    'draw.confirmed': (core: Core) => core.draws.confirm(operator, 'YL01-2026-0001'),
    'draw.void': (core: Core) => core.draws.declareVoid(operator, 'YL01-2026-0001', decision),
    'draw.commit again': (core: Core) => core.draws.again(operator, 'YL01-2026-0001', why),
    'draw.aborted': (core: Core) => core.draws.abort(operator, 'YL01-2026-0001', order),
  }

  test('a step that fails at its commit leaves neither a row nor an entry behind, and can be done again', () => {
    let failing = false
    let commits = 0
    const { core } = openSample({
      hooks: {
        onBeforeCommit: () => {
          if (failing) throw new Error('power cut')
        },
        onAfterCommit: () => {
          commits += 1
        },
      },
    })
    core.draws.draft(operator, teamsPlan(), 'draft')
    for (const [name, step] of Object.entries(steps)) {
      const before = stored(core)
      const { seq } = core.database.ledger.head()
      failing = true
      expect(() => step(core)).toThrow('power cut')
      failing = false
      expect(stored(core)).toEqual(before)
      commits = 0
      const session = step(core)
      expect(commits).toBe(1)
      const entries = [...core.database.ledger.entries(seq + 1)].map(({ entry }) => entry)
      expect(entries.map((entry) => entry.event)).toEqual([name.split(' ')[0]])
      expect(entries[0]).toMatchObject({ actor: operator, data: { draw: 'YL01-2026-0001' } })
      if (name === 'draw.reveal') {
        const { steps: total } = asState(core.draws.read(session.number), 'drawn')
        core.draws.reveal(operator, session.number, total)
      }
    }
  })
})

describe('numbers', () => {
  test('are taken at the commitment, consecutive, and start anew with the year', () => {
    const { core, clock } = openSample()
    const drafts = [1, 2, 3, 4].map(() => core.draws.draft(operator, eachPlan()))
    const commit = (index: number) => core.draws.commit(operator, drafts[index] ?? '').number
    expect(core.database.draws.draws()).toEqual([])
    expect(commit(2)).toBe('YL01-2026-0001')
    core.draws.abort(operator, 'YL01-2026-0001', order)
    expect(commit(0)).toBe('YL01-2026-0002')
    clock.set('2027-01-04T09:00:00+08:00')
    expect(commit(1)).toBe('YL01-2027-0001')
    clock.set('2026-12-30T09:00:00+08:00')
    expect(commit(3)).toBe('YL01-2026-0003')
  })

  test('a draft holds one draw: it cannot take a second number', () => {
    const { core } = openSample()
    const draft = core.draws.draft(operator, eachPlan())
    core.draws.commit(operator, draft)
    const before = stored(core)
    expect(refusalOf(() => core.draws.commit(operator, draft)).code).toBe('DRAFT_USED')
    expect(stored(core)).toEqual(before)
  })

  test('a draw that has its number keeps its kind, its mode and what it amends', () => {
    const { core } = openSample()
    const root = hold(core, eachPlan())
    const other = hold(core, teamsPlan())
    const plan = replaceObjectPlan(root.number, objectId(1))
    const draft = core.draws.draft(operator, plan)
    const { number } = core.draws.commit(operator, draft)
    const before = stored(core)
    for (const changed of [eachPlan(), { ...plan, mode: 'rehearsal' }, { ...plan, amends: other.number }]) {
      expect(refusalOf(() => core.draws.draft(operator, changed, draft)).code).toBe('PLAN_DIFFERENT_KIND')
      expect(stored(core)).toEqual(before)
    }
    core.draws.abort(operator, number, order)
    const ended = stored(core)
    for (const changed of [eachPlan(), { ...plan, mode: 'rehearsal' }, { ...plan, amends: other.number }]) {
      const refused = refusalOf(() => core.draws.again(operator, number, why, changed))
      expect(refused.code).toBe('PLAN_DIFFERENT_KIND')
      expect(stored(core)).toEqual(ended)
    }
    expect(core.draws.again(operator, number, why, { ...plan, venue: '别处' }).state).toBe('committed')
  })
})

test('what is not known is refused by name: a draft, a draw, a plan that says too little', () => {
  const { core } = openSample()
  const before = stored(core)
  expect(refusalOf(() => core.draws.commit(operator, 'nothing')).code).toBe('DRAFT_UNKNOWN')
  expect(refusalOf(() => core.draws.read('YL01-2026-0009')).code).toBe('DRAW_UNKNOWN')
  expect(refusalOf(() => core.draws.freeze(operator, 'YL01-2026-0009')).code).toBe('DRAW_UNKNOWN')
  expect(refusalOf(() => core.drawFacts('YL01-2026-0009')).code).toBe('DRAW_UNKNOWN')
  const { code, message } = refusalOf(() => core.draws.draft(operator, { ...eachPlan(), witnesses: [] }))
  expect([code, message]).toEqual(['PLAN_INVALID', expect.stringContaining('至少须有一名见证人')])
  expect(stored(core)).toEqual(before)
})

test('before the office is set nothing can be committed', () => {
  const { core } = openSample({ registers: false })
  const draft = core.draws.draft(operator, eachPlan())
  expect(refusalOf(() => core.draws.commit(operator, draft)).code).toBe('OFFICE_NOT_SET')
  expect(core.database.draws.draws()).toEqual([])
})

test('the reveal goes forward only, to a step that there is', () => {
  const { core } = openSample()
  const { number, steps } = giveDigits(core, freeze(core, teamsPlan()).number)
  core.draws.reveal(operator, number, 2)
  const before = stored(core)
  for (const step of [2, 1, 0, -1, 2.5, steps + 1, Number.NaN])
    expect(refusalOf(() => core.draws.reveal(operator, number, step)).code).toBe('STEP_INVALID')
  expect(stored(core)).toEqual(before)
  const session = asState(core.draws.read(number), 'drawn')
  expect([session.revealed, session.shown.length]).toEqual([2, 2])
})

test('an abort or a void without a reason, an approver or a supervisor is refused and leaves the attempt open', () => {
  const { core } = openSample()
  const frozen = freeze(core, eachPlan()).number
  const held = hold(core, teamsPlan()).number
  const before = stored(core)
  for (const missing of ['reason', 'approver', 'supervisor']) {
    const aborted = outcomeOf(() => core.draws.abort(operator, frozen, { ...order, [missing]: '' }))
    const voided = outcomeOf(() => core.draws.declareVoid(operator, held, { ...decision, [missing]: '-' }))
    expect([aborted, voided]).toMatchObject([{ ok: false }, { ok: false }])
  }
  const undecided = outcomeOf(() => core.draws.declareVoid(operator, held, { ...decision, decision: '' }))
  expect(undecided).toMatchObject({ ok: false, refusal: { code: 'NOT_TO_SPEC' } })
  expect(stored(core)).toEqual(before)
})
