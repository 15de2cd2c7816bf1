import { describe, expect, test } from 'vitest'
import type { Serial } from '../../../../shared/registry/office.ts'
import { anItem } from '../../../db/sample-rows.ts'
import { eachPlan } from '../sample-registers.ts'
import { codeOf, openDesk, transports } from './desk.ts'
import { reach } from './sessions.ts'

describe.each(transports)('a year over %s', (transport) => {
  test('a draw is in the figures, in the rows behind them, in the year of its object, and on paper', async () => {
    const { client } = await openDesk(transport).connect()
    const number = await reach(client, 'confirmed', eachPlan({ mode: 'unwitnessed' }))
    const figures = await client.year.read({ year: 2026 })
    expect(figures.draws).toEqual({
      all: 1,
      planned: 0,
      outside: expect.any(Number),
      unfounded: expect.any(Number),
      objects: 3,
    })
    const { rows, total } = await client.year.rows({ year: 2026, ask: { of: 'objects', state: 'drawn' } })
    expect(total).toBe(figures.all.drawn)
    const [first] = rows
    if (first?.target.to !== 'object') throw new Error('a row of an object leads to its year')
    const year = await client.year.ofObject({ serial: first.target.serial as Serial, year: 2026 })
    expect(year.draws.map((draw) => draw.number)).toEqual([number])
    const printed = await client.year.print({ year: 2026 })
    expect(Buffer.from(printed.data, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(await client.year.years({})).toEqual([2026])
  })

  test('an object that was never registered has no year', async () => {
    const { client } = await openDesk(transport).connect()
    expect(await codeOf(client.year.ofObject({ serial: 'O999999' as Serial, year: 2026 }))).toBe(
      'ROW_UNKNOWN',
    )
  })

  test('the first page tells how far the work of the year has come', async () => {
    const { client } = await openDesk(transport).connect()
    const unconfirmed = async () => {
      const { work, due } = await client.overview.read({})
      expect(due.find(({ what }) => what === 'items-unconfirmed')?.count ?? 0).toBe(work.unconfirmed)
      return work.unconfirmed
    }
    await client.registers.items.add({ row: { ...anItem(90), included: true } })
    const before = await unconfirmed()
    const added = (await client.items.applying({})).items.at(-1)
    if (added === undefined) throw new Error('the item was not added')
    const { serial, version } = added
    await client.items.confirm({ items: [{ serial, version, kinds: ['企业'], categories: [] }] })
    expect(await unconfirmed()).toBe(before - 1)
  })
})
