import type { FromCore, ToCore } from './messages.ts'

/** What the core's process hears. `handle` is the socket or port that came with the message. */
export interface CoreListeners {
  message(message: ToCore, handle: unknown): void
  lost(): void
}

/** The core's side of the channel between the two processes. */
export interface CoreChannel {
  post(message: FromCore, done?: () => void): void
  listen(listeners: CoreListeners): void
}

/** As Electron gives it to a `utilityProcess`; Node does not know it. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: unknown[] }) => void): void
}

/** The channel to whoever started this process. Throws where nobody did. */
export function channelOfThisProcess(): CoreChannel {
  const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort }
  if (parentPort !== undefined)
    return {
      post(message, done) {
        parentPort.postMessage(message)
        // The port sends in the background, and an end at once would be faster.
        if (done !== undefined) setTimeout(done, 200)
      },
      listen: ({ message }) =>
        parentPort.on('message', ({ data, ports }) => message(data as ToCore, ports[0] ?? null)),
    }
  const send = process.send?.bind(process)
  if (send === undefined) throw new Error('the core is started by the program, not by hand')
  return {
    post: (message, done) => {
      send(message, undefined, {}, () => done?.())
    },
    listen: ({ message, lost }) => {
      process.on('message', (heard, handle) => message(heard as ToCore, handle ?? null))
      process.on('disconnect', lost)
    },
  }
}
