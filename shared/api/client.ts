import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink, type SupportedMessagePort } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { consoleContract, stageContract } from './contract.ts'
import type { shellContract } from './shell-contract.ts'

/** What the console calls. */
export type ConsoleClient = ContractRouterClient<typeof consoleContract>
/** What the stage calls. */
export type StageClient = ContractRouterClient<typeof stageContract>

/** What the console asks of the shell around it. */
export type ShellClient = ContractRouterClient<typeof shellContract>

/** A port to the core: Node's, Electron's or the browser's. Closing it ends whatever was asked through it. */
export type ClientPort = SupportedMessagePort & { start?(): void }

/** Where the contract stands below the origin of the loopback server. */
export const rpcPath = '/rpc'
/** Where the shell's own contract stands. */
export const shellPath = '/shell'

/** A client over a message port. The port is started. */
export function createPortClient<Client extends ConsoleClient | StageClient | ShellClient>(
  port: ClientPort,
): Client {
  const client: Client = createORPCClient(new PortLink({ port }))
  port.start?.()
  return client
}

/**
 * A client over HTTP: `origin` is the loopback server's, e.g. `window.location.origin`. A page's browser adds
 * cookie and Origin itself; `headers` are for whoever has no browser.
 */
export function createHttpClient<Client extends ConsoleClient | StageClient | ShellClient>(
  origin: string,
  headers: Readonly<Record<string, string>> = {},
  path: typeof rpcPath | typeof shellPath = rpcPath,
): Client {
  return createORPCClient(new HttpLink({ url: `${origin}${path}`, headers }))
}
