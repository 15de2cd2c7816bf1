import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { LinkSwitch } from './link-state.ts'

/** What is needed of a port: the browser's, or Node's in tests. */
export type PagePort = Pick<MessagePort, 'addEventListener' | 'postMessage' | 'close' | 'start'>

/** A call of oRPC as a link carries it. */
type Call = Parameters<ClientLink<ClientContext>['call']>

/**
 * Calls through whichever port was handed over last. A call made while there is none waits for the next; one that
 * was under way when its port died fails, for nobody can say whether it was carried out.
 */
export class PortLink implements ClientLink<ClientContext> {
  readonly #state: LinkSwitch
  #current: OpenPort | null = null
  #waiting: (() => void)[] = []

  constructor(state: LinkSwitch) {
    this.#state = state
  }

  /** Takes a port to the core. The one before it is closed and what was under way through it fails. */
  take(port: PagePort): void {
    const last = this.#current
    const current = new OpenPort(port, () => {
      if (this.#current !== current) return
      this.#current = null
      this.#state.set(false)
    })
    this.#current = current
    last?.retire()
    this.#state.set(true)
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }

  async call(...call: Call): Promise<unknown> {
    const [, , options] = call
    while (this.#current === null) await this.#next(options.signal)
    return this.#current.call(call)
  }

  #next(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const give = () => reject(signal?.reason)
      if (signal?.aborted) return give()
      signal?.addEventListener('abort', give, { once: true })
      this.#waiting.push(() => {
        signal?.removeEventListener('abort', give)
        resolve()
      })
    })
  }
}

/** A port and what is under way through it. oRPC alone would wait for ever for what it sends to a closed port. */
class OpenPort {
  readonly #port: PagePort
  readonly #link: RPCLink<ClientContext>
  readonly #failing = new Set<(reason: Error) => void>()
  readonly #endings = new Set<() => void>()
  readonly #onEnd: () => void

  constructor(port: PagePort, onEnd: () => void) {
    this.#port = port
    this.#onEnd = onEnd
    this.#link = new RPCLink({ port: endable(port, (end) => this.#endings.add(end)) })
    port.addEventListener('close', () => this.retire())
    port.start()
  }

  call(call: Call): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#failing.add(reject)
      this.#link
        .call(...call)
        .then(resolve, reject)
        .finally(() => this.#failing.delete(reject))
    })
  }

  /** Ends the port: calls fail, subscriptions end. */
  retire(): void {
    this.#onEnd()
    for (const end of this.#endings) end()
    this.#endings.clear()
    for (const fail of this.#failing) fail(new Error('the core went away while it was asked'))
    this.#failing.clear()
    this.#port.close()
  }
}

/** The port as oRPC sees it: its end can be told by us, since closing a port says nothing on one's own side. */
function endable(
  port: PagePort,
  onEnd: (end: () => void) => void,
): Pick<MessagePort, 'addEventListener' | 'postMessage'> {
  const addEventListener = (type: string, listener: EventListener): void => {
    if (type === 'close') onEnd(() => listener(new Event('close')))
    else port.addEventListener(type, listener)
  }
  return {
    postMessage: (message: unknown) => port.postMessage(message),
    addEventListener: addEventListener as MessagePort['addEventListener'],
  }
}
