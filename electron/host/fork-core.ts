import { fork } from 'node:child_process'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { FromCore } from './messages.ts'
import type { StartChild } from './supervise-core.ts'

const entry = fileURLToPath(new URL('./core-process.ts', import.meta.url))

/** Starts the core's process under Node. Sockets can be handed over to it. */
export const forkCore: StartChild<Socket> = ({ message, exited }) => {
  const child = fork(entry, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
  child.on('message', (heard) => message(heard as FromCore))
  child.once('exit', (code) => exited(code))
  // A process that could not even be started says so here; its `exit` does not come.
  child.once('error', () => {
    if (child.pid === undefined) exited(null)
  })
  return {
    post: (order, socket) => {
      const lose = () => socket?.destroy()
      if (!child.connected) lose()
      else
        child.send(order, socket, { keepOpen: false }, (error) => {
          if (error !== null) lose()
        })
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
