import type { PickRow } from '../../shared/package/verification.ts'
import { type CheckedPackage, PackageCheck } from './checked-package.ts'
import { answer, type WorkerAnswer, type WorkerRequest } from './worker.ts'

/** Checks packages, aside from the page where the browser lets it. */
export interface Checker {
  /** A file that cannot be read at all rejects with an Error whose message is a sentence. */
  check(file: Blob): Promise<CheckedPackage>
  rows(table: number, from: number, to: number): Promise<readonly PickRow[]>
}

type Ask = (request: WorkerRequest) => Promise<WorkerAnswer>

/** A checker in a worker that runs `program`, the text of the page's own script; without workers in the page itself. */
export function createChecker(program: string): Checker {
  let ask = askWorker(program) ?? askHere()
  let id = 0
  const asked = async (request: WorkerRequest): Promise<WorkerAnswer> => {
    try {
      return await ask(request)
    } catch {
      // Some browsers let a worker be made from a local page and then refuse to run it.
      ask = askHere()
      return ask(request)
    }
  }
  return {
    async check(file) {
      id += 1
      const found = await asked({ id, kind: 'check', file })
      if (found.kind === 'checked') return found.checked
      throw new Error('浏览器读不出这个文件：它可能已被移走，或者内存不够。请重新选择。')
    },
    async rows(table, from, to) {
      id += 1
      const found = await asked({ id, kind: 'rows', table, from, to })
      return found.kind === 'rows' ? found.rows : []
    },
  }
}

function askHere(): Ask {
  const check = new PackageCheck()
  return (request) => answer(check, request)
}

function askWorker(program: string): Ask | null {
  let worker: Worker
  try {
    worker = new Worker(URL.createObjectURL(new Blob([program], { type: 'text/javascript' })))
  } catch {
    return null
  }
  const waiting = new Map<number, { resolve: (found: WorkerAnswer) => void; reject: () => void }>()
  worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => {
    waiting.get(event.data.id)?.resolve(event.data)
    waiting.delete(event.data.id)
  })
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject()
    waiting.clear()
  })
  return (request) =>
    new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject })
      worker.postMessage(request)
    })
}
