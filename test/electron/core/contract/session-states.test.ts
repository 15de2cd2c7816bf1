import { describe, expect, it } from 'vitest'
import type { ConsoleClient } from '../../../../shared/api/client.ts'
import type { SessionState } from '../../../../shared/api/session.ts'
import { digits, stored } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'
import { codeOf, openDesk, transports } from './desk.ts'
import { commit, order, planned, reach, voidOrder } from './sessions.ts'

const states = [
  'committed',
  'frozen',
  'drawn',
  'revealed',
  'confirmed',
  'aborted',
  'void',
] as const satisfies SessionState[]

/** Every call that moves a session on, and the only states from which it may. */
const calls: Record<
  string,
  { from: SessionState[]; call: (client: ConsoleClient, number: string) => Promise<unknown> }
> = {
  freeze: { from: ['committed'], call: ({ draws }, number) => draws.freeze({ number }) },
  contribute: {
    from: ['frozen'],
    call: ({ draws }, number) => draws.contribute({ number, seat: 1, digits: digits[0] }),
  },
  reveal: { from: ['drawn'], call: ({ draws }, number) => draws.reveal({ number, upTo: 1 }) },
  next: { from: ['drawn'], call: ({ draws }, number) => draws.next({ number }) },
  confirm: { from: ['revealed'], call: ({ draws }, number) => draws.confirm({ number }) },
  abort: { from: ['committed', 'frozen'], call: ({ draws }, number) => draws.abort({ number, ...order }) },
  declareVoid: {
    from: ['drawn', 'revealed', 'confirmed'],
    call: ({ draws }, number) => draws.declareVoid({ number, ...voidOrder }),
  },
  again: {
    from: ['aborted', 'void'],
    call: ({ draws }, number) => draws.again({ number, reason: '重抽', approver: '苏文彬' }),
  },
}

describe.each(transports)('a call in a wrong state over %s', (transport) => {
  it.each(states)('is refused and changes nothing: %s', async (state) => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const number = await reach(client, state)
    const before = { stored: stored(desk.core), session: await client.draws.read({ number }) }
    expect(before.session.state).toBe(state)
    for (const [name, { from, call }] of Object.entries(calls)) {
      if (from.includes(state)) continue
      expect([name, await codeOf(call(client, number))]).toEqual([name, 'WRONG_STATE'])
      expect({ stored: stored(desk.core), session: await client.draws.read({ number }) }).toEqual(before)
    }
    expect(desk.faults).toEqual([])
  })

  it('is refused for a draft whose lists are frozen, and for one that has its number', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { id } = await client.draws.draft({ plan: planned(eachPlan()) })
    const { number } = await client.draws.commit({ draft: id })
    const watched = await client.draws.watch({ number })
    await watched.next()
    await client.draws.draft({ id, plan: planned(eachPlan({ task: { name: '改过的任务' } })) })
    expect(await watched.next()).toMatchObject({ value: { task: '改过的任务', state: 'committed' } })
    await watched.return?.()
    expect(await codeOf(client.draws.commit({ draft: id }))).toBe('DRAFT_USED')
    expect(await codeOf(client.draws.draft({ id, plan: planned(eachPlan({ mode: 'rehearsal' })) }))).toBe(
      'PLAN_DIFFERENT_KIND',
    )
    await client.draws.freeze({ number })
    expect(await codeOf(client.draws.draft({ id, plan: planned(eachPlan()) }))).toBe('WRONG_STATE')
  })
})

describe.each(transports)('the same attempt over %s', (transport) => {
  it('is drawn once, however often the last digits are given', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const number = await reach(client, 'drawn')
    const drawn = await client.draws.read({ number })
    for (const [seat, typed] of [
      [1, '999999'],
      [2, '999999'],
      [3, '999999'],
    ] as const)
      expect(await codeOf(client.draws.contribute({ number, seat, digits: typed }))).toBe('WRONG_STATE')
    expect(await client.draws.read({ number })).toEqual(drawn)
  })

  it('is drawn once when two windows give the last digits at the same time', async () => {
    const desk = openDesk(transport)
    const [one, other] = [await desk.connect(), await desk.connect()]
    const number = await reach(one.client, 'frozen')
    await one.client.draws.contribute({ number, seat: 1, digits: digits[0] })
    const given = ['111111', '222222', '333333', '444444']
    const answers = await Promise.allSettled(
      given.map((typed, index) =>
        (index % 2 === 0 ? one : other).client.draws.contribute({ number, seat: 2, digits: typed }),
      ),
    )
    const won = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    expect(won).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ code: 'WRONG_STATE', defined: true })
    expect(await other.client.draws.read({ number })).toEqual(won[0])
    const { entries } = await one.client.ledger.entries({})
    expect(entries.filter(({ event }) => event === 'draw.result')).toHaveLength(1)
    expect(desk.secretsDrawn()).toBe(1)
  })

  it('is frozen, confirmed and begun again once when two windows ask at the same time', async () => {
    const desk = openDesk(transport)
    const [one, other] = [await desk.connect(), await desk.connect()]
    const both = async (call: (client: ConsoleClient) => Promise<unknown>) => {
      const answers = await Promise.allSettled([call(one.client), call(other.client)])
      return answers.map((a) => (a.status === 'fulfilled' ? 'done' : a.reason.code)).sort()
    }
    const { id } = await one.client.draws.draft({ plan: planned(eachPlan()) })
    expect(await both(({ draws }) => draws.commit({ draft: id }))).toEqual(['DRAFT_USED', 'done'])
    const [held] = (await one.client.draws.list({})).rows
    const number = held?.number ?? ''
    expect(await both(({ draws }) => draws.freeze({ number }))).toEqual(['WRONG_STATE', 'done'])
    expect(await both(({ draws }) => draws.abort({ number, ...order }))).toEqual(['WRONG_STATE', 'done'])
    const again = { number, reason: '重抽', approver: '苏文彬' }
    expect(await both(({ draws }) => draws.again(again))).toEqual(['WRONG_STATE', 'done'])
    expect(desk.secretsDrawn()).toBe(2)
  })

  it('is not revealed backwards or beyond its steps', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { number } = await commit(client)
    await client.draws.freeze({ number })
    await client.draws.contribute({ number, seat: 1, digits: digits[0] })
    await client.draws.contribute({ number, seat: 2, digits: digits[1] })
    await client.draws.reveal({ number, upTo: 3 })
    const before = stored(desk.core)
    for (const upTo of [1, 3, 7])
      expect(await codeOf(client.draws.reveal({ number, upTo }))).toBe('STEP_INVALID')
    expect(stored(desk.core)).toEqual(before)
  })
})
