import { createORPCClient } from '@orpc/client'
import {
  type ConsoleClient,
  rpcPath,
  type ShellClient,
  type StageClient,
  shellPath,
} from '../../shared/api/client.ts'
import { pageScheme } from '../../shared/api/page-ports.ts'
import { httpLink } from './http-link.ts'
import { type LinkState, LinkSwitch } from './link-state.ts'
import { takePorts } from './page-ports.ts'
import { PortLink } from './port-link.ts'

export type { LinkState } from './link-state.ts'

/** The console's side of the connection. `links` tells of the core; the shell is there as long as its window. */
export interface ConsoleConnection {
  readonly core: ConsoleClient
  readonly shell: ShellClient
  readonly links: LinkState
}

/** The stage's side of the connection. */
export interface StageConnection {
  readonly core: StageClient
  readonly links: LinkState
}

/** Connects the console's page to whichever shell shows it. The clients go on over a restart of the core. */
export async function connectConsole(): Promise<ConsoleConnection> {
  const state = new LinkSwitch(false)
  if (!isInElectron()) {
    state.set(true)
    return { core: overHttp(rpcPath, state), shell: overHttp(shellPath, new LinkSwitch(true)), links: state }
  }
  const core = new PortLink(state)
  const shell = new PortLink(new LinkSwitch(false))
  await ports({ core, shell })
  return { core: createORPCClient(core), shell: createORPCClient(shell), links: state }
}

/** Connects the stage's page to whichever shell shows it. The client goes on over a restart of the core. */
export async function connectStage(): Promise<StageConnection> {
  const state = new LinkSwitch(false)
  if (!isInElectron()) {
    state.set(true)
    return { core: overHttp(rpcPath, state), links: state }
  }
  const core = new PortLink(state)
  await ports({ core })
  return { core: createORPCClient(core), links: state }
}

function isInElectron(): boolean {
  return window.location.protocol === `${pageScheme}:`
}

function overHttp<Client extends ConsoleClient | StageClient | ShellClient>(
  path: typeof rpcPath | typeof shellPath,
  state: LinkSwitch,
): Client {
  return createORPCClient(httpLink({ origin: window.location.origin, path, state }))
}

/** Resolves once every link has had its first port. */
function ports(links: Readonly<Partial<Record<'core' | 'shell', PortLink>>>): Promise<void> {
  const missing = new Set(Object.keys(links))
  return new Promise((resolve) => {
    takePorts(window, (name, port) => {
      links[name]?.take(port)
      missing.delete(name)
      if (missing.size === 0) resolve()
    })
  })
}
