import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, it } from 'vitest'
import { httpLink } from '../../../renderer/connection/http-link.ts'
import { LinkSwitch } from '../../../renderer/connection/link-state.ts'
import { rpcPath } from '../../../shared/api/client.ts'
import type { consoleContract } from '../../../shared/api/contract.ts'

const office = { code: 'YL01', name: '云岭县市场监督管理局' }
const origin = 'http://127.0.0.1:49152'
const answer = () => Response.json({ json: office })
const notReady = () => new Response('', { status: 503 })
const cutOff = () => Promise.reject(new TypeError('fetch failed'))

/** No time passes, but whatever else is due gets its turn. */
const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A page whose server answers in this order; the last answer is given for ever. */
function page(...answers: (() => Response | Promise<Response>)[]) {
  const state = new LinkSwitch(true)
  const changes: boolean[] = []
  state.subscribe(() => changes.push(state.up))
  const asked: string[] = []
  const fake = async (request: Request | string | URL) => {
    asked.push(request instanceof Request ? request.url : `${request}`)
    const next = answers.length > 1 ? answers.shift() : answers[0]
    return next === undefined ? notReady() : next()
  }
  const link = httpLink({ origin, path: rpcPath, state, fetch: fake, pause: soon })
  const client: ContractRouterClient<typeof consoleContract> = createORPCClient(link)
  return { client, state, changes, asked }
}

const up = (state: LinkSwitch) =>
  new Promise<void>((resolve) => {
    if (state.up) return resolve()
    state.subscribe(() => state.up && resolve())
  })

it('tries a call again that the shell could not hand on, and tells that the core was away', async () => {
  const { client, changes } = page(notReady, notReady, answer)
  expect(await client.office.get({})).toEqual(office)
  expect(changes).toEqual([false, true])
})

it('never sends a call twice that was cut off, and knocks until the server answers', async () => {
  const { client, state, changes, asked } = page(cutOff, cutOff, notReady, answer)
  await expect(client.office.get({})).rejects.toThrow('fetch failed')
  await up(state)
  expect(changes).toEqual([false, true])
  expect(asked.filter((url) => url === `${origin}/rpc/office/get`)).toHaveLength(1)
})

it('gives up after a while where no core comes back', async () => {
  const many = Array.from({ length: 40 }, () => notReady)
  const { client, state, asked } = page(...many, answer)
  await expect(client.office.get({})).rejects.toThrow()
  expect(asked.filter((url) => url === `${origin}/rpc/office/get`)).toHaveLength(9)
  await up(state)
})

it('tells that the core is gone as soon as a subscription is cut off, before a new connection is answered', async () => {
  const cut = async () =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new Error('cut off')) }), {
      headers: { 'content-type': 'text/event-stream' },
    })
  const { client, state, changes } = page(cut, answer)
  const values = await client.stage.watch({})
  await expect(values.next()).rejects.toThrow('cut off')
  await up(state)
  expect(changes).toEqual([false, true])
})
