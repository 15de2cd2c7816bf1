import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { documentsOf, implementBrowserShell } from '../browser/browser-shell.ts'
import { entryPath, type LoopbackServer, loopbackServer } from '../browser/loopback-server.ts'
import type { Admission } from '../browser/one-time-tokens.ts'
import { openInSystem } from '../browser/system-viewer.ts'
import { WindowCount } from '../browser/window-count.ts'
import type { Connection, FaultLog } from '../core/contract/connection.ts'
import type { ImplementedContract } from '../core/contract/implement-contract.ts'
import type { CoreChannel } from './core-channel.ts'
import type { LoopbackPlan, Scope, ToCore } from './messages.ts'

export interface HandedOptions {
  readonly contract: ImplementedContract
  readonly connection: Connection
  readonly log: FaultLog
  readonly loopback: Readonly<Record<Scope, LoopbackPlan>>
  readonly channel: CoreChannel
  /** the folder of the built windows */
  readonly pages: string
}

/**
 * The loopback servers of both scopes over connections that another process accepts and hands over. That process
 * keeps ports, tokens and sessions, so that windows go on when this one is started anew.
 */
export function serveHanded(options: HandedOptions): {
  take(scope: Scope, socket: Socket): void
  close(): void
} {
  const { contract, connection, log, loopback, channel, pages } = options
  const ask = asking(channel)
  const consoles = new WindowCount()
  const stages = new WindowCount()
  const tell = () => channel.post({ kind: 'windows', console: consoles.open, stage: stages.open })
  consoles.subscribe(tell)
  stages.subscribe(tell)
  const documents = documentsOf(contract.console)
  const shell = implementBrowserShell({
    log,
    documents,
    openInSystem,
    stageWindows: stages,
    stageEntry: async () => `${loopback.stage.origin}${entryPath}?token=${await ask('issue', 'stage', '')}`,
  })
  const admission = (scope: Scope): Admission => {
    const sessions = new Set(loopback[scope].sessions)
    return {
      issue: async () => (await ask('issue', scope, '')) ?? '',
      exchange: async (token) => {
        const session = await ask('exchange', scope, token)
        if (session !== null) sessions.add(session)
        return session
      },
      isOpen: (session) => sessions.has(session),
    }
  }
  const common = { connection, log }
  const servers: Readonly<Record<Scope, LoopbackServer>> = {
    console: loopbackServer(
      {
        ...common,
        router: contract.console,
        pages: `${pages}/console`,
        shell,
        documents,
        windows: { watches: '/shell/watch', count: consoles },
      },
      loopback.console.origin,
      admission('console'),
    ),
    stage: loopbackServer(
      {
        ...common,
        router: contract.stage,
        pages: `${pages}/stage`,
        windows: { watches: '/rpc/stage/watch', count: stages },
      },
      loopback.stage.origin,
      admission('stage'),
    ),
  }
  return {
    take: (scope, socket) => servers[scope].take(socket),
    close: () => {
      servers.console.close()
      servers.stage.close()
    },
  }
}

type Ask = (what: 'issue' | 'exchange', scope: Scope, token: string) => Promise<string | null>

/** Questions to the other process. An answer to a core that died must not be taken for one to the next. */
function asking(channel: CoreChannel): Ask {
  const open = new Map<string, (value: string | null) => void>()
  channel.listen({
    message(message: ToCore) {
      if (message.kind !== 'answer') return
      open.get(message.id)?.(message.value)
      open.delete(message.id)
    },
    lost: () => {},
  })
  return (what, scope, token) =>
    new Promise((resolve) => {
      const id = randomUUID()
      open.set(id, resolve)
      channel.post({ kind: 'ask', id, what, scope, token })
    })
}
