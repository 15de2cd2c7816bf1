import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** A real process beside the test's own. */
export interface Child {
  readonly process: ChildProcess
  /** the next line it prints; rejects where it ends without one */
  line(): Promise<string>
  /** how it ended */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** Starts one of the scripts in `test/db/children`; it is killed when the test is over. */
export function startChild(script: string, ...parameters: string[]): Child {
  const file = new URL(`./children/${script}`, import.meta.url).pathname
  const child = spawn(process.execPath, [file, ...parameters], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    process: child,
    ended,
    async line() {
      const next = await lines.next()
      if (next.done === true) throw new Error(`${script} ended without a line`)
      return next.value
    },
  }
}
