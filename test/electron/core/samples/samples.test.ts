import { describe, expect, it } from 'vitest'
import { codeOf, openDesk } from '../contract/desk.ts'
import { openSample, operator, stored } from '../sample-core.ts'

describe('the sample county', () => {
  it('is loaded with its office and all four registers, and says so in the ledger', async () => {
    const desk = openDesk('port', { registers: false })
    const { client } = await desk.connect()
    const counts = await client.samples.load({})
    for (const register of ['objects', 'inspectors', 'items', 'recusals'] as const) {
      expect(counts[register], register).toBeGreaterThan(0)
      expect((await client.registers[register].search({})).total).toBe(counts[register])
    }
    expect(await client.office.get({})).toEqual({ code: 'YL01', name: '云岭县住房和城乡建设局' })
    const { entries } = await client.ledger.entries({})
    expect(entries.at(-1)).toMatchObject({ event: 'sample.loaded', actor: operator })
    for (const { row } of desk.core.database.recusals.current()) {
      expect(desk.core.database.objects.get(row.object)).not.toBeNull()
      expect(desk.core.database.inspectors.get(row.inspector)).not.toBeNull()
    }
    const before = stored(desk.core)
    expect(await codeOf(client.samples.load({}))).toBe('NOT_EMPTY')
    expect(stored(desk.core)).toEqual(before)
    expect(desk.faults).toEqual([])
  })

  it('leaves nothing behind where its last row cannot be written', async () => {
    const { core } = openSample({ registers: false })
    const before = stored(core)
    core.database.sqlite.exec(
      `CREATE TEMP TRIGGER broken BEFORE INSERT ON main.recusal_version BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    )
    await expect(core.samples.load(operator)).rejects.toThrow('broken')
    expect(stored(core)).toEqual(before)
    expect(core.office()).toBeNull()
    core.database.sqlite.exec('DROP TRIGGER broken')
    expect((await core.samples.load(operator)).recusals).toBeGreaterThan(0)
  })
})
