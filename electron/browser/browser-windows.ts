import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Scope } from '../host/messages.ts'

/** A running browser, as Node starts it. */
export interface BrowserProcess {
  kill(): void
}
/** Starts the browser with a window at `address`; `exited` says how it ended, `null` for a signal. */
export type StartBrowser = (address: string, exited: (code: number | null) => void) => BrowserProcess

export interface BrowserWindowsOptions {
  readonly start: StartBrowser
  /** a new one-time address of the console */
  readonly entry: () => string
  /** milliseconds of a clock that never goes back */
  readonly now: () => number
  /** the person closed the last window */
  readonly onClosed: () => void
  /** no window comes to stand: the person has to open one himself */
  readonly onFailed: () => void
}

/** So many crashes within so many milliseconds: opening it again would not help. */
const crashes = { most: 3, within: 10_000 }

/**
 * The windows of an installed browser. Closed by the person, the program ends; killed, they are opened again, and
 * the pages find the frame they had.
 */
export class BrowserWindows {
  readonly #options: BrowserWindowsOptions
  readonly #running = new Set<BrowserProcess>()
  #open = 0
  #came = false
  #crashes: number[] = []
  #closing = false

  constructor(options: BrowserWindowsOptions) {
    this.#options = options
  }

  /** Opens a window of the console. */
  open(): void {
    this.#came = false
    const { start, entry } = this.#options
    const running = start(entry(), (code) => {
      this.#running.delete(running)
      // A browser that runs already takes the address over, and this process of it ends.
      if (this.#running.size === 0) this.#ended(code)
    })
    this.#running.add(running)
  }

  /** Told how many windows are watching. */
  counted(open: Readonly<Record<Scope, number>>): void {
    this.#open = open.console + open.stage
    if (open.console > 0) this.#came = true
    if (this.#open === 0 && this.#running.size === 0 && this.#came) this.#closed()
  }

  close(): void {
    this.#closing = true
    for (const running of this.#running) running.kill()
  }

  #ended(code: number | null): void {
    if (this.#closing) return
    if (code === 0) {
      if (this.#open === 0 && this.#came) this.#closed()
      return
    }
    const { now, onFailed } = this.#options
    const moment = now()
    this.#crashes = [...this.#crashes.filter((at) => moment - at < crashes.within), moment]
    if (this.#crashes.length >= crashes.most) onFailed()
    else this.open()
  }

  #closed(): void {
    if (this.#closing) return
    this.#closing = true
    this.#options.onClosed()
  }
}

/** Starts an installed browser with a profile of its own, which knows nothing of the person's other browsing. */
export function startBrowserAt(program: string, profile: string): StartBrowser {
  return (address, exited) => {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    const child = spawn(program, browserArguments(address, profile), { stdio: 'ignore' })
    child.once('exit', exited)
    child.once('error', () => {
      if (child.pid === undefined) exited(1)
    })
    return {
      kill: () => {
        child.kill()
      },
    }
  }
}

function browserArguments(address: string, profile: string): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${path.resolve(profile)}`,
    '--window-size=1280,800',
    '--lang=zh-CN',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-features=Translate',
    // The stage must go on while another window is before it.
    '--disable-backgrounding-occluded-windows',
    // Chromium does not run as root otherwise.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}
