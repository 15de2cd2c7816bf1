import type { Socket } from 'node:net'
import { builtPages } from '../browser/page-files.ts'
import { type ServedPort, servePort } from '../core/transport/serve-port.ts'
import { type CoreChannel, channelOfThisProcess } from './core-channel.ts'
import { type CoreDesk, openDesk } from './core-desk.ts'
import { faultLog } from './fault-log.ts'
import { coreExits, type Scope, type ToCore } from './messages.ts'
import { serveHanded } from './serve-handed.ts'

/** How long the last answer may take to leave, in milliseconds. */
const answerTime = 200

/** The core as a process of its own (Node's `fork`, Electron's `utilityProcess`): it owns the data, no window. */
function run(channel: CoreChannel): void {
  let desk: CoreDesk | null = null
  let take: (scope: Scope, socket: Socket) => void = (_scope, socket) => socket.destroy()
  let closeServers = () => {}

  function end(code: number): void {
    closeServers()
    desk?.close()
    process.exit(code)
  }

  function start(order: ToCore & { readonly kind: 'start' }): void {
    const { folder, actor, loopback } = order
    const log = faultLog(folder)
    const restart = () => {
      // Whatever was still written here would be lost.
      desk?.close()
      setTimeout(() => end(coreExits.again), answerTime)
    }
    const opened = openDesk({ folder, log, restart })
    if (!opened.ok) {
      channel.post({ kind: 'refused', refusal: opened.refusal }, () => process.exit(coreExits.refused))
      return
    }
    desk = opened.desk
    if (loopback !== null) {
      const served = serveHanded({
        contract: desk.contract,
        connection: { actor },
        log,
        loopback,
        channel,
        pages: builtPages,
      })
      take = served.take
      closeServers = served.close
    }
    takePort = (scope, port) => {
      if (desk !== null) servePort(port, { router: desk.contract[scope], connection: { actor }, log })
    }
    channel.post({ kind: 'ready' })
  }
  let takePort: (scope: Scope, port: ServedPort) => void = () => {}

  channel.listen({
    message(message, handle) {
      if (message.kind === 'start') start(message)
      else if (message.kind === 'socket' && handle !== null) {
        channel.post({ kind: 'taken', id: message.id })
        take(message.scope, handle as Socket)
      } else if (message.kind === 'port' && handle !== null) takePort(message.scope, handle as ServedPort)
      else if (message.kind === 'stop') end(coreExits.stopped)
    },
    // Whoever owned the windows is gone: nobody is left to work for.
    lost: () => end(coreExits.stopped),
  })
  // Ctrl-C reaches every process of the terminal; the one with the windows decides, and says `stop`.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
}

run(channelOfThisProcess())
