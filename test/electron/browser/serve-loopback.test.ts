import { once } from 'node:events'
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { type Loopback, serveLoopback } from '../../../electron/browser/serve-loopback.ts'
import { implementContract } from '../../../electron/core/contract/implement-contract.ts'
import { type ConsoleClient, createHttpClient } from '../../../shared/api/client.ts'
import { browse } from '../core/contract/desk.ts'
import { openSample, stored } from '../core/sample-core.ts'
import { eachPlan, office } from '../core/sample-registers.ts'

async function open() {
  const { core } = openSample()
  const contract = implementContract(core, () => {})
  const loopback = await serveLoopback({
    router: contract.console,
    connection: { actor: '王操作' },
    log: () => {},
  })
  onTestFinished(() => loopback.close())
  return { core, contract, loopback, headers: await browse(loopback) }
}

/** A request as anybody can write one, every header of it; `fetch` would not let us. */
async function send(
  loopback: Loopback,
  options: RequestOptions,
  body = '{"json":{}}',
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { hostname, port, host } = new URL(loopback.origin)
  const isGet = options.method === 'GET'
  const length =
    options.headers !== undefined && 'transfer-encoding' in options.headers
      ? {}
      : { 'content-length': String(body.length) }
  const ofBody = isGet ? {} : { 'content-type': 'application/json', ...length }
  const headers = { host, ...ofBody, ...options.headers }
  const sent = request({
    hostname,
    port,
    method: 'POST',
    path: '/rpc/office/get',
    agent: false,
    ...options,
    headers,
  })
  sent.end(isGet ? '' : body)
  const [response] = await once(sent, 'response')
  const answer = { status: response.statusCode, headers: response.headers, body: await text(response) }
  sent.on('error', () => {}).destroy()
  return answer
}

it('answers the page that was opened with its cookie', async () => {
  const { loopback, headers } = await open()
  const { status, body } = await send(loopback, { headers })
  expect([status, JSON.parse(body)]).toEqual([200, { json: office }])
  const { ledger } = createHttpClient<ConsoleClient>(loopback.origin, headers)
  expect(await ledger.verify({})).toMatchObject({ ok: true })
})

