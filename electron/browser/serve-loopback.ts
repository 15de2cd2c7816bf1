import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler } from '@orpc/server/node'
import { rpcPath } from '../../shared/api/client.ts'
import type { Connection, FaultLog } from '../core/contract/connection.ts'
import type { ConsoleRouter, StageRouter } from '../core/contract/implement-contract.ts'
import { OneTimeTokens } from './one-time-tokens.ts'
import { cookieOf, foreignRequest, type TurnedAway, uncallable } from './request-gate.ts'

/** What one server serves. Console and stage each have their own: another port is another origin. */
export interface LoopbackScope {
  readonly router: ConsoleRouter | StageRouter
  readonly connection: Connection
  readonly log: FaultLog
}

/** A server on this computer's loopback address. */
export interface Loopback {
  /** e.g. `http://127.0.0.1:49152` */
  readonly origin: string
  /** A new address that opens a window once: its token is exchanged for a cookie. */
  entry(): string
  /** Ends every call and subscription, and the server. */
  close(): Promise<void>
}

/** The address that takes a token. */
const entryPath = '/enter'

const headers = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/**
 * Serves one scope of the contract over HTTP on 127.0.0.1, a port that the operating system chooses, to whoever
 * holds the cookie that a one-time token is exchanged for. There is no CORS: no other page can read anything.
 */
export async function serveLoopback(scope: LoopbackScope): Promise<Loopback> {
  const { router, connection, log } = scope
  const tokens = new OneTimeTokens()
  const handler = new RPCHandler<Connection>(router)
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    answer(request, response).catch((error: unknown) => {
      log({ call: '(http)', error })
      response.destroy()
    })
  })
  // One address only: 0.0.0.0 would offer the registers to the whole network.
  server.listen({ host: '127.0.0.1', port: 0, exclusive: true })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  // Cookies know no ports: the name tells apart what runs beside this on the same computer.
  const cookie = `ssj-${port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = foreignRequest(request, origin)
    if (foreign !== null) return turnAway(response, foreign)
    const url = URL.parse(request.url ?? '', origin)
    if (url === null) return turnAway(response, { status: 400, sentence: '地址不对。' })
    if (url.pathname === entryPath) return enter(request, response, url)
    if (!url.pathname.startsWith(`${rpcPath}/`)) return turnAway(response, notFound)
    if (!tokens.isOpen(cookieOf(request.headers, cookie)))
      return turnAway(response, { status: 401, sentence: '请从程序打开的窗口访问。' })
    const unfit = uncallable(request)
    if (unfit !== null) return turnAway(response, unfit)
    const { matched } = await handler.handle(request, response, { prefix: rpcPath, context: connection })
    if (!matched) turnAway(response, notFound)
  }

  function enter(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const isGet = request.method === 'GET'
    const session = isGet ? tokens.exchange(url.searchParams.get('token') ?? '') : null
    if (!isGet) turnAway(response, { status: 405, sentence: '只接受GET。' })
    else if (session === null)
      turnAway(response, { status: 403, sentence: '这个地址已用过或不对，请从程序重新打开窗口。' })
    else {
      response.writeHead(303, {
        location: '/',
        'set-cookie': `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`,
      })
      response.end()
    }
  }

  return {
    origin,
    entry: () => `${origin}${entryPath}?token=${tokens.issue()}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const notFound: TurnedAway = { status: 404, sentence: '没有这个地址。' }

function turnAway(response: ServerResponse, { status, sentence }: TurnedAway): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${sentence}\n`)
}
