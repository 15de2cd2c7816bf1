import type { Refusal } from '../core/outcome.ts'

/** The two parts of the contract that windows are let to. */
export type Scope = 'console' | 'stage'

/** Where the loopback server of a scope answers, and the sessions that it has let in before. */
export interface LoopbackPlan {
  readonly origin: string
  readonly sessions: readonly string[]
}

/**
 * What the process that owns the windows tells the core's process. Secrets go this way only: an argument or a
 * variable of the environment could be read by others.
 */
export type ToCore =
  | {
      readonly kind: 'start'
      /** the data folder, absolute */
      readonly folder: string
      /** the account that the ledger names */
      readonly actor: string
      /** `null` where windows have ports and no addresses (Electron) */
      readonly loopback: Readonly<Record<Scope, LoopbackPlan>> | null
    }
  /** a connection to the server of a scope; the socket goes with it, and is `taken` before any of it is read */
  | { readonly kind: 'socket'; readonly id: number; readonly scope: Scope }
  /** a window of a scope; its MessagePort goes with it (Electron) */
  | { readonly kind: 'port'; readonly scope: Scope }
  /** the answer to an `ask` */
  | { readonly kind: 'answer'; readonly id: string; readonly value: string | null }
  | { readonly kind: 'stop' }

/** What the core's process tells the one that owns the windows. */
export type FromCore =
  | { readonly kind: 'ready' }
  /** the connection with this id has arrived */
  | { readonly kind: 'taken'; readonly id: number }
  /** the data folder could not be opened; the process ends */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** a one-time token is wanted, or is to be exchanged for a session: both are kept where no crash loses them */
  | {
      readonly kind: 'ask'
      readonly id: string
      readonly what: 'issue' | 'exchange'
      readonly scope: Scope
      readonly token: string
    }
  /** how many windows are watching */
  | { readonly kind: 'windows'; readonly console: number; readonly stage: number }

/** How the core's process ends. Any other code, or a signal, is a crash. */
export const coreExits = {
  stopped: 0,
  /** the data folder was refused, and the reason told */
  refused: 3,
  /** it is to be started again at once: restored data lies ready */
  again: 75,
} as const
