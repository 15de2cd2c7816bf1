import { once } from 'node:events'
import type { Socket } from 'node:net'
import { listenLoopback } from './listen-loopback.ts'
import { entryPath, type LoopbackScope, loopbackServer } from './loopback-server.ts'
import { OneTimeTokens } from './one-time-tokens.ts'

/** A server on this computer's loopback address. */
export interface Loopback {
  /** e.g. `http://127.0.0.1:49152` */
  readonly origin: string
  /** A new address that opens a window once: its token is exchanged for a cookie. */
  entry(): string
  /** Ends every call and subscription, and the server. */
  close(): Promise<void>
}

/** Serves one scope of the contract on a port that the operating system chooses, within this process. */
export async function serveLoopback(scope: LoopbackScope): Promise<Loopback> {
  const tokens = new OneTimeTokens()
  let take = (socket: Socket): void => void socket.destroy()
  const port = await listenLoopback((socket) => take(socket))
  const server = loopbackServer(scope, port.origin, tokens.admission())
  take = (socket) => server.take(socket)
  return {
    origin: port.origin,
    entry: () => `${port.origin}${entryPath}?token=${tokens.issue()}`,
    close: async () => {
      const closed = once(port.listener, 'close')
      port.close()
      server.close()
      await closed
    },
  }
}
