import { Worker } from 'node:worker_threads'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { RenderedPapers, RenderOptions } from './render-form.ts'

/** What goes to the thread: everything of the options but what is a function. */
export interface RenderAsked {
  readonly id: number
  readonly models: readonly FormModel[]
  readonly options: Omit<RenderOptions, 'onProgress' | 'signal'>
}

/** What comes back. */
export type RenderTold =
  | { readonly told: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly told: 'papers'; readonly id: number; readonly papers: RenderedPapers }
  | { readonly told: 'fault'; readonly id: number; readonly error: unknown }

interface Waiting {
  readonly resolve: (papers: RenderedPapers) => void
  readonly reject: (error: unknown) => void
  readonly onProgress: RenderOptions['onProgress']
}

const entry = new URL('./render-worker.ts', import.meta.url)

/**
 * A thread that sets papers, for what takes longer than a moment: this thread goes on answering windows. Its fonts
 * are parsed once, so a caller with several files keeps one thread for all of them, and ends it.
 */
export class RenderThread {
  readonly #worker = new Worker(entry, { execArgv: [] })
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #over: { readonly error: unknown } | null = null

  constructor() {
    this.#worker.on('message', (told: RenderTold) => this.#hear(told))
    this.#worker.once('error', (error) => this.#end(error))
    this.#worker.once('exit', () => this.#end(new Error('the thread that sets papers ended')))
  }

  /**
   * As `renderPapers`. An aborted `signal` ends the thread at once, in the middle of a page, and this throws the
   * signal's reason; the thread can be asked no more then.
   */
  async render(models: readonly FormModel[], options: RenderOptions): Promise<RenderedPapers> {
    const { signal, onProgress, ...asked } = options
    signal?.throwIfAborted()
    if (this.#over !== null) throw this.#over.error
    this.#last += 1
    const id = this.#last
    const papers = new Promise<RenderedPapers>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress })
    })
    const abort = () => {
      this.#end(signal?.reason)
      void this.#worker.terminate()
    }
    signal?.addEventListener('abort', abort, { once: true })
    try {
      this.#worker.postMessage({ id, models, options: asked } satisfies RenderAsked)
      return await papers
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }

  /** Ends the thread wherever it is. */
  async end(): Promise<void> {
    this.#end(new Error('the thread that sets papers was ended'))
    await this.#worker.terminate()
  }

  #hear(told: RenderTold): void {
    const waiting = this.#waiting.get(told.id)
    if (told.told === 'progress') {
      waiting?.onProgress?.(told.done, told.total)
      return
    }
    this.#waiting.delete(told.id)
    if (told.told === 'papers') waiting?.resolve(told.papers)
    else waiting?.reject(told.error)
  }

  #end(error: unknown): void {
    this.#over ??= { error }
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
