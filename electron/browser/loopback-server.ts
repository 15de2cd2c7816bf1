import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { RPCHandler } from '@orpc/server/node'
import { rpcPath, shellPath } from '../../shared/api/client.ts'
import type { Connection, FaultLog } from '../core/contract/connection.ts'
import type { ConsoleRouter, StageRouter } from '../core/contract/implement-contract.ts'
import type { ShellRouter } from './browser-shell.ts'
import { documentPolicy, pagePolicy } from './content-policy.ts'
import type { Admission } from './one-time-tokens.ts'
import { readPageFile } from './page-files.ts'
import { cookieOf, foreignRequest, type TurnedAway, uncallable } from './request-gate.ts'
import { type ReadDocument, sendDocument } from './send-document.ts'
import type { WindowCount } from './window-count.ts'

/** What one server serves. Console and stage each have their own: another port is another origin. */
export interface LoopbackScope {
  readonly router: ConsoleRouter | StageRouter
  readonly connection: Connection
  readonly log: FaultLog
  /** the folder of the built window */
  readonly pages?: string
  /** what the page asks of the shell around it */
  readonly shell?: ShellRouter
  /** gives stored documents (存档) to the page */
  readonly documents?: ReadDocument
  /** is told of every window that is open: each keeps one subscription, `watches` */
  readonly windows?: { readonly watches: string; readonly count: WindowCount }
}

/** The address that takes a token. */
export const entryPath = '/enter'

const headers = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** A server that is handed its connections: whoever listens may be another process. */
export interface LoopbackServer {
  /** Answers what comes through a connection. */
  take(socket: Socket): void
  /** Ends every call and subscription. */
  close(): void
}

/**
 * The server of one scope. It answers at `origin` to whoever holds the cookie that a one-time token is exchanged
 * for. There is no CORS: no other page can read anything.
 */
export function loopbackServer(scope: LoopbackScope, origin: string, admission: Admission): LoopbackServer {
  const { router, connection, log, pages, shell, documents, windows } = scope
  const rpc = new RPCHandler<Connection>(router)
  const rpcOfShell = shell === undefined ? null : new RPCHandler<Connection>(shell)
  // Cookies know no ports: the name tells apart what runs beside this on the same computer.
  const cookie = `ssj-${new URL(origin).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = foreignRequest(request, origin)
    if (foreign !== null) return turnAway(response, foreign)
    const url = URL.parse(request.url ?? '', origin)
    if (url === null) return turnAway(response, { status: 400, sentence: '地址不对。' })
    const { pathname } = url
    if (pathname === entryPath) return enter(request, response, url)
    const isIn = admission.isOpen(cookieOf(request.headers, cookie))
    if (pathname.startsWith(`${rpcPath}/`) || pathname.startsWith(`${shellPath}/`))
      return isIn ? call(request, response, pathname) : turnAway(response, stranger)
    if (request.method === 'GET' && pathname === '/' && pages !== undefined && !isIn)
      return sendStrangerPage(response)
    if (!isIn) return turnAway(response, request.method === 'GET' ? stranger : notFound)
    if (request.method !== 'GET') return turnAway(response, notFound)
    const document = documentAddress.exec(pathname)
    if (document?.[1] !== undefined && documents !== undefined) {
      response.setHeader('content-security-policy', documentPolicy)
      const turned = await sendDocument(response, documents, document[1], connection)
      return turned === null ? undefined : turnAway(response, turned)
    }
    return page(response, pathname)
  }

  async function call(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    const unfit = uncallable(request)
    if (unfit !== null) return turnAway(response, unfit)
    if (windows !== undefined && pathname === windows.watches) response.once('close', windows.count.opened())
    const options = { context: connection }
    const isOfShell = pathname.startsWith(`${shellPath}/`)
    const { matched } = isOfShell
      ? ((await rpcOfShell?.handle(request, response, { prefix: shellPath, ...options })) ?? {
          matched: false,
        })
      : await rpc.handle(request, response, { prefix: rpcPath, ...options })
    if (!matched) turnAway(response, notFound)
  }

  async function page(response: ServerResponse, pathname: string): Promise<void> {
    // Every browser asks for it by itself, and a page that has none is not broken.
    if (pages !== undefined && pathname === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    const file = pages === undefined ? null : await readPageFile(pages, pathname)
    if (file === null) {
      const isMissing = pages !== undefined && pathname === '/'
      return turnAway(response, isMissing ? { ...notFound, sentence: incomplete } : notFound)
    }
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.bytes.byteLength,
      'content-security-policy': pagePolicy,
    })
    response.end(file.bytes)
  }

  async function enter(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const isGet = request.method === 'GET'
    const session = isGet ? await admission.exchange(url.searchParams.get('token') ?? '') : null
    if (!isGet) turnAway(response, { status: 405, sentence: '只接受GET。' })
    else if (session !== null) {
      response.writeHead(303, {
        location: '/',
        'set-cookie': `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`,
      })
      response.end()
    } else turnAway(response, { status: 403, sentence: '这个地址已用过或不对，请从程序重新打开窗口。' })
  }

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    answer(request, response).catch((error: unknown) => {
      log({ call: '(http)', error })
      response.destroy()
    })
  })
  // Node counts the connections of a server that listens itself only.
  const open = new Set<Socket>()
  return {
    take(socket) {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
      server.emit('connection', socket)
      socket.resume()
    },
    close() {
      for (const socket of open) socket.destroy()
    },
  }
}

const documentAddress = /^\/documents\/([0-9a-f-]{36})\/[^/]+$/
const notFound: TurnedAway = { status: 404, sentence: '没有这个地址。' }
const stranger: TurnedAway = { status: 401, sentence: '请从程序打开的窗口访问。' }
const incomplete = '程序不完整：缺少窗口的页面。数据完好。请重新安装程序。'

function turnAway(response: ServerResponse, { status, sentence }: TurnedAway): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${sentence}\n`)
}

function sendStrangerPage(response: ServerResponse): void {
  response.writeHead(401, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  response.end(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>双随机</title>
<h1>请从程序打开的窗口访问</h1>
<p>这个地址只供程序自己的窗口使用。数据没有改动。</p>
<p>请回到已打开的窗口；窗口已关闭时，请重新启动程序。</p>
</html>
`)
}
