import type { PickRow } from '../../shared/package/verification.ts'
import { type CheckedPackage, PackageCheck } from './checked-package.ts'

/** What the page asks its worker. */
export type WorkerRequest =
  | { readonly id: number; readonly kind: 'check'; readonly file: Blob }
  | {
      readonly id: number
      readonly kind: 'rows'
      readonly table: number
      readonly from: number
      readonly to: number
    }

/** What the worker answers; `id` is that of the request. */
export type WorkerAnswer =
  | { readonly id: number; readonly kind: 'checked'; readonly checked: CheckedPackage }
  | { readonly id: number; readonly kind: 'rows'; readonly rows: readonly PickRow[] }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

/** Answers a request with `check`. */
export async function answer(check: PackageCheck, request: WorkerRequest): Promise<WorkerAnswer> {
  const { id } = request
  if (request.kind === 'rows')
    return { id, kind: 'rows', rows: check.rows(request.table, request.from, request.to) }
  try {
    const bytes = new Uint8Array(await request.file.arrayBuffer())
    return { id, kind: 'checked', checked: check.check(bytes) }
  } catch (error) {
    return { id, kind: 'failed', message: error instanceof Error ? error.name : '' }
  }
}

/** Serves requests inside a worker. */
export function serve(): void {
  const check = new PackageCheck()
  self.addEventListener('message', async (event: MessageEvent<WorkerRequest>) => {
    self.postMessage(await answer(check, event.data))
  })
}
