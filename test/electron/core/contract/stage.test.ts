import { describe, expect, it } from 'vitest'
import type { StageState } from '../../../../shared/api/stage-contract.ts'
import { openSample } from '../sample-core.ts'
import { eachPlan, teamsPlan } from '../sample-registers.ts'
import { codeOf, nextOf, openDesk, transports } from './desk.ts'
import { reach } from './sessions.ts'

/** Events of an iterator until one fits. */
async function until(iterator: AsyncIterator<StageState>, fits: (state: StageState) => boolean) {
  for (;;) {
    const state = await nextOf(iterator)
    if (fits(state)) return state
  }
}

describe.each(transports)('the stage over %s', (transport) => {
  it('shows the title alone at first, all at once, moving and without sound', async () => {
    const { client } = await openDesk(transport).connectStage()
    const seen = await client.stage.watch({})
    expect(await nextOf(seen)).toEqual({
      office: '示例县住房和城乡建设局',
      emblem: null,
      showing: null,
      pace: 'all',
      still: false,
      sound: false,
      windows: 1,
    })
    await seen.return?.()
  })

  it('is directed by the console, and whoever watches is told', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { client: stage } = await desk.connectStage()
    const seen = await stage.stage.watch({})
    await nextOf(seen)
    const number = await reach(client, 'frozen')
    expect(await client.stage.show({ number })).toMatchObject({ showing: number })
    expect(await nextOf(seen)).toMatchObject({ showing: number, pace: 'all' })
    await client.stage.set({ pace: 'tens', still: true })
    expect(await nextOf(seen)).toMatchObject({ showing: number, pace: 'tens', still: true, sound: false })
    await client.stage.set({ sound: true })
    expect(await nextOf(seen)).toMatchObject({ pace: 'tens', still: true, sound: true })
    await client.stage.show({ number: null })
    expect(await nextOf(seen)).toMatchObject({ showing: null })
    expect(await codeOf(client.stage.show({ number: 'YL01-2026-0099' }))).toBe('DRAW_UNKNOWN')
    await client.office.set({ code: 'YL01', name: '云岭县住房和城乡建设局' })
    expect(await nextOf(seen)).toMatchObject({ office: '云岭县住房和城乡建设局' })
    await seen.return?.()
    expect(desk.faults).toEqual([])
  })

  it('counts the windows that watch from its side, and those only', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const seen = await client.stage.watch({})
    expect(await nextOf(seen)).toMatchObject({ windows: 0 })
    const first = await desk.connectStage()
    const watched = await first.client.stage.watch({})
    await nextOf(watched)
    expect(await nextOf(seen)).toMatchObject({ windows: 1 })
    const second = await desk.connectStage()
    await nextOf(await second.client.stage.watch({}))
    expect(await nextOf(seen)).toMatchObject({ windows: 2 })
    // One leaves by itself, the other is torn down with its window.
    await watched.return?.()
    expect(await until(seen, (state) => state.windows < 2)).toMatchObject({ windows: 1 })
    await second.close()
    expect(await until(seen, (state) => state.windows < 1)).toMatchObject({ windows: 0 })
    await seen.return?.()
    expect(desk.faults).toEqual([])
  })

  it('shows as much at a key as the pace says, whoever presses it', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { client: stage } = await desk.connectStage()
    const number = await reach(client, 'drawn', teamsPlan())
    expect(await stage.draws.next({ number })).toMatchObject({ revealed: 6 })
    await client.stage.set({ pace: 'each' })
    expect(await stage.draws.next({ number })).toMatchObject({ revealed: 7 })
    await client.stage.set({ pace: 'tens' })
    expect(await client.draws.next({ number })).toMatchObject({ revealed: 8 })
    expect(await client.draws.next({ number })).toMatchObject({ revealed: 14, state: 'revealed' })
  })

  it('sees digits only after they are opened', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { client: stage } = await desk.connectStage()
    const number = await reach(client, 'frozen')
    const seen = await stage.draws.watch({ number })
    await nextOf(seen)
    await client.draws.enterDigits({ number, seat: 1, digits: '31415926' })
    await client.draws.enterDigits({ number, seat: 2, digits: '02718281' })
    const masked = [await nextOf(seen), await nextOf(seen), await client.ledger.entries({})]
    expect(JSON.stringify(masked)).not.toMatch(/31415926|02718281/)
    expect(masked[1]).toMatchObject({ opened: false, entries: [{ entered: true }, { entered: true }] })
    await client.draws.openDigits({ number })
    expect(await nextOf(seen)).toMatchObject({ entries: [{ digits: '31415926' }, { digits: '02718281' }] })
    await client.draws.confirmDigits({ number })
    expect(await nextOf(seen)).toMatchObject({ state: 'drawn', contributions: ['31415926', '02718281'] })
  })

  it('is told no name of a confidential draw by any of its calls until the names are disclosed', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { client: stage } = await desk.connectStage()
    const number = await reach(client, 'drawn', eachPlan({ confidential: true }))
    const watched = await stage.draws.watch({ number })
    const answers = async () => [
      await stage.draws.read({ number }),
      await nextOf(watched),
      await stage.draws.pool({ number, what: 'object' }),
      await stage.draws.pool({ number, what: 'inspector' }),
    ]
    const told = [await answers(), await stage.draws.next({ number }), await stage.draws.next({ number })]
    expect(JSON.stringify([told, await answers()])).not.toMatch(/燃气公司|检查员/)
    expect(JSON.stringify(await client.draws.read({ number }))).toMatch(/燃气公司/)
    await nextOf(watched)
    await client.draws.confirm({ number })
    await nextOf(watched)
    await client.draws.disclose({ number, date: '2026-11-20', reason: '检查已经全部实施' })
    for (const answer of await answers()) expect(JSON.stringify(answer)).toMatch(/燃气公司|检查员/)
  })

  it('gets the pool that its rows roll through', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { client: stage } = await desk.connectStage()
    const number = await reach(client, 'frozen', eachPlan())
    const { total, rows } = await stage.draws.pool({ number, what: 'inspector', limit: 1 })
    expect({ total, rows }).toMatchObject({ total: 8, rows: [{ place: 1, stratum: null }] })
  })
})

it('the stage comes back as it was after the core went away', () => {
  const { core, folder } = openSample()
  core.draws.directStage({ pace: 'each', still: true })
  const before = core.draws.stage()
  core.close()
  const again = openSample({ folder, registers: false }).core
  expect(again.draws.stage()).toEqual(before)
  expect(before).toMatchObject({ pace: 'each', still: true })
})
