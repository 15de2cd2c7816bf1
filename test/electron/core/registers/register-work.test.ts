import { describe, expect, it } from 'vitest'
import { codeOf, openDesk } from '../contract/desk.ts'
import { openSample, operator, refusalOf } from '../sample-core.ts'

const all = { by: 'search', piece: '', filters: {} } as const
const page = { limit: 50, offset: 0 }

describe('A register as it stood', () => {
  it('is searched and filtered as the present is, and told apart from it row by row', () => {
    const { core, clock } = openSample()
    const work = core.registerWork
    clock.set('2026-11-21T09:00:00+08:00')
    const then = Date.parse('2026-11-20T23:59:59+08:00')
    const [one, two] = core.database.objects.current()
    if (one === undefined || two === undefined) throw new Error('no objects')
    core.registers.change(operator, 'objects', one.serial, { ...one.row, state: '停业' })
    core.registers.change(operator, 'objects', one.serial, one.row)
    core.registers.change(operator, 'objects', two.serial, { ...two.row, name: '改名公司' })
    const three = core.database.objects.current()[2]
    if (three === undefined) throw new Error('no third object')
    core.registers.retire(operator, 'objects', three.serial, '注销')
    core.registers.add(operator, 'objects', { ...two.row, uscc: null, name: '新公司' })

    expect(work.past('objects', all, then, page).total).toBe(16)
    const found = (piece: string, filters = {}) =>
      work.past('objects', { by: 'search', piece, filters }, then, page).total
    expect(found('燃气公司')).toBe(6)
    expect(found('rqgs2')).toBe(1)
    expect(found('燃气', { state: ['停业'] })).toBe(1)
    expect(found('', { marks: ['投诉举报多'] })).toBe(2)
    expect(found('', { marks: [''] })).toBe(14)
    expect(found('新公司')).toBe(0)
    // The first object says again what it said: it is no difference.
    const { counts, rows } = work.differences('objects', then, null, ['added', 'changed', 'retired'], page)
    expect(counts).toEqual({ added: 1, changed: 1, retired: 1 })
    expect(rows.map(({ serial, change }) => [serial, change])).toEqual([
      ['O000002', 'changed'],
      ['O000003', 'retired'],
      ['O000017', 'added'],
    ])
  })

  it('finds a recusal by the name of whom it concerns', () => {
    const { core } = openSample()
    const found = (piece: string) =>
      core.registerWork.past(
        'recusals',
        { by: 'search', piece, filters: {} },
        Date.parse('2026-11-20T23:59:59+08:00'),
        page,
      ).total
    expect(found('燃气公司1')).toBe(1)
    expect(found('燃气公司2')).toBe(0)
  })
})

describe('A filter under a name', () => {
  it('is kept, replaced under its name, renamed and removed', () => {
    const { core } = openSample()
    const { filters } = core.registerWork
    const gas = { register: 'objects', name: '燃气', piece: '燃气', filters: { state: ['存续'] } } as const
    const kept = filters.save(operator, { ...gas, filters: { state: ['存续'] } })
    filters.save(operator, { ...gas, filters: { state: ['停业'] } })
    expect(filters.list('objects')).toEqual([{ ...kept, filters: { state: ['停业'] } }])
    filters.save(operator, { ...gas, name: '全部燃气', filters: {} })
    const rename = (id: string, name: string) => filters.rename(operator, 'objects', id, name)
    expect(refusalOf(() => rename(kept.id, '全部燃气')).code).toBe('FILTER_NAME_TAKEN')
    expect(rename(kept.id, '停业燃气').name).toBe('停业燃气')
    expect(filters.list('objects').map(({ name }) => name)).toEqual(['停业燃气', '全部燃气'].sort())
    expect(filters.list('items')).toEqual([])
    filters.remove(kept.id)
    expect(refusalOf(() => rename(kept.id, '别名')).code).toBe('FILTER_UNKNOWN')
  })
})

describe('The calls of a window', () => {
  it('carry a file in pieces, and refuse a filter or an edit that the register does not know', async () => {
    const { connect, faults } = openDesk('http')
    const { client } = await connect()
    const scope = { ...all, filters: {} }
    const order = { register: 'objects', scope, format: 'csv-utf-8', purpose: 'outside' } as const
    let bytes = 0
    let said = 0
    for await (const event of await client.registerWork.export(order)) {
      if (event.event === 'piece') bytes += Buffer.from(event.data, 'base64').length
      if (event.event === 'file') said = event.bytes
    }
    expect(bytes).toBeGreaterThan(1_000)
    expect(bytes).toBe(said)
    const strange = { scope: { ...all, filters: { phone: ['1'] } } }
    expect(await codeOf(client.registerWork.export({ ...order, ...strange }))).toBe('INPUT_INVALID')
    const edits = [{ edit: 'set', field: 'uscc', value: 'x' }] as const
    expect(
      await codeOf(
        client.registerWork.bulk.preview({
          register: 'objects',
          scope,
          order: { action: 'edit', edits: [...edits] },
        }),
      ),
    ).toBe('INPUT_INVALID')
    expect(faults).toEqual([])
  })
})
