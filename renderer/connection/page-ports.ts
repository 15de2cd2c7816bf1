import { handedOver, type PortName, pageReady } from '../../shared/api/page-ports.ts'
import type { PagePort } from './port-link.ts'

/** What is needed of the page's own window. */
export interface PageWindow {
  readonly location: { readonly origin: string }
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
  postMessage(message: unknown, targetOrigin: string): void
}

/** A message event, as far as it is looked at. */
export interface PageMessage {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
  readonly ports: readonly PagePort[]
}

/**
 * Takes the ports that the shell's preload script hands over, now and whenever the core is started anew, and says
 * that the page is ready for them. A message from any other window or origin is none of the shell's.
 */
export function takePorts(page: PageWindow, take: (name: PortName, port: PagePort) => void): void {
  page.addEventListener('message', (event) => {
    if (event.source !== page || event.origin !== page.location.origin) return
    const names = handedOver(event.data)
    if (names === null || names.length !== event.ports.length) return
    for (const [index, name] of names.entries()) {
      const port = event.ports[index]
      if (port !== undefined) take(name, port)
    }
  })
  page.postMessage(pageReady, page.location.origin)
}
