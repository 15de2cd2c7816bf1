import { MessageChannel } from 'node:worker_threads'
import { isDefinedError, safe } from '@orpc/client'
import { expect, onTestFinished } from 'vitest'
import { type Loopback, serveLoopback } from '../../../../electron/browser/serve-loopback.ts'
import type { Fault } from '../../../../electron/core/contract/connection.ts'
import {
  type ConsoleRouter,
  type ImplementedContract,
  implementContract,
  type StageRouter,
} from '../../../../electron/core/contract/implement-contract.ts'
import { servePort } from '../../../../electron/core/transport/serve-port.ts'
import {
  type ConsoleClient,
  createHttpClient,
  createPortClient,
  type StageClient,
} from '../../../../shared/api/client.ts'
import { openSample, operator, type SampleCore } from '../sample-core.ts'

/** The same tests go through both: what a window can do does not depend on how it is connected. */
export const transports = ['port', 'http'] as const
export type Transport = (typeof transports)[number]

/** A client and how it goes away, as a window does that is closed. */
export interface Connected<Client> {
  readonly client: Client
  close(): Promise<void>
}

/** A core behind its contract, to which windows are connected. */
export interface Desk extends SampleCore {
  readonly contract: ImplementedContract
  /** what the program's log was told; empty unless a test asks for a fault */
  readonly faults: Fault[]
  connect(): Promise<Connected<ConsoleClient>>
  connectStage(): Promise<Connected<StageClient>>
}

/** Opens a core with its contract on one transport. The clients' account is the operator's. */
export function openDesk(transport: Transport, options: Parameters<typeof openSample>[0] = {}): Desk {
  const sample = openSample(options)
  const faults: Fault[] = []
  const log = (fault: Fault) => {
    faults.push(fault)
  }
  const contract = implementContract(sample.core, log)
  const connect = <Client extends ConsoleClient | StageClient>(router: ConsoleRouter | StageRouter) => {
    const scope = { router, connection: { actor: operator }, log }
    return transport === 'port' ? overPort<Client>(scope) : overHttp<Client>(scope)
  }
  return {
    ...sample,
    contract,
    faults,
    connect: () => connect<ConsoleClient>(contract.console),
    connectStage: () => connect<StageClient>(contract.stage),
  }
}

type Scope = Parameters<typeof serveLoopback>[0]

async function overPort<Client extends ConsoleClient | StageClient>(
  scope: Scope,
): Promise<Connected<Client>> {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port2.close())
  servePort(port1, scope)
  return { client: createPortClient<Client>(port2), close: async () => port2.close() }
}

async function overHttp<Client extends ConsoleClient | StageClient>(
  scope: Scope,
): Promise<Connected<Client>> {
  const loopback = await serveLoopback(scope)
  let closing: Promise<void> | null = null
  const close = () => {
    closing ??= loopback.close()
    return closing
  }
  onTestFinished(close)
  return { client: createHttpClient<Client>(loopback.origin, await browse(loopback)), close }
}

/** What a browser sends after it was opened by the program: the cookie, and the Origin of its page. */
export async function browse(loopback: Loopback): Promise<{ cookie: string; origin: string }> {
  const entered = await fetch(loopback.entry(), { redirect: 'manual' })
  const [cookie = ''] = (entered.headers.getSetCookie()[0] ?? '').split(';')
  return { cookie, origin: loopback.origin }
}

/** The error of the contract that a call ends with: typed, and a whole sentence in Chinese. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const { error } = await safe(call)
  if (!(error instanceof Error)) throw new Error('it was not refused')
  if (!isDefinedError(error)) throw error
  const { code, message, data } = error as { code: string; message: string; data: { message: string } }
  expect(message).toMatch(/\p{Script=Han}.*。$/u)
  expect(data.message).toBe(message)
  return { code, message }
}

/** Just the code of it. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return (await refusal(call)).code
}

/** The next event of an iterator that has not ended. */
export async function nextOf<T>(iterator: AsyncIterator<T>): Promise<T> {
  const { done, value } = await iterator.next()
  if (done === true) throw new Error('the iterator has ended')
  return value
}
