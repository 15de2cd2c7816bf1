import {
  type BrowserWindow,
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
} from 'electron'
import { type PortName, pageReady, portsMessage } from '../../shared/api/page-ports.ts'
import type { Scope } from '../host/messages.ts'
import { isFromPage } from './message-sender.ts'
import { portsChannel } from './ports-channel.ts'

export interface PageLinksOptions {
  readonly window: (scope: Scope) => BrowserWindow | null
  /** takes the core's end of a port of that scope */
  readonly toCore: (scope: Scope, port: MessagePortMain) => void
  /** takes the shell's end of a port of the console */
  readonly toShell: (port: MessagePortMain) => void
}

/** Hands ports over to pages: when a page says that it is ready, and to every page when the core is started anew. */
export class PageLinks {
  readonly #options: PageLinksOptions
  readonly #ready = new Map<Scope, number>()

  constructor(options: PageLinksOptions) {
    this.#options = options
    ipcMain.on(pageReady, (event) => this.#pageIsReady(event))
  }

  /** The core is another: every page that had a port to the last one gets a new one. */
  coreIsNew(): void {
    for (const [scope, contents] of this.#ready) {
      const window = this.#options.window(scope)
      if (window !== null && window.webContents.id === contents) this.#hand(scope, window, ['core'])
    }
  }

  /** Only a page of ours, in the window that it belongs to, is given anything. */
  #pageIsReady({ sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>): void {
    for (const scope of ['console', 'stage'] as const) {
      const window = this.#options.window(scope)
      if (window === null || window.webContents.id !== sender.id || !isFromPage(senderFrame, scope)) continue
      this.#ready.set(scope, sender.id)
      this.#hand(scope, window, scope === 'console' ? ['core', 'shell'] : ['core'])
    }
  }

  #hand(scope: Scope, window: BrowserWindow, names: readonly PortName[]): void {
    const ports = names.map((name) => {
      const { port1, port2 } = new MessageChannelMain()
      if (name === 'core') this.#options.toCore(scope, port1)
      else this.#options.toShell(port1)
      return port2
    })
    window.webContents.postMessage(portsChannel, portsMessage(names), ports)
  }
}
