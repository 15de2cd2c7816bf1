import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** A request that is turned away: its status, and why. */
export interface TurnedAway {
  readonly status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 415
  readonly sentence: string
}

/** Bytes of a request at most; nothing that the contract takes comes near it. */
export const maximumBody = 4 * 1024 * 1024

/**
 * Why a request did not come from our own page, or `null`. The Host must be ours, or a page elsewhere could have its
 * own name resolved to this computer (DNS rebinding); an Origin must be ours, or another site's page, or another
 * program's on this computer, could send what its visitor's cookie allows. Who calls (`POST`) must say its Origin;
 * an address opened by hand or by the program has none.
 */
export function foreignRequest(request: IncomingMessage, origin: string): TurnedAway | null {
  const { host, origin: from } = request.headers
  if (host === undefined || `http://${host}` !== origin)
    return { status: 403, sentence: '地址不对：请从程序打开的窗口访问。' }
  const site = request.headers['sec-fetch-site']
  const isOwn = from === undefined ? request.method === 'GET' : from === origin
  const isOurSite = site === undefined || site === 'same-origin' || site === 'none'
  // The console opens the stage's address, whose port is another: a navigation, and what it gets it cannot read.
  if (!isOwn || !(isOurSite || (site === 'same-site' && isNavigation(request))))
    return { status: 403, sentence: '请求来自别的页面，已拒绝。' }
  return null
}

/** Whether a window goes to this address: neither a frame, nor a script that would read what it gets. */
function isNavigation({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  )
}

/** Why a request is no call of the contract, or `null`: JSON only, of a known and bearable length. */
export function uncallable(request: IncomingMessage): TurnedAway | null {
  if (request.method !== 'POST') return { status: 405, sentence: '只接受POST。' }
  const length = request.headers['content-length']
  if (length === undefined) return { status: 411, sentence: '请求没有写明长度。' }
  if (Number(length) > maximumBody) return { status: 413, sentence: '请求过大。' }
  const type = request.headers['content-type']
  const isJson = type === undefined ? length === '0' : /^application\/json\s*(;|$)/i.test(type)
  if (!isJson || request.headers['content-disposition'] !== undefined)
    return { status: 415, sentence: '只接受JSON。' }
  return null
}

/** The value of a cookie, `''` where there is none. */
export function cookieOf(headers: IncomingHttpHeaders, name: string): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1) ?? ''
}
