import { type MessagePortMain, utilityProcess } from 'electron'
import type { FromCore } from '../host/messages.ts'
import type { StartChild } from '../host/supervise-core.ts'

/** Starts the core as a `utilityProcess`. Ports of windows can be handed over to it. */
export function utilityCore(entry: string): StartChild<MessagePortMain> {
  return ({ message, exited }) => {
    const child = utilityProcess.fork(entry, [], { serviceName: '双随机核心', stdio: 'inherit' })
    child.on('message', (heard: FromCore) => message(heard))
    child.once('exit', (code) => exited(code))
    return {
      post: (order, port) => child.postMessage(order, port === undefined ? [] : [port]),
      kill: () => {
        child.kill()
      },
    }
  }
}
