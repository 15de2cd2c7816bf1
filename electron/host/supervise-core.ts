import type { Refusal } from '../core/outcome.ts'
import { coreExits, type FromCore, type ToCore } from './messages.ts'

/** A running process of the core, as Node's `fork` or Electron's `utilityProcess` starts it. */
export interface CoreChild<Handle> {
  post(message: ToCore, handle?: Handle): void
  kill(): void
}

/** What was posted with its handle. */
export interface Posted<Handle> {
  readonly message: ToCore
  readonly handle?: Handle | undefined
}

/**
 * Starts the core's process. `exited` is called once, with its code (`null` where a signal ended it) and what was
 * posted and never arrived: the next process gets it.
 */
export type StartChild<Handle> = (listeners: {
  message(message: FromCore): void
  exited(code: number | null, undelivered?: readonly Posted<Handle>[]): void
}) => CoreChild<Handle>

export interface SuperviseOptions<Handle> {
  readonly start: StartChild<Handle>
  /** what every process is told first: asked anew each time */
  readonly order: () => ToCore
  /** milliseconds of a clock that never goes back */
  readonly now: () => number
  /** the core is there, for the first time or again: windows are to be connected */
  readonly onReady: (restarted: boolean) => void
  /** the core is gone and comes back */
  readonly onLost?: () => void
  readonly onMessage?: (message: FromCore) => void
  /** it is over: `null` after `stop`, else why */
  readonly onEnd: (why: Refusal | null) => void
}

/** So many deaths within so many milliseconds are no accident: starting it again would not help. */
const deaths = { most: 3, within: 10_000 }

const crashLoop: Refusal = {
  code: 'INTERNAL',
  message:
    '程序的核心在十秒内三次意外退出，没有再启动；已保存的数据完好。请重新启动程序；再次出现时，请把数据文件夹中的程序日志交给维护人员。',
}

/** Keeps the core's process running: whatever ends it, the windows stay and find it again. */
export class CoreSupervisor<Handle> {
  readonly #options: SuperviseOptions<Handle>
  #child: CoreChild<Handle> | null = null
  #isReady = false
  #waiting: Posted<Handle>[] = []
  #deaths: number[] = []
  #refusal: Refusal | null = null
  #stopping = false
  #starts = 0

  constructor(options: SuperviseOptions<Handle>) {
    this.#options = options
    this.#start()
  }

  /** Tells the core, at once or as soon as it is there. */
  post(message: ToCore, handle?: Handle): void {
    if (this.#child !== null && this.#isReady) this.#child.post(message, handle)
    else this.#waiting.push({ message, handle })
  }

  /** Ends the core; `onEnd` follows. */
  stop(): void {
    this.#stopping = true
    this.#child?.post({ kind: 'stop' })
  }

  /** Ends the core without asking it. */
  kill(): void {
    this.#stopping = true
    this.#child?.kill()
  }

  #start(): void {
    this.#isReady = false
    this.#starts += 1
    const child = this.#options.start({
      message: (message) => this.#heard(message),
      exited: (code, undelivered = []) => {
        this.#waiting.unshift(...undelivered)
        this.#ended(code)
      },
    })
    this.#child = child
    child.post(this.#options.order())
  }

  #heard(message: FromCore): void {
    if (message.kind === 'refused') this.#refusal = message.refusal
    if (message.kind === 'ready') {
      this.#isReady = true
      const waiting = this.#waiting
      this.#waiting = []
      for (const { message: held, handle } of waiting) this.#child?.post(held, handle)
      this.#options.onReady(this.#starts > 1)
    }
    this.#options.onMessage?.(message)
  }

  #ended(code: number | null): void {
    this.#child = null
    this.#isReady = false
    const why = this.#whyOver(code)
    if (why !== undefined) this.#options.onEnd(why)
    else {
      this.#options.onLost?.()
      this.#start()
    }
  }

  /** Why it is not started again; `undefined` where it is. */
  #whyOver(code: number | null): Refusal | null | undefined {
    if (this.#stopping) return null
    if (this.#refusal !== null) return this.#refusal
    if (code === coreExits.again) return undefined
    const moment = this.#options.now()
    this.#deaths = [...this.#deaths.filter((at) => moment - at < deaths.within), moment]
    return this.#deaths.length >= deaths.most ? crashLoop : undefined
  }
}
