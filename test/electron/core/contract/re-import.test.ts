import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { ConsoleClient } from '../../../../shared/api/client.ts'
import type { InspectEvent } from '../../../../shared/api/import-contract.ts'
import { anItem } from '../../../db/sample-rows.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { codeOf, openDesk, refusal } from './desk.ts'

async function inspect(client: ConsoleClient, lines: readonly string[]) {
  const file = path.join(temporaryFolder(), '名录.csv')
  writeFileSync(file, `名称,种类,地址,状态\n${lines.join('\n')}\n`)
  const events: InspectEvent[] = []
  for await (const event of await client.imports.inspect({ register: 'objects', path: file }))
    events.push(event)
  const last = events.at(-1)
  if (last?.event !== 'report') throw new Error('there is no report')
  return last
}

it('a register is compared, decided and written in its thread; duplicates are looked for afterwards', async () => {
  const desk = openDesk('port', { registers: false })
  const { client } = await desk.connect()
  const before = await inspect(client, ['甲项目,项目,建设路1号,存续', '乙项目,项目,建设路2号,存续'])
  await client.imports.confirm({ token: before.token })
  const [one] = (await client.registers.objects.search({})).rows
  if (one === undefined) throw new Error('nothing was imported')
  await client.registers.objects.change({
    serial: one.serial,
    version: one.version,
    row: { ...one.row, address: '新市路8号' },
    reason: '来函更正',
  })
  const { token, state } = await inspect(client, ['甲项目,项目,滨河路1号,存续', '甲项目（二期）,项目,,存续'])
  expect(state).toMatchObject({ new: 1, conflicts: 1, skips: 1, whole: false })
  const { rows } = await client.imports.rows({ token, tab: 'conflict' })
  expect(rows).toMatchObject([
    {
      line: 2,
      merge: { serial: one.serial, fields: [{ field: 'address', ours: '新市路8号', theirs: '滨河路1号' }] },
    },
  ])
  const decide = (decision: Parameters<ConsoleClient['imports']['decide']>[0]['decision']) =>
    client.imports.decide({ token, decision })
  await decide({ change: 'field', line: 2, field: 'address', keep: 'ours' })
  expect(await decide({ change: 'whole', whole: true })).toMatchObject({ gone: 1, retire: 0 })
  const gone = await client.imports.gone({ token })
  expect(gone.rows).toMatchObject([{ row: { name: '乙项目' }, imported: true, retire: false }])
  await decide({ change: 'gone-all', which: 'imported', retire: true })
  expect(await codeOf(decide({ change: 'answer', line: 2, answers: ['没有'] }))).toBe('ANSWER_INVALID')
  const done = await client.imports.confirm({ token })
  expect(done).toMatchObject({ added: 1, changed: 0, retired: 1 })
  expect((await client.registers.objects.search({})).rows.map(({ row }) => row)).toMatchObject([
    { name: '甲项目', address: '新市路8号' },
    { name: '甲项目（二期）' },
  ])
  const { importId } = done
  if (importId === null) throw new Error('nothing was written')
  expect(await client.imports.undo({ id: importId, reason: '选错了文件' })).toEqual({
    retired: 1,
    restored: 1,
    readded: 1,
  })
  const rowsNow = (await client.registers.objects.search({})).rows
  expect(rowsNow.map(({ row }) => row)).toMatchObject([
    { name: '甲项目', address: '新市路8号' },
    { name: '乙项目', address: '建设路2号' },
  ])
  // One search after the other: this one waits for that which began by itself.
  expect(await client.duplicates.search({ register: 'objects' })).toEqual({ pairs: 0 })
  expect(await client.duplicates.pairs({ register: 'objects' })).toMatchObject({
    searching: false,
    found: { total: 0 },
  })
  expect(desk.faults).toEqual([])
}, 30_000)

it('while an import is written, whatever else would be written is refused at once, and then goes', async () => {
  const desk = openDesk('port', { registers: false })
  const { client } = await desk.connect()
  const { token } = await inspect(
    client,
    Array.from({ length: 2_000 }, (_, n) => `${n}号项目,项目,建设路${n}号,存续`),
  )
  const writing = client.imports.confirm({ token })
  const meanwhile = await refusal(client.registers.items.add({ row: anItem(1) }))
  expect(meanwhile.code).toBe('DATABASE_BUSY')
  expect(meanwhile.message).toContain('正在写入“名录.csv”')
  expect(await writing).toMatchObject({ added: 2_000 })
  await client.registers.items.add({ row: anItem(1) })
}, 30_000)
