import type { Socket } from 'node:net'
import { accountName } from '../core/account.ts'
import type { Refusal } from '../core/outcome.ts'
import type { FromCore, Scope } from '../host/messages.ts'
import { CoreSupervisor, type StartChild } from '../host/supervise-core.ts'
import { type LoopbackPort, listenLoopback } from './listen-loopback.ts'
import { entryPath } from './loopback-server.ts'
import { OneTimeTokens } from './one-time-tokens.ts'

export interface BrowserHostOptions {
  /** the data folder, absolute */
  readonly folder: string
  readonly start: StartChild<Socket>
  /** windows that are watching, told at every change */
  readonly onWindows?: (open: Readonly<Record<Scope, number>>) => void
}

/** The program as windows of a browser see it: two ports that stay, and a core behind them that may be exchanged. */
export interface BrowserHost {
  /** A new one-time address of a scope. */
  entry(scope: Scope): string
  readonly origins: Readonly<Record<Scope, string>>
  /** resolves when the core is over: `null` where it was stopped, else why */
  readonly ended: Promise<Refusal | null>
  /** Ends the core, then the ports. */
  close(): Promise<void>
}

/**
 * Listens for both scopes and keeps the core running behind. Ports, one-time tokens and sessions live here, in the
 * process that reads nothing and so does not die of what it reads: when the core is started anew, connections wait
 * and cookies go on. Gives the refusal where the data folder cannot be opened.
 */
export async function startBrowserHost(
  options: BrowserHostOptions,
): Promise<
  { readonly ok: true; readonly host: BrowserHost } | { readonly ok: false; readonly refusal: Refusal }
> {
  const tokens = { console: new OneTimeTokens(), stage: new OneTimeTokens() }
  const ended = Promise.withResolvers<Refusal | null>()
  const ready = Promise.withResolvers<void>()
  let post: (scope: Scope, socket: Socket) => void = (_scope, socket) => void socket.destroy()
  const listen = (scope: Scope) => listenLoopback((socket) => post(scope, socket))
  const [forConsole, forStage] = await Promise.all([listen('console'), listen('stage')])
  const ports: Readonly<Record<Scope, LoopbackPort>> = { console: forConsole, stage: forStage }
  const plan = (scope: Scope) => ({ origin: ports[scope].origin, sessions: tokens[scope].sessions() })
  const account = accountName()

  function heard(message: FromCore): void {
    if (message.kind === 'windows') options.onWindows?.(message)
    if (message.kind !== 'ask') return
    const { id, what, scope, token } = message
    const value = what === 'issue' ? tokens[scope].issue() : tokens[scope].exchange(token)
    supervisor.post({ kind: 'answer', id, value })
  }

  const supervisor: CoreSupervisor<Socket> = new CoreSupervisor({
    start: options.start,
    order: () => ({
      kind: 'start',
      folder: options.folder,
      actor: account,
      loopback: { console: plan('console'), stage: plan('stage') },
    }),
    now: () => performance.now(),
    onReady: () => ready.resolve(),
    onLost: () => options.onWindows?.({ console: 0, stage: 0 }),
    onMessage: heard,
    onEnd: (why) => {
      for (const port of Object.values(ports)) port.close()
      ended.resolve(why)
    },
  })
  let accepted = 0
  post = (scope, socket) => {
    // A window that goes away while it waits is nobody's fault.
    socket.on('error', () => socket.destroy())
    accepted += 1
    supervisor.post({ kind: 'socket', id: accepted, scope }, socket)
  }

  const refusal = await Promise.race([ready.promise.then(() => null), ended.promise])
  if (refusal !== null) return { ok: false, refusal }
  return {
    ok: true,
    host: {
      origins: { console: forConsole.origin, stage: forStage.origin },
      entry: (scope) => `${ports[scope].origin}${entryPath}?token=${tokens[scope].issue()}`,
      ended: ended.promise,
      close: async () => {
        supervisor.stop()
        await ended.promise
      },
    },
  }
}