it('is reached at 127.0.0.1 alone, on a port of the system’s choice', async () => {
  const [one, other] = [await open(), await open()]
  expect(one.loopback.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(one.loopback.origin).not.toBe(other.loopback.origin)
  // 127.0.0.2 is this computer as well: a server on all its addresses would answer there.
  const socket = connect({ host: '127.0.0.2', port: Number(new URL(one.loopback.origin).port) })
  onTestFinished(() => {
    socket.destroy()
  })
  const [error] = await once(socket, 'error')
  expect(error).toMatchObject({ code: 'ECONNREFUSED' })
})

it('exchanges a token once for a cookie that no script reads and no other site sends', async () => {
  const { loopback } = await open()
  const entry = loopback.entry()
  const first = await fetch(entry, { redirect: 'manual' })
  expect(first.status).toBe(303)
  expect(first.headers.get('location')).toBe('/')
  const { port } = new URL(loopback.origin)
  expect(first.headers.get('set-cookie')).toMatch(
    new RegExp(`^ssj-${port}=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
  )
  const second = await fetch(entry, { redirect: 'manual' })
  expect([second.status, second.headers.get('set-cookie')]).toEqual([403, null])
  for (const guess of ['/enter', '/enter?token=', `/enter?token=${'A'.repeat(43)}`])
    expect((await fetch(`${loopback.origin}${guess}`, { redirect: 'manual' })).status).toBe(403)
  expect(
    (await send(loopback, { path: new URL(loopback.entry()).pathname, headers: { origin: loopback.origin } }))
      .status,
  ).toBe(405)
})

it('turns away whoever has no cookie, or a wrong one', async () => {
  const { core, loopback, headers } = await open()
  const { origin } = loopback
  const before = stored(core)
  const other = await open()
  for (const cookie of ['', `ssj-${new URL(origin).port}=${'A'.repeat(43)}`, other.headers.cookie, 'x=y']) {
    const answer = await send(loopback, { path: '/rpc/office/set', headers: { origin, cookie } })
    expect(answer.status).toBe(401)
    expect(answer.body).toMatch(/\p{Script=Han}/u)
  }
  expect(
    (await send(loopback, { headers: { ...headers, cookie: `a=b; ${headers.cookie}; c=d` } })).status,
  ).toBe(200)
  expect(stored(core)).toEqual(before)
})

it('turns away a wrong Host, a wrong Origin, a call without one, and another site’s page', async () => {
  const { loopback, headers } = await open()
  const { port } = new URL(loopback.origin)
  for (const host of [
    'evil.example',
    `localhost:${port}`,
    '127.0.0.1',
    `127.0.0.1:1`,
    `evil.example:${port}`,
  ])
    expect([host, (await send(loopback, { headers: { ...headers, host } })).status]).toEqual([host, 403])
  for (const origin of [
    'http://evil.example',
    'null',
    `http://localhost:${port}`,
    'http://127.0.0.1:1',
    `https://127.0.0.1:${port}`,
  ])
    expect([origin, (await send(loopback, { headers: { ...headers, origin } })).status]).toEqual([
      origin,
      403,
    ])
  expect((await send(loopback, { headers: { cookie: headers.cookie } })).status).toBe(403)
  for (const site of ['cross-site', 'same-site'])
    expect((await send(loopback, { headers: { ...headers, 'sec-fetch-site': site } })).status).toBe(403)
  expect((await send(loopback, { headers: { ...headers, 'sec-fetch-site': 'same-origin' } })).status).toBe(
    200,
  )
})

it('keeps a token that a foreign page tried', async () => {
  const { loopback } = await open()
  const entry = new URL(loopback.entry())
  const path = `${entry.pathname}${entry.search}`
  const foreign = { origin: 'http://evil.example' }
  expect((await send(loopback, { method: 'GET', path, headers: foreign })).status).toBe(403)
  expect((await send(loopback, { method: 'GET', path })).status).toBe(303)
})

it('knows no other address and no other method, and takes JSON of a bearable length only', async () => {
  const { loopback, headers } = await open()
  const status = async (options: RequestOptions, body?: string) =>
    (await send(loopback, options, body)).status
  for (const path of [
    '/',
    '/rpc',
    '/rpc/',
    '/index.html',
    '/rpc/../enter',
    '/rpc/nothing',
    '/rpc/office',
    '/RPC/office/get',
  ])
    expect([path, await status({ path, headers })]).toEqual([path, path === '/rpc/../enter' ? 405 : 404])
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    expect([method, await status({ method, headers })]).toEqual([method, 405])
  for (const type of [
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/jsonp',
  ])
    expect([type, await status({ headers: { ...headers, 'content-type': type } })]).toEqual([type, 415])
  expect(await status({ headers: { ...headers, 'content-disposition': 'attachment; filename=x' } })).toBe(415)
  expect(await status({ headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })).toBe(
    200,
  )
  // It is turned away by what it says of itself, before any of it is read.
  expect(await status({ headers: { ...headers, 'content-length': String(4 * 1024 * 1024 + 1) } })).toBe(413)
  expect(await status({ headers: { ...headers, 'transfer-encoding': 'chunked' } })).toBe(411)
})

it('answers nonsense with an error and goes on', async () => {
  const { loopback, headers } = await open()
  for (const nonsense of ['{', '[]', '"x"', '{"json":{},"meta":[[0,"x"]]}', '{"meta":{}}'])
    expect((await send(loopback, { headers }, nonsense)).status).toBeGreaterThanOrEqual(400)
  expect((await send(loopback, { headers })).status).toBe(200)
})

it('allows no other page to read, and nobody to keep, what it answers', async () => {
  const { loopback, headers } = await open()
  for (const answer of [await send(loopback, { headers }), await send(loopback, {})]) {
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  }
})

it('ends every subscription when it closes', async () => {
  const { core, contract, loopback, headers } = await open()
  const { draws } = createHttpClient<ConsoleClient>(loopback.origin, headers)
  const { number } = core.draws.commit('王操作', core.draws.draft('王操作', eachPlan()))
  const watched = await draws.watch({ number })
  await watched.next()
  expect(contract.feed.watched).toBe(1)
  const rest = watched.next()
  await Promise.all([loopback.close(), expect(rest).rejects.toThrow()])
  await expect.poll(() => contract.feed.watched, { interval: 1 }).toBe(0)
})
