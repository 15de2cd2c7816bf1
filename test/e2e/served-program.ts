import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { compileCache } from '../electron/compile-cache.ts'

const start = fileURLToPath(new URL('../../electron/start.ts', import.meta.url))
const address = /^http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+$/

/** Milliseconds in which the core may not die a third time, and some for the clocks of two processes. */
const deathsWithin = 10_500

/** Starts `electron/start.ts --serve` and waits for the one-time address that is its last line. */
async function serve(folder: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, [start, '--serve', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (address.test(line)) return { child, address: line }
  }
  throw new Error(`no address was given:\n${said.join('\n')}`)
}

/** The program as `npm start -- --serve` runs it: a process that owns the ports, and its core. */
export class ServedProgram {
  readonly folder: string
  #child: ChildProcess
  #address: string
  #kills: number[] = []

  private constructor(folder: string, child: ChildProcess, address: string) {
    this.folder = folder
    this.#child = child
    this.#address = address
  }

  static async start(folder: string): Promise<ServedProgram> {
    const { child, address } = await serve(folder)
    return new ServedProgram(folder, child, address)
  }

  /** The one-time address that this start gave. */
  get address(): string {
    return this.#address
  }

  /** A fresh one-time address of the console, as a second start on the same data folder gives it. */
  async another(): Promise<string> {
    const { child, address } = await serve(this.folder)
    if (child.exitCode === null) await once(child, 'exit')
    return address
  }

  /**
   * Kills the core; the process that owns the ports starts it anew. A third death within ten seconds would end the
   * program, as it should: so many in a row are put off until it is none.
   */
  async killCore(): Promise<void> {
    const allowed = (this.#kills.at(-2) ?? Number.NEGATIVE_INFINITY) + deathsWithin
    if (allowed > performance.now()) await setTimeout(allowed - performance.now())
    this.#kills.push(performance.now())
    process.kill(this.#corePid(), 'SIGKILL')
  }

  /** The power fails: every process of the program is gone at once. Then it is started again. */
  async failPower(): Promise<void> {
    const gone = once(this.#child, 'exit')
    process.kill(this.#corePid(), 'SIGKILL')
    this.#child.kill('SIGKILL')
    await gone
    this.#kills = []
    const { child, address } = await serve(this.folder)
    this.#child = child
    this.#address = address
  }

  #corePid(): number {
    return JSON.parse(readFileSync(path.join(this.folder, 'instance.json'), 'utf8')).pid
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await gone
  }
}
