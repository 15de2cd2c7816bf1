import { type MessagePort, parentPort } from 'node:worker_threads'
import { renderPapers } from './render-form.ts'
import type { RenderAsked, RenderTold } from './render-thread.ts'

/** Papers in a thread of its own: asked one file after the other, it answers in the same order. */
function serve(port: MessagePort): void {
  const tell = (told: RenderTold, passed: readonly ArrayBuffer[] = []) => port.postMessage(told, [...passed])
  let last: Promise<void> = Promise.resolve()
  const answer = async ({ id, models, options }: RenderAsked) => {
    try {
      const onProgress = (done: number, total: number) => tell({ told: 'progress', id, done, total })
      const papers = await renderPapers(models, { ...options, onProgress })
      // The file goes over whole, not as a copy: of 450 objects it has tens of megabytes.
      tell({ told: 'papers', id, papers }, [papers.pdf.buffer])
    } catch (error) {
      tell({ told: 'fault', id, error })
    }
  }
  port.on('message', (asked: RenderAsked) => {
    last = last.then(() => answer(asked))
  })
}

if (parentPort === null) throw new Error('render-worker.ts runs as a worker')
serve(parentPort)
