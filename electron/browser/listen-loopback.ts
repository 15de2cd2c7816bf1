import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/** A port of this computer's loopback address, whose connections go to whoever answers them. */
export interface LoopbackPort {
  readonly origin: string
  readonly listener: Server
  close(): void
}

/**
 * Listens on a port that the operating system chooses. Nothing is read of a connection here: it is handed over whole,
 * to a process that may be started anew while the port and whoever waits at it stay.
 */
export async function listenLoopback(take: (socket: Socket) => void): Promise<LoopbackPort> {
  const listener = createServer({ pauseOnConnect: true }, take)
  // One address only: 0.0.0.0 would offer the registers to the whole network.
  listener.listen({ host: '127.0.0.1', port: 0, exclusive: true })
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, listener, close: () => listener.close() }
}
