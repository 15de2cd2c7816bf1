import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { os, type RouterClient } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { expect, it, onTestFinished } from 'vitest'
import { LinkSwitch } from '../../../renderer/connection/link-state.ts'
import { type PagePort, PortLink } from '../../../renderer/connection/port-link.ts'

const hangs = Promise.withResolvers<string>()
const router = {
  name: os.$context<{ name: string }>().handler(({ context }) => context.name),
  hang: os.handler(() => hangs.promise),
}

/** A core of that name: the window's end of a port to it, and how it dies. */
function core(name: string): { port: PagePort; die: () => void } {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler<{ name: string }>(router).upgrade(port1, { context: { name } })
  port1.start()
  onTestFinished(() => port1.close())
  return { port: asPagePort(port2), die: () => port1.close() }
}

/** Node's port has what the browser's has, under other types. */
function asPagePort(port: MessagePort): PagePort {
  return port as unknown as PagePort
}

function link() {
  const state = new LinkSwitch(false)
  const ports = new PortLink(state)
  const client: RouterClient<typeof router> = createORPCClient(ports)
  return { state, ports, client }
}

/** Resolves at the next change of the link. */
const change = (state: LinkSwitch) =>
  new Promise<boolean>((resolve) => {
    const stop = state.subscribe(() => {
      stop()
      resolve(state.up)
    })
  })

it('lets a call wait until there is a port, and goes on through the next when the core is started anew', async () => {
  const { state, ports, client } = link()
  const early = client.name()
  const first = core('first')
  ports.take(first.port)
  expect(await early).toBe('first')
  expect(state.up).toBe(true)

  const down = change(state)
  first.die()
  expect(await down).toBe(false)
  const waiting = client.name()
  ports.take(core('second').port)
  expect(await waiting).toBe('second')
  expect(state.up).toBe(true)
})

it('fails what was under way when the core died, for nobody can say whether it was carried out', async () => {
  const { ports, client } = link()
  const first = core('first')
  ports.take(first.port)
  await client.name()
  const under = client.hang()
  first.die()
  await expect(under).rejects.toThrow()
})

it('fails what was under way through a port that another takes the place of', async () => {
  const { state, ports, client } = link()
  ports.take(core('first').port)
  await client.name()
  const under = client.hang()
  ports.take(core('second').port)
  await expect(under).rejects.toThrow()
  expect(await client.name()).toBe('second')
  expect(state.up).toBe(true)
})

it('lets whoever waits for a port give up', async () => {
  const { client } = link()
  const cancel = new AbortController()
  const waiting = client.name(undefined, { signal: cancel.signal })
  cancel.abort()
  await expect(waiting).rejects.toThrow(DOMException)
})
