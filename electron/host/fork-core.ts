import { fork } from 'node:child_process'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { FromCore } from './messages.ts'
import type { Posted, StartChild } from './supervise-core.ts'

/** Where Node keeps what it compiled of the sources: half the time of a start, and of a start after a crash. */
const compileCache = fileURLToPath(new URL('../../build/out/compile-cache', import.meta.url))

const entry = fileURLToPath(new URL('./core-process.ts', import.meta.url))

/**
 * Starts the core's process under Node. A socket stays open here until the core says that it has it: one that was
 * under way when the core was killed goes to the next, and whoever sent it only waits a moment longer.
 */
export const forkCore: StartChild<Socket> = ({ message, exited }) => {
  const underWay = new Map<number, Posted<Socket>>()
  const child = fork(entry, [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
  })
  child.on('message', (told: FromCore) => {
    if (told.kind === 'taken') {
      underWay.get(told.id)?.handle?.destroy()
      underWay.delete(told.id)
    } else message(told)
  })
  let isOver = false
  const over = (code: number | null) => {
    if (isOver) return
    isOver = true
    exited(code, [...underWay.values()])
  }
  // After `exit` what it said last may still be under way; after `close` nothing is.
  child.once('close', over)
  // A process that could not be started says so here.
  child.on('error', () => {
    if (child.pid === undefined) over(null)
  })
  return {
    post: (order, socket) => {
      if (order.kind === 'socket') underWay.set(order.id, { message: order, handle: socket })
      if (child.connected) child.send(order, socket, { keepOpen: true }, () => {})
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
