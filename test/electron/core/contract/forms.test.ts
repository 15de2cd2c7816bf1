import { safe } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import type { ConsoleClient } from '../../../../shared/api/client.ts'
import type { PrepareEvent } from '../../../../shared/api/form-contract.ts'
import { formCatalogue } from '../../../../shared/forms/form-catalogue.ts'
import { noInspectionEntry } from '../../../../shared/forms/inspection-entry.ts'
import { noVisitEntry } from '../../../../shared/forms/visit-entry.ts'
import { hold, stored } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'
import { codeOf, openDesk, transports } from './desk.ts'

const number = 'YL01-2026-0001'
const unknown = 'YL01-2026-0099'

async function made(client: ConsoleClient, forms: readonly string[]) {
  let last: PrepareEvent | null = null
  for await (const event of await client.forms.prepare({ number, forms: [...forms] })) last = event
  if (last?.event !== 'done') throw new Error('it did not come to its end')
  return last
}

describe.each(transports)('papers over %s', (transport) => {
  test('are entered, made, read, printed and printed again', async () => {
    const desk = openDesk(transport)
    hold(desk.core, eachPlan())
    const { client } = await desk.connect()
    const before = await client.forms.entry({ number })
    await client.forms.saveEntry({ number, version: 0, entry: { ...noInspectionEntry, contact: '吴联络' } })
    const object = before.visits[0]?.object ?? ''
    const said = await client.forms.saveVisit({
      number,
      object,
      version: 0,
      entry: { ...noVisitEntry, result: '未发现问题', questions: [{ question: '是否持证', answer: null }] },
    })
    expect(said).toMatchObject({ version: 1, entry: { contact: '吴联络' }, visits: [{ version: 1 }, {}, {}] })
    const { documents } = await made(client, ['inspection-notice', 'inspection-record'])
    const [notice] = documents
    if (notice === undefined) throw new Error('nothing was made')
    const { data } = await client.documents.read({ id: notice.id })
    expect(Buffer.from(data, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const states = await client.forms.list({ number })
    expect(states.map(({ id }) => id)).toEqual(formCatalogue.map(({ id }) => id))
    expect(states.find(({ id }) => id === 'inspection-notice')).toMatchObject({
      current: notice,
      numbers: ['检通〔2026〕1号', '检通〔2026〕2号', '检通〔2026〕3号'],
    })
    expect(await client.forms.print({ id: notice.id })).toEqual(notice)
    await client.forms.printed({ id: notice.id })
    expect(await client.forms.print({ id: notice.id })).toMatchObject({ copy: 2, original: notice.id })
    const blank = await client.forms.blank({ form: 'survey-record' })
    expect((await client.documents.read({ id: blank.id })).document.name).toBe(blank.name)
    expect(desk.faults).toEqual([])
  })

  test('a window that leaves while they are made leaves nothing behind, and the next is served', async () => {
    const desk = openDesk(transport)
    hold(desk.core, eachPlan())
    const { client } = await desk.connect()
    const before = stored(desk.core)
    const events = await client.forms.prepare({ number, forms: null })
    expect(await events.next()).toMatchObject({ value: { event: 'progress' } })
    await events.return?.(undefined)
    // Orders are carried out one after the other: this one comes when the one before it has ended.
    const { documents } = await made(client, ['draw-record'])
    expect(documents).toHaveLength(1)
    expect(desk.core.documents.list(number)).toHaveLength(1)
    expect(stored(desk.core)).toMatchObject({ document_number: before.document_number })
    expect(desk.faults).toEqual([])
  })

  test('what goes wrong has a code that the contract names, and nothing of it is kept', async () => {
    const desk = openDesk(transport)
    hold(desk.core, eachPlan())
    const { client } = await desk.connect()
    const { client: other } = await desk.connect()
    await other.forms.saveEntry({ number, version: 0, entry: { ...noInspectionEntry, contact: '吴联络' } })
    const before = stored(desk.core)
    const entry = noInspectionEntry
    const nothing = '00000000-0000-4000-8000-000000000000'
    const prepare = async (input: Parameters<typeof client.forms.prepare>[0]) => {
      for await (const _ of await client.forms.prepare(input)) {
        // Refused before it tells anything.
      }
    }
    for (const [code, call] of [
      ['DRAW_UNKNOWN', () => client.forms.list({ number: unknown })],
      ['DRAW_UNKNOWN', () => client.forms.entry({ number: unknown })],
      ['ENTRY_STALE', () => client.forms.saveEntry({ number, version: 0, entry })],
      [
        'UNKNOWN_ID',
        () => client.forms.saveVisit({ number, object: '某人', version: 0, entry: noVisitEntry }),
      ],
      ['DRAW_UNKNOWN', () => prepare({ number: unknown })],
      ['FORM_UNKNOWN', () => prepare({ number, forms: ['draw-recrod'] })],
      ['FORM_NOT_READY', () => prepare({ number, forms: ['list-plans'] })],
      ['DOCUMENT_UNKNOWN', () => client.forms.print({ id: nothing })],
      ['DOCUMENT_UNKNOWN', () => client.forms.printed({ id: nothing })],
      ['FORM_NOT_READY', () => client.forms.blank({ form: 'draw-record' })],
      ['ROW_UNKNOWN', () => client.forms.nonRandom({ serial: 'V000099' as never })],
    ] as const)
      expect(await codeOf(call()), code).toBe(code)
    const typed = { ...entry, startsOn: '2026-13-01' }
    const { error } = await safe(client.forms.saveEntry({ number, version: 1, entry: typed }))
    expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('检查开始日期') })
    expect(stored(desk.core)).toEqual(before)
    expect(desk.faults).toEqual([])
  })
})
