import {
  onMessagePortClose,
  onMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { Connection, FaultLog } from '../contract/connection.ts'
import { isRequestMessage } from './port-gate.ts'

/** A port of Node's `worker_threads` or Electron's `MessagePortMain`. */
export type ServedPort = SupportedMessagePort & { start?(): void }

/** Any part of the contract, as somebody implements it: a scope of the core, or the shell. */
type ServedRouter = ConstructorParameters<typeof RPCHandler<Connection>>[0]

/**
 * Answers the calls of one scope that come through `port`, for as long as it is open, and starts the port. When it
 * closes, whatever was asked through it is aborted and its subscriptions end. Messages that are none of ours are
 * written to `log` and left unanswered.
 */
export function servePort(
  port: ServedPort,
  scope: {
    readonly router: ServedRouter
    readonly connection: Connection
    readonly log: FaultLog
  },
): void {
  const { router, connection, log } = scope
  new RPCHandler<Connection>(router).upgrade(gated(port, log), { context: connection })
  port.start?.()
}

/** The port as oRPC sees it: only what our client sends comes through. */
function gated(port: ServedPort, log: FaultLog): SupportedMessagePort {
  return {
    postMessage: (message: unknown) => port.postMessage(message),
    on: (event, callback) => {
      if (event === 'close') onMessagePortClose(port, () => callback())
      else
        onMessagePortMessage(port, (message: unknown) => {
          if (isRequestMessage(message)) callback({ data: message })
          else
            log({ call: '(port)', error: new TypeError('a message that is no request was left unanswered') })
        })
    },
  }
}
