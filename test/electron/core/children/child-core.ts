import { type Core, type CoreOptions, openCore } from '../../../../electron/core/core.ts'
import type { Disk } from '../../../../electron/documents/write-files.ts'

/** What a child is told on its command line, as JSON. */
export interface Orders {
  /** the data folder, with registers in it */
  readonly folder: string
  /** where the package goes */
  readonly out: string
  /** the plan of the session; left out where it was held and only the package is to be written */
  readonly plan?: object
  readonly digits: readonly string[]
  /** the digits are entered, opened and confirmed together, as the console does it */
  readonly together?: boolean
  /** the time that the clock shows all day */
  readonly time: string
  /** what the random source gives, as hex digits */
  readonly secret: string
  /** when the child kills itself: before or after its n-th commit, or before its n-th call of the disk */
  readonly death?: { readonly when: 'before' | 'after' | 'disk'; readonly number: number }
}

export function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

/** Opens the core of the orders, with its fixed clock and random source. */
export function openChild(orders: Orders, disk?: Disk, hooks?: CoreOptions['hooks']): Core {
  const opened = openCore({
    folder: orders.folder,
    clock: () => new Date(orders.time),
    random: () => Buffer.from(orders.secret, 'hex'),
    software: '双随机抽查 0.0.0 (sample)',
    verifyPage: () => new TextEncoder().encode('<!doctype html><title>sample</title>\n'),
    ...(disk === undefined ? {} : { disk }),
    ...(hooks === undefined ? {} : { hooks }),
  })
  if (!opened.ok) throw new Error(opened.refusal.message)
  return opened.core
}
