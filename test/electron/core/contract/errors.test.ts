import { safe } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { ConsoleClient } from '../../../../shared/api/client.ts'
import { stored } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'
import { codeOf, openDesk, refusal, transports } from './desk.ts'
import { planned, reach } from './sessions.ts'

/** What a page could send whose program is not ours. */
function untyped(client: ConsoleClient, group: string, name: string, input: unknown): Promise<unknown> {
  const calls = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const call = calls[group]?.[name]
  if (call === undefined) throw new Error(`${group}.${name} cannot be called`)
  return call(input)
}

describe.each(transports)('what goes wrong over %s', (transport) => {
  it('is said in Chinese, place by place, where the input is not what the contract says', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const before = stored(desk.core)
    const wrong = untyped(client, 'draws', 'draft', {
      plan: { ...planned(eachPlan()), venue: 7, witnesses: [], seed: '0'.repeat(64) },
    })
    const { message } = await refusal(wrong)
    expect(message).toBe(
      '提交的内容不合要求：plan.venue 没有填写，或类型不对；plan.witnesses 至少须有一名见证人；plan 不认识的内容：seed。没有写入任何数据。请改正后重试。',
    )
    const { error } = await safe(untyped(client, 'draws', 'read', { number: '第一次' }))
    expect(error).toMatchObject({
      code: 'INPUT_INVALID',
      defined: true,
      data: { problems: [{ place: 'number', problem: '摇号编号形如 YL01-2026-0001' }] },
    })
    expect(await codeOf(untyped(client, 'draws', 'read', undefined))).toBe('INPUT_INVALID')
    expect(stored(desk.core)).toEqual(before)
    expect(desk.faults).toEqual([])
  })

  it.each([
    ['secret', '0'.repeat(64)],
    ['seed', '0'.repeat(64)],
    ['result', '结果'],
    ['outcome', {}],
    ['at', '2026-01-01T00:00:00+08:00'],
    ['actor', '别人'],
  ])('is an input that would set %s', async (key, value) => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const number = await reach(client, 'frozen')
    const before = stored(desk.core)
    for (const [name, input] of [
      ['contribute', { number, seat: 1, digits: '123456' }],
      ['freeze', { number }],
      ['abort', { number, reason: '停电', approver: '甲', supervisor: '乙' }],
    ] as const)
      expect(await codeOf(untyped(client, 'draws', name, { ...input, [key]: value }))).toBe('INPUT_INVALID')
    expect(stored(desk.core)).toEqual(before)
  })

  it('is one INTERNAL error without the insides of the program when nobody expected it, and goes to the log', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const number = await reach(client, 'frozen')
    desk.core.database.sqlite.exec('DROP TABLE draw_reveal')
    await client.draws.contribute({ number, seat: 1, digits: '123456' })
    const { error } = await safe(client.draws.contribute({ number, seat: 2, digits: '123456' }))
    expect(error).toMatchObject({ code: 'INTERNAL', defined: true })
    expect(error?.message).toMatch(/^程序内部出错/)
    expect(JSON.stringify(error)).not.toMatch(/draw_reveal|SQLITE|\.ts|at /)
    expect(desk.faults).toMatchObject([{ call: 'draws.contribute', error: { code: 'SQLITE_ERROR' } }])
    expect(await client.draws.read({ number })).toMatchObject({ state: 'frozen', contributed: 1 })
  })

  it('is a failure of the disk, named as such', async () => {
    const full = { code: 'ENOSPC' }
    const disk = {
      mkdirSync: () => {
        throw Object.assign(new Error('no space left on device'), full)
      },
    }
    const desk = openDesk(transport, { disk: disk as never })
    const { client } = await desk.connect()
    const number = await reach(client, 'confirmed')
    expect(await refusal(client.documents.writeForms({ number, folder: '/nowhere' }))).toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining('磁盘已满'),
    })
    expect(await codeOf(client.documents.writePackage({ number, folder: '相对路径' }))).toBe('INPUT_INVALID')
    const other = await reach(client, 'frozen')
    expect(await codeOf(client.documents.writeForms({ number: other, folder: '/nowhere' }))).toBe(
      'NOT_DRAWN_YET',
    )
    expect(await codeOf(client.documents.writeForms({ number: 'YL01-2026-0099', folder: '/nowhere' }))).toBe(
      'DRAW_UNKNOWN',
    )
    expect(desk.faults).toEqual([])
  })
})

describe.each(transports)('the stage over %s', (transport) => {
  it('can look and show the next step, and reaches nothing else', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const stage = await desk.connectStage()
    const number = await reach(client, 'drawn')
    expect(await stage.client.draws.read({ number })).toMatchObject({ state: 'drawn', revealed: 0 })
    expect(await stage.client.draws.next({ number })).toMatchObject({ revealed: 3 })
    const before = stored(desk.core)
    const { console: whole } = desk.contract
    const calls = Object.entries(whole).flatMap(([group, entries]) =>
      Object.entries(entries).flatMap(([name, entry]) =>
        '~orpc' in entry ? [[group, name]] : Object.keys(entry).map((inner) => [group, name, inner]),
      ),
    )
    const open = ['draws.read', 'draws.watch', 'draws.next', 'draws.pool', 'stage.watch']
    const forbidden = calls.filter((names) => !open.includes(names.join('.')))
    expect(forbidden.length).toBe(calls.length - open.length)
    expect(forbidden.length).toBeGreaterThan(40)
    for (const names of forbidden) {
      const call = names.reduce((at, name) => Reflect.get(at, name), stage.client as object)
      const answer = (call as (input: unknown) => Promise<unknown>)({ number })
      await expect(answer, names.join('.')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(stored(desk.core)).toEqual(before)
  })
})
