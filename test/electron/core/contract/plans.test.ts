import { describe, expect, it } from 'vitest'
import { uploadFile } from '../../../../renderer/connection/upload.ts'
import type { ConsoleClient } from '../../../../shared/api/client.ts'
import { aPlanLine } from '../../../db/sample-rows.ts'
import { png } from '../papers/handed-over.ts'
import { codeOf, openDesk, refusal, type Transport, transports } from './desk.ts'

const list = { subject: 'plans', year: 2026 } as const

/** A client of an office whose plan has one line, for an item that applies to its firms. */
async function planned(transport: Transport) {
  const desk = openDesk(transport)
  const { client } = await desk.connect()
  const [item] = (await client.registers.items.search({})).rows
  if (item === undefined) throw new Error('no item')
  const row = { ...item.row, appliesKinds: ['企业' as const] }
  await client.registers.items.change({ serial: item.serial, version: item.version, row })
  const line = await client.registers.plans.add({ row: aPlanLine(1) })
  return { client, line }
}

async function scanOf(client: ConsoleClient): Promise<string> {
  return uploadFile(client, new File([png], '批准.png', { type: 'image/png' }))
}

describe.each(transports)('the plan over %s', (transport) => {
  it('is handed in, reviewed and approved with its scan, which opens like any document', async () => {
    const { client } = await planned(transport)
    const made = await client.releases.make({ list })
    const id = made.releases[0]?.id ?? ''
    const date = '2026-11-20'
    expect(
      await codeOf(
        client.releases.register({ release: id, order: { step: 'published', place: '网站', date } }),
      ),
    ).toBe('STEP_OUT_OF_ORDER')
    await client.releases.register({ release: id, order: { step: 'reviewed', name: '李审核', date } })
    const state = await client.releases.register({
      release: id,
      order: { step: 'approved', name: '赵局长', number: '8号', date, scan: await scanOf(client) },
    })
    const paper = state.releases[0]?.steps.at(-1)?.paper?.id ?? ''
    const { document, data } = await client.documents.read({ id: paper })
    expect(document).toMatchObject({ kind: 'approval', draw: `release:${id}`, attempt: 0 })
    expect(Buffer.from(data, 'base64')).toEqual(png)
    expect((await client.plans.year({ year: 2026 })).lines[0]?.standing).toBe('approved')
  })

  it('a line is adjusted with a reason only, and the trace shows old and new', async () => {
    const { client, line } = await planned(transport)
    const id = (await client.releases.make({ list })).releases[0]?.id ?? ''
    const date = '2026-11-20'
    await client.releases.register({ release: id, order: { step: 'reviewed', name: '李审核', date } })
    await client.releases.register({
      release: id,
      order: { step: 'approved', name: '赵局长', number: '8号', date, scan: await scanOf(client) },
    })
    const change = { serial: line.serial, version: 1, row: { ...line.row, ratio: 1000 } }
    expect((await refusal(client.registers.plans.change(change))).message).toContain('须写明原因')
    await client.registers.plans.change({ ...change, reason: '投诉增多' })
    const { changed } = await client.releases.compare({ list, from: id })
    expect(changed[0]).toMatchObject({
      reason: '投诉增多',
      fields: [{ title: '抽查比例', before: '5%', after: '10%' }],
    })
    expect((await client.plans.year({ year: 2026 })).waiting).toBe(1)
    expect(await codeOf(client.releases.make({ list }))).toBe('REASON_MISSING')
  })

  it('is printed once of the same lines, as paper and as a workbook', async () => {
    const { client } = await planned(transport)
    const order = { list, format: 'pdf', audience: 'internal' } as const
    const first = await client.releases.print(order)
    expect(first).toMatchObject({ type: 'application/pdf', missing: [] })
    expect((await client.releases.print(order)).id).toBe(first.id)
    const workbook = await client.releases.print({ ...order, format: 'xlsx' })
    const { data } = await client.documents.read({ id: workbook.id })
    expect(Buffer.from(data, 'base64').subarray(0, 2).toString()).toBe('PK')
    const none = { ...order, list: { subject: 'plans', year: 2027 } as const }
    expect(await codeOf(client.releases.print(none))).toBe('LIST_EMPTY')
  })

  it('a scheme is proposed from a line, saved, printed and approved once', async () => {
    const { client, line } = await planned(transport)
    const proposed = await client.schemes.propose({ line: line.serial })
    const body = { ...proposed, period: '5月', objects: 1, outside: null } as Parameters<
      typeof client.schemes.save
    >[0]['body']
    const { id } = await client.schemes.save({ line: line.serial, body })
    expect((await client.schemes.print({ id })).name).toBe('抽查实施方案（待批准）.pdf')
    const order = { id, name: '赵局长', number: '9号', date: '2026-11-20' }
    await client.schemes.approve({ ...order, scan: await scanOf(client) })
    expect(await codeOf(client.schemes.approve({ ...order, scan: await scanOf(client) }))).toBe(
      'SCHEME_APPROVED',
    )
    expect((await client.schemes.print({ id })).name).toBe('抽查实施方案.pdf')
    expect((await client.plans.year({ year: 2026 })).lines[0]?.schemes).toMatchObject([{ approved: true }])
  })

  it('last year’s lines are looked at before they are copied', async () => {
    const { client, line } = await planned(transport)
    const years = { from: 2026, to: 2027 }
    expect(await client.plans.copyable(years)).toMatchObject([{ row: { number: '2027-01' } }])
    expect((await client.plans.copy({ years, lines: [line.serial] })).added).toHaveLength(1)
    expect(await codeOf(client.plans.copy({ years, lines: [line.serial] }))).toBe('LIST_EMPTY')
    expect((await client.plans.years({})).map(({ year }) => year)).toEqual([2027, 2026])
  })
})
