import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { rpcPath, shellPath } from '../../shared/api/client.ts'
import type { LinkSwitch } from './link-state.ts'
import { growingDelay, type Pause, pause } from './pause.ts'

/** How a page reaches its server. */
export interface HttpOptions {
  readonly origin: string
  readonly path: typeof rpcPath | typeof shellPath
  readonly state: LinkSwitch
  readonly fetch?: typeof fetch
  readonly pause?: Pause
}

/** What a shell answers while its core is being started anew: nothing was handed on. */
const notReady = 503
/** How often a call is tried while the shell has no core. */
const attempts = 8

/**
 * Calls over HTTP. A call that the shell could not hand on is tried again; one that was cut off fails, for nobody can
 * say whether it was carried out. A subscription that is cut off tells that the core is gone: a new connection only
 * waits, and would say nothing until the next core is there. While the server cannot be reached it is knocked at until it answers.
 */
export function httpLink(options: HttpOptions): ClientLink<ClientContext> {
  const { origin, path, state } = options
  const send =
    options.fetch ?? ((request: Request | string | URL, init?: RequestInit) => fetch(request, init))
  const wait = options.pause ?? pause
  let knocking = false

  async function knock(): Promise<void> {
    if (knocking) return
    knocking = true
    for (let attempt = 0; !state.up; attempt += 1) {
      await wait(growingDelay(attempt))
      const answered = await send(`${origin}${path}/`, { method: 'POST' }).catch(() => null)
      if (answered !== null && answered.status !== notReady) state.set(true)
    }
    knocking = false
  }
  function lost(): void {
    state.set(false)
    void knock()
  }

  async function call(request: Request, init: RequestInit): Promise<Response> {
    for (let attempt = 0; ; attempt += 1) {
      const response = await send(request.clone(), init).catch((error: unknown) => {
        if (!request.signal.aborted) lost()
        throw error
      })
      if (response.status !== notReady) {
        state.set(true)
        return toldWhenCutOff(response, () => {
          if (!request.signal.aborted) lost()
        })
      }
      lost()
      if (attempt === attempts) return response
      await wait(growingDelay(attempt), request.signal)
      request.signal.throwIfAborted()
    }
  }
  return new RPCLink({ url: `${origin}${path}`, fetch: (request, init) => call(request, init) })
}

/** The answer as it is, and word where it breaks off while it is read. */
function toldWhenCutOff(response: Response, onCutOff: () => void): Response {
  if (response.body === null) return response
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        onCutOff()
        controller.error(error)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return new Response(body, response)
}
