import { Worker } from 'node:worker_threads'
import { errorCode } from '../../../db/refusal.ts'
import { RefusalError } from '../outcome.ts'
import type { ThreadCall, ThreadCalls, ThreadTold } from './thread-calls.ts'

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

const entry = new URL('./import-worker.ts', import.meta.url)

/** Of a large table most is garbage soon: with little room for what is young it does not pile up. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 2048 }

/** A thread that imports: what takes long is done there, and this thread goes on answering windows. */
export class ImportThread {
  readonly #worker: Worker
  readonly #now: () => number
  readonly #waiting = new Map<number, Waiting>()
  readonly #onProgress: (rows: number) => void
  #last = 0
  #isOver = false

  /** @param now the core's time in epoch milliseconds */
  constructor(folder: string, now: () => number, onProgress: (rows: number) => void = () => {}) {
    this.#now = now
    this.#onProgress = onProgress
    this.#worker = new Worker(entry, { workerData: { folder }, execArgv: [], resourceLimits })
    this.#worker.on('message', (told: ThreadTold) => this.#hear(told))
    this.#worker.once('error', (error) => this.#end(isOutOfMemory(error) ? tooLarge() : error))
    this.#worker.once('exit', () => this.#end(cancelled()))
  }

  /** Asks the thread. Refuses as the thread does, and with `CANCELLED` where it was ended meanwhile. */
  ask<C extends ThreadCall>(call: C, ask: ThreadCalls[C]['ask']): Promise<ThreadCalls[C]['answer']> {
    if (this.#isOver) return Promise.reject(cancelled())
    this.#last += 1
    const id = this.#last
    const answered = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    this.#worker.postMessage({ id, now: this.#now(), call, ask })
    // Both ends are compiled from one map of calls.
    return answered as Promise<ThreadCalls[C]['answer']>
  }

  /** Ends the thread wherever it is: what it was about to write is rolled back. */
  async end(): Promise<void> {
    this.#end(cancelled())
    await this.#worker.terminate()
  }

  #hear(told: ThreadTold): void {
    if (told.told === 'progress') {
      this.#onProgress(told.rows)
      return
    }
    const waiting = this.#waiting.get(told.id)
    this.#waiting.delete(told.id)
    if (told.told === 'answer') waiting?.resolve(told.answer)
    else if (told.told === 'refusal') waiting?.reject(new RefusalError(told.code, told.message))
    else waiting?.reject(told.error)
  }

  #end(error: unknown): void {
    this.#isOver = true
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

function isOutOfMemory(error: unknown): boolean {
  return errorCode(error).endsWith('_OUT_OF_MEMORY')
}

function tooLarge(): RefusalError {
  return new RefusalError(
    'FILE_TOO_LARGE',
    '文件内容过多，内存不足，没有读完。没有写入任何数据。请拆分为几个文件，分次导入。',
  )
}

function cancelled(): RefusalError {
  return new RefusalError('CANCELLED', '已取消读取。没有写入任何数据。需要时可重新导入。')
}
