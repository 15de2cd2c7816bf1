import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ConsoleClient } from '../../../../shared/api/client.ts'
import type { InspectEvent } from '../../../../shared/api/import-contract.ts'
import type { RegisterName } from '../../../../shared/registry/columns.ts'
import { anItem } from '../../../db/sample-rows.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { stored } from '../sample-core.ts'
import { codeOf, nextOf, openDesk, refusal, transports } from './desk.ts'

const county = fileURLToPath(new URL('../../../../build/resources/sample-county/', import.meta.url))
const spoilt = path.join(county, '市场主体名录库-有错.xlsx')

/** Everything an inspection tells, and its report. */
async function inspect(client: ConsoleClient, register: RegisterName, file: string) {
  const events: InspectEvent[] = []
  for await (const event of await client.imports.inspect({ register, path: file })) events.push(event)
  const last = events.at(-1)
  if (last?.event !== 'report') throw new Error('there is no report')
  return { events, ...last }
}

/** A table of `rows` firms as a .csv file. */
function table(rows: number): string {
  const file = path.join(temporaryFolder(), '名录.csv')
  const lines = Array.from({ length: rows }, (_, index) => `示例公司${index + 1},企业,存续\n`)
  writeFileSync(file, `名称,种类,状态\n${lines.join('')}`)
  return file
}

describe.each(transports)('an import over %s', (transport) => {
  it('reports first, then takes the decisions, and writes only when confirmed', async () => {
    const desk = openDesk(transport, { registers: false })
    const { client } = await desk.connect()
    const before = stored(desk.core)
    const { events, token, report } = await inspect(client, 'objects', spoilt)
    expect(events[0]).toMatchObject({ event: 'started', token })
    expect(report).toMatchObject({ register: 'objects', file: { kind: 'xlsx' } })
    const { counts } = report
    expect(counts.refused).toBeGreaterThan(0)
    expect(counts.undecided).toBeGreaterThan(0)

    const all = await client.imports.rows({ token, limit: 200 })
    expect(all.total).toBe(counts.rows)
    const undecided = await client.imports.rows({ token, verdicts: ['undecided'] })
    expect(undecided.total).toBe(counts.undecided)
    expect((await client.imports.rows({ token, limit: 2, offset: 1 })).rows).toEqual(all.rows.slice(1, 3))

    expect(await codeOf(client.imports.confirm({ token }))).toBe('IMPORT_UNDECIDED')
    const [row] = undecided.rows
    if (row?.verdict !== 'undecided') throw new Error('nothing is undecided')
    expect(await codeOf(client.imports.confirm({ token, answers: { [row.line]: ['没有这一项'] } }))).toBe(
      'ANSWER_INVALID',
    )
    expect(stored(desk.core)).toEqual(before)

    const answers = { [row.line]: row.questions.map((question) => question.options[0]?.value ?? null) }
    const done = await client.imports.confirm({ token, answers, skipBad: true })
    expect(done).toMatchObject({ register: 'objects', added: counts.new + 1, changed: 0 })
    expect(done.skipped).toHaveLength(counts.refused + counts.undecided - 1)
    expect(done.skipped).not.toContain(row.line)
    expect((await client.registers.objects.search({})).total).toBe(done.added)
    expect(await codeOf(client.imports.confirm({ token }))).toBe('IMPORT_UNKNOWN')
    expect(await codeOf(client.imports.rows({ token }))).toBe('IMPORT_UNKNOWN')
    expect(desk.faults).toEqual([])
  })

  it('tells how far it is', async () => {
    const { client } = await openDesk(transport, { registers: false }).connect()
    const { events, report } = await inspect(client, 'objects', table(20_000))
    expect(events.map(({ event }) => event)).toContain('progress')
    const rows = events.flatMap((event) => (event.event === 'progress' ? [event.rows] : []))
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b))
    expect(report.counts.rows).toBe(20_000)
  })

  it('is refused when the registers have changed since the report', async () => {
    const { client } = await openDesk(transport, { registers: false }).connect()
    const { token } = await inspect(client, 'objects', table(3))
    await client.registers.items.add({ row: anItem(1) })
    expect(await codeOf(client.imports.confirm({ token }))).toBe('IMPORT_STALE')
    expect((await client.registers.objects.search({})).total).toBe(0)
  })

  it('is forgotten when it is discarded', async () => {
    const { client } = await openDesk(transport, { registers: false }).connect()
    const { token } = await inspect(client, 'objects', table(3))
    await client.imports.discard({ token })
    expect(await codeOf(client.imports.confirm({ token }))).toBe('IMPORT_UNKNOWN')
  })

  it('stops when it is discarded, when its caller leaves, and when the caller aborts', async () => {
    const desk = openDesk(transport, { registers: false })
    const { client } = await desk.connect()
    const input = { register: 'objects', path: table(300_000) } as const
    const discarded = await client.imports.inspect(input)
    const started = await nextOf(discarded)
    if (started.event !== 'started') throw new Error(started.event)
    await client.imports.discard({ token: started.token })
    const rest = (async () => {
      for await (const _event of discarded);
    })()
    expect(await refusal(rest)).toMatchObject({ code: 'CANCELLED' })

    const left = await client.imports.inspect(input)
    await nextOf(left)
    await left.return?.()
    const stop = new AbortController()
    const aborted = await client.imports.inspect(input, { signal: stop.signal })
    await nextOf(aborted)
    stop.abort()
    await expect(
      (async () => {
        for await (const _event of aborted);
      })(),
    ).rejects.toThrow()
    await expect.poll(() => desk.contract.imports.running, { interval: 1, timeout: 30_000 }).toBe(0)
    expect(stored(desk.core)).toMatchObject({ inspection_object_version: 0 })
    expect(desk.faults).toEqual([])
  })

  it('names what is wrong with a file as a whole', async () => {
    const { client } = await openDesk(transport, { registers: false }).connect()
    const folder = temporaryFolder()
    const words = path.join(folder, '说明.csv')
    writeFileSync(words, '这不是名录\n只有一些话\n')
    await expect(inspect(client, 'objects', words)).rejects.toMatchObject({
      code: 'NO_KNOWN_HEADER',
      defined: true,
    })
    expect(await codeOf(inspect(client, 'objects', path.join(folder, '没有.xlsx')))).toBe('FILE_NOT_FOUND')
    expect(await codeOf(inspect(client, 'objects', '名录.xlsx'))).toBe('INPUT_INVALID')
  })

  it('keeps a bounded number of reports that nobody decides', async () => {
    const { client } = await openDesk(transport, { registers: false }).connect()
    const file = table(1)
    const { token: first } = await inspect(client, 'objects', file)
    for (let n = 0; n < 3; n++) await inspect(client, 'objects', file)
    expect(await codeOf(client.imports.confirm({ token: first }))).toBe('IMPORT_UNKNOWN')
  })
})
