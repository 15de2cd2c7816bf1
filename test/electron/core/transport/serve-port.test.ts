import { once } from 'node:events'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import type { Fault } from '../../../../electron/core/contract/connection.ts'
import { implementContract } from '../../../../electron/core/contract/implement-contract.ts'
import { isRequestMessage } from '../../../../electron/core/transport/port-gate.ts'
import { servePort } from '../../../../electron/core/transport/serve-port.ts'
import { type ConsoleClient, createPortClient } from '../../../../shared/api/client.ts'
import { openSample, operator } from '../sample-core.ts'
import { eachPlan, office } from '../sample-registers.ts'

function open(): {
  core: ReturnType<typeof openSample>['core']
  contract: ReturnType<typeof implementContract>
  faults: Fault[]
  port: MessagePort
} {
  const { core } = openSample()
  const faults: Fault[] = []
  const log = (fault: Fault) => {
    faults.push(fault)
  }
  const contract = implementContract(core, log)
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port2.close())
  servePort(port1, { router: contract.console, connection: { actor: operator }, log })
  return { core, contract, faults, port: port2 }
}

const request = { i: '1', p: { u: '/office/get', b: { json: {} } } }

it('leaves unanswered whatever is no request, and goes on', async () => {
  const { faults, port } = open()
  const nonsense: unknown[] = [
    undefined,
    null,
    7,
    '',
    '{',
    'null',
    '[]',
    '{"i":1}',
    JSON.stringify({ ...request, i: 7 }),
    JSON.stringify({ i: '2' }),
    JSON.stringify({ i: '2', p: { u: 'http://elsewhere/office/get' } }),
    JSON.stringify({ i: '2', p: { u: 7 } }),
    JSON.stringify({ i: '2', p: { ...request.p, h: { 'content-type': 'multipart/form-data; boundary=x' } } }),
    JSON.stringify({ i: '2', p: { ...request.p, h: 'x' } }),
    JSON.stringify({ i: '2', p: { ...request.p, m: 'GET' } }),
    JSON.stringify({ i: '2', t: 3, p: { e: 'message' } }),
    // what oRPC would take besides: an object as it is, and bytes
    request,
    new TextEncoder().encode(JSON.stringify(request)),
    ' '.repeat(4 * 1024 * 1024 + 1),
  ]
  for (const message of nonsense) {
    expect(isRequestMessage(message)).toBe(false)
    port.postMessage(message)
  }
  expect(await createPortClient<ConsoleClient>(port).office.get({})).toEqual(office)
  expect(faults).toHaveLength(nonsense.length)
})

it('answers a request whose body makes no sense with an error', async () => {
  const { port, faults } = open()
  const bodies = [undefined, 7, 'x', [], { json: {}, meta: [[0, 'x']] }]
  for (const [index, body] of bodies.entries()) {
    const answer = once(port, 'message')
    port.postMessage(JSON.stringify({ i: `n${index}`, p: { u: '/office/get', b: body } }))
    const [message] = await answer
    expect(JSON.parse(message)).toMatchObject({ i: `n${index}`, p: { s: 400 } })
  }
  expect(faults).toEqual([])
})

it('ends subscriptions and calls when the port closes, from either side', async () => {
  const { core, contract, port } = open()
  const client = createPortClient<ConsoleClient>(port)
  const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
  const watched = await client.draws.watch({ number })
  await watched.next()
  expect(contract.feed.watched).toBe(1)
  const rest = watched.next()
  port.close()
  await expect(rest).rejects.toThrow()
  await expect.poll(() => contract.feed.watched, { interval: 1 }).toBe(0)
})

it('ends the subscriptions of a window whose process dies', async () => {
  const { core, contract } = open()
  const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
  const { port1, port2 } = new MessageChannel()
  servePort(port1, { router: contract.stage, connection: { actor: operator }, log: () => {} })
  const client = new URL('../../../../shared/api/client.ts', import.meta.url).href
  const window = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads')
    import(${JSON.stringify(client)}).then(async ({ createPortClient }) => {
      const events = await createPortClient(workerData.port).draws.watch({ number: workerData.number })
      for await (const { state } of events) parentPort.postMessage(state)
    })`,
    { eval: true, workerData: { port: port2, number }, transferList: [port2] },
  )
  expect(await once(window, 'message')).toEqual(['committed'])
  expect(contract.feed.watched).toBe(1)
  await window.terminate()
  await expect.poll(() => contract.feed.watched, { interval: 1 }).toBe(0)
})

it('serves a port as Electron’s main process has it, with messages as events', async () => {
  const { contract } = open()
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port2.close())
  const portMain = {
    postMessage: (message: unknown) => port1.postMessage(message),
    on: (event: string, listener: (event?: { data: unknown }) => void) => {
      if (event === 'close') port1.on('close', () => listener())
      else port1.on('message', (data) => listener({ data }))
    },
    start: () => port1.start(),
  }
  servePort(portMain, { router: contract.console, connection: { actor: operator }, log: () => {} })
  expect(await createPortClient<ConsoleClient>(port2).office.get({})).toEqual(office)
})
