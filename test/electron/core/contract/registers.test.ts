import { describe, expect, it } from 'vitest'
import { serialSchema } from '../../../../shared/registry/office.ts'
import { anInspector, anItem, anObject } from '../../../db/sample-rows.ts'
import { operator, stored } from '../sample-core.ts'
import { office } from '../sample-registers.ts'
import { codeOf, openDesk, refusal, transports } from './desk.ts'

const serial = (text: string) => serialSchema.parse(text)

describe.each(transports)('the registers over %s', (transport) => {
  it('keep every version of a row and say what they held at any moment', async () => {
    const desk = openDesk(transport, { registers: false })
    const { client } = await desk.connect()
    const { objects } = client.registers
    const added = await objects.add({ row: anObject(1) })
    expect(added).toMatchObject({
      serial: 'O000001',
      version: 1,
      change: 'added',
      by: operator,
      row: anObject(1),
    })
    const changed = await objects.change({
      serial: added.serial,
      version: 1,
      row: anObject(1, { name: '改名公司' }),
      reason: '更名',
    })
    expect(changed).toMatchObject({
      version: 2,
      change: 'changed',
      reason: '更名',
      row: { name: '改名公司' },
    })
    const retired = await objects.retire({ serial: added.serial, version: 2 })
    expect(retired).toMatchObject({ version: 3, change: 'retired', reason: null })
    expect(await objects.history({ serial: added.serial })).toEqual([added, changed, retired])
    expect(await objects.get({ serial: added.serial })).toEqual(retired)

    expect(await objects.search({})).toEqual({ total: 0, rows: [] })
    expect(await objects.asOf({ moment: changed.at })).toEqual({ total: 1, rows: [changed] })
    expect(await objects.asOf({ moment: added.at })).toEqual({ total: 1, rows: [added] })
    expect(await objects.asOf({ moment: '2020-01-01T00:00:00+08:00' })).toEqual({ total: 0, rows: [] })
    expect(await objects.asOf({ moment: retired.at })).toEqual({ total: 0, rows: [] })

    const { entries } = await client.ledger.entries({})
    expect(entries.map(({ event, data }) => [event, data])).toEqual([
      ['register.added', { register: 'objects', serial: 'O000001', version: 1 }],
      ['register.changed', { register: 'objects', serial: 'O000001', version: 2 }],
      ['register.retired', { register: 'objects', serial: 'O000001', version: 3 }],
    ])
    expect(desk.faults).toEqual([])
  })

  it('are searched by the page', async () => {
    const { client } = await openDesk(transport).connect()
    const { objects, inspectors, items, recusals } = client.registers
    const page = await objects.search({ piece: '物业', limit: 3, offset: 2 })
    expect(page.total).toBe(10)
    expect(page.rows.map((row) => row.serial)).toEqual(['O000009', 'O000010', 'O000011'])
    expect((await objects.search({ piece: '燃气公司' })).total).toBe(6)
    expect((await inspectors.search({})).total).toBe(10)
    expect((await items.search({ piece: '抽查事项1' })).rows).toMatchObject([{ row: { name: '抽查事项1' } }])
    expect((await recusals.search({})).rows).toMatchObject([
      { row: { object: 'O000001', inspector: 'P000003' } },
    ])
  })

  it('hold people, items and recusals as well', async () => {
    const { client } = await openDesk(transport).connect()
    const { inspectors, items, recusals } = client.registers
    const person = await inspectors.add({ row: anInspector(11) })
    expect(
      await codeOf(inspectors.add({ row: anInspector(12, { certificate: person.row.certificate }) })),
    ).toBe('CERTIFICATE_TAKEN')
    const item = await items.add({ row: anItem(2) })
    expect(
      await items.change({ serial: item.serial, version: 1, row: anItem(2, { ratio: 1000 }) }),
    ).toMatchObject({ row: { ratio: 1000 } })
    const recusal = await recusals.add({
      row: {
        object: serial('O000002'),
        inspector: person.serial,
        reason: '曾在该单位任职',
        reasonCode: 'former-post',
      },
    })
    expect(await recusals.retire({ serial: recusal.serial, version: 1 })).toMatchObject({ change: 'retired' })
    for (const nobody of [{ object: serial('O999999') }, { inspector: serial('P999999') }])
      expect(await codeOf(recusals.add({ row: { ...recusal.row, ...nobody } }))).toBe('ROW_UNKNOWN')
  })

  it('refuse to change what is unknown, retired, or has been changed by somebody else meanwhile', async () => {
    const desk = openDesk(transport)
    const [one, other] = [(await desk.connect()).client, (await desk.connect()).client]
    const known = { serial: serial('O000001'), version: 1 }
    await other.registers.objects.change({ ...known, row: anObject(1, { region: '东城' }) })
    const before = stored(desk.core)
    expect(
      await refusal(one.registers.objects.change({ ...known, row: anObject(1, { region: '西城' }) })),
    ).toMatchObject({
      code: 'ROW_CHANGED',
      message: expect.stringContaining('第2版'),
    })
    expect(await codeOf(one.registers.objects.retire(known))).toBe('ROW_CHANGED')
    const unknown = { serial: serial('O999999'), version: 1 }
    expect(await codeOf(one.registers.objects.retire(unknown))).toBe('ROW_UNKNOWN')
    expect(await codeOf(one.registers.objects.get({ serial: unknown.serial }))).toBe('ROW_UNKNOWN')
    expect(await codeOf(one.registers.objects.history({ serial: unknown.serial }))).toBe('ROW_UNKNOWN')
    expect(stored(desk.core)).toEqual(before)
    await one.registers.objects.retire({ ...known, version: 2 })
    expect(await codeOf(other.registers.objects.change({ ...known, version: 3, row: anObject(1) }))).toBe(
      'ROW_RETIRED',
    )
    expect(await codeOf(other.registers.objects.retire({ ...known, version: 2 }))).toBe('ROW_RETIRED')
    expect(desk.faults).toEqual([])
  })

  it('belong to an office, whose code is set once', async () => {
    const { client } = await openDesk(transport, { registers: false }).connect()
    expect(await client.office.get({})).toBeNull()
    expect(await client.office.set(office)).toEqual(office)
    await client.office.set({ ...office, name: '示例县住建局' })
    expect(await client.office.get({})).toEqual({ ...office, name: '示例县住建局' })
    expect(await codeOf(client.office.set({ ...office, code: 'YL02' as typeof office.code }))).toBe(
      'OFFICE_CODE_FIXED',
    )
  })
})
