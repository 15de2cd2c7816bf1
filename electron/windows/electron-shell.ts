import { AsyncIteratorClass, implement } from '@orpc/server'
import type { ConsoleClient } from '../../shared/api/client.ts'
import { type ShellState, shellContract } from '../../shared/api/shell-contract.ts'
import { answering } from '../core/contract/answering.ts'
import type { Connection, FaultLog } from '../core/contract/connection.ts'
import { refusedAsItIs } from '../core/contract/refused-as-it-is.ts'
import type { ShownDocument } from './page-protocol.ts'
import type { ShellFeed } from './shell-feed.ts'

/** What the shell does; how, is the windows' own affair. */
export interface ShellActions {
  openStage(): void
  closeStage(): void
  /** shows a document in a window of its own */
  preview(id: string, name: string, document: ShownDocument): void
  /** opens a stored file in the system's viewer */
  openPath(path: string): Promise<void>
  revealFile(path: string): void
  chooseFolder(title: string): Promise<string | null>
}

export interface ElectronShellOptions {
  readonly log: FaultLog
  readonly feed: ShellFeed
  readonly actions: ShellActions
  /** gives a stored document whose digest was compared; refuses as `documents.read` does */
  readonly readDocument: ConsoleClient['documents']['read']
  /** folders whose files may be shown in the file manager, besides those that the operator chose */
  readonly ownFolders: readonly string[]
  readonly isInside: (folder: string, path: string) => boolean
}

/** What our own viewer shows; anything else goes to the system's. */
const shown = ['application/pdf', 'image/jpeg', 'image/png']

/** The shell contract over Electron's windows, displays and dialogs. */
export function implementElectronShell(options: ElectronShellOptions) {
  const { log, feed, actions, readDocument, isInside } = options
  const root = implement(shellContract).$context<Connection>().use(answering(log))
  const allowed = new Set(options.ownFolders)
  return root.router({
    watch: root.watch.handler(({ signal }) => watchFeed(feed, signal)),
    openStage: root.openStage.handler(() => {
      actions.openStage()
      return { address: null }
    }),
    closeStage: root.closeStage.handler(() => {
      actions.closeStage()
      return {}
    }),
    openDocument: root.openDocument.handler(async ({ input }) => {
      // The core gives the path of what it keeps and has compared: no page names a file to be opened.
      const { document, data } = await refusedAsItIs(readDocument({ id: input.id }))
      if (input.where === 'preview' && shown.includes(document.type)) {
        const bytes = new Uint8Array(Buffer.from(data, 'base64'))
        actions.preview(document.id, document.name, { type: document.type, bytes })
      } else await actions.openPath(document.path)
      return { address: null }
    }),
    revealFile: root.revealFile.handler(({ input }) => {
      if ([...allowed].some((folder) => isInside(folder, input.path))) actions.revealFile(input.path)
      return {}
    }),
    chooseFolder: root.chooseFolder.handler(async ({ input }) => {
      const folder = await actions.chooseFolder(input.title)
      if (folder !== null) allowed.add(folder)
      return { folder, dialogs: true }
    }),
  })
}

/** The present state, then every later one that differs, until the window leaves. */
function watchFeed(feed: ShellFeed, signal: AbortSignal | undefined): AsyncIteratorClass<ShellState> {
  let told: string | null = null
  let changed = Promise.withResolvers<void>()
  const wake = () => changed.resolve()
  const unsubscribe = feed.subscribe(wake)
  signal?.addEventListener('abort', wake)
  return new AsyncIteratorClass<ShellState>(
    async () => {
      for (;;) {
        if (signal?.aborted) return { done: true, value: undefined }
        const value = feed.state
        const text = JSON.stringify(value)
        if (text !== told) {
          told = text
          return { done: false, value }
        }
        await changed.promise
        changed = Promise.withResolvers()
      }
    },
    async () => {
      unsubscribe()
      signal?.removeEventListener('abort', wake)
      wake()
    },
  )
}
