import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink, type SupportedMessagePort } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { consoleContract, stageContract } from './contract.ts'

/** What the console calls. */
export type ConsoleClient = ContractRouterClient<typeof consoleContract>
/** What the stage calls. */
export type StageClient = ContractRouterClient<typeof stageContract>

/** A port to the core: Node's, Electron's or the browser's. Closing it ends whatever was asked through it. */
export type ClientPort = SupportedMessagePort & { start?(): void }

/** Where the contract stands below the origin of the loopback server. */
export const rpcPath = '/rpc'

/** A client over a message port. The port is started. */
export function createPortClient<Client extends ConsoleClient | StageClient>(port: ClientPort): Client {
  const client: Client = createORPCClient(new PortLink({ port }))
  port.start?.()
  return client
}

/**
 * A client over HTTP: `origin` is the loopback server's, e.g. `window.location.origin`. A page's browser adds
 * cookie and Origin itself; `headers` are for whoever has no browser.
 */
export function createHttpClient<Client extends ConsoleClient | StageClient>(
  origin: string,
  headers: Readonly<Record<string, string>> = {},
): Client {
  return createORPCClient(new HttpLink({ url: `${origin}${rpcPath}`, headers }))
}
