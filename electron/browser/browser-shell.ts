import { AsyncIteratorClass, createRouterClient, implement } from '@orpc/server'
import { type ShellState, shellContract } from '../../shared/api/shell-contract.ts'
import { answering } from '../core/contract/answering.ts'
import type { Connection, FaultLog } from '../core/contract/connection.ts'
import type { ConsoleRouter } from '../core/contract/implement-contract.ts'
import { refusedAsItIs } from '../core/contract/refused-as-it-is.ts'
import { documentAddress, type ReadDocument } from './send-document.ts'
import type { OpenInSystem } from './system-viewer.ts'
import type { WindowCount } from './window-count.ts'

/** What the browser shell needs to answer its pages. */
export interface BrowserShellOptions {
  readonly log: FaultLog
  /** a one-time address of the stage */
  readonly stageEntry: () => Promise<string>
  /** the stage's windows that are open */
  readonly stageWindows: WindowCount
  readonly documents: ReadDocument
  readonly openInSystem: OpenInSystem
}

export type ShellRouter = ReturnType<typeof implementBrowserShell>

/**
 * The shell contract where windows are those of an installed browser: the page itself opens what it is given the
 * address of, and asks its browser about displays.
 */
export function implementBrowserShell(options: BrowserShellOptions) {
  const { log, stageEntry, stageWindows, documents, openInSystem } = options
  const root = implement(shellContract).$context<Connection>().use(answering(log))
  const state = (): ShellState => ({
    shell: 'browser',
    displays: 'unknown',
    stage: stageWindows.open === 0 ? 'closed' : 'own-window',
    notice: null,
    // A browser tells no page what became of its print dialog.
    printing: null,
  })
  return root.router({
    watch: root.watch.handler(({ signal }) => watchCount(stageWindows, state, signal)),
    openStage: root.openStage.handler(async () => ({ address: await stageEntry() })),
    // A browser's window is closed by the person who sits before it.
    closeStage: root.closeStage.handler(() => ({})),
    openDocument: root.openDocument.handler(async ({ input, context }) => {
      const { document } = await documents(input.id, context)
      const isOpened = input.where === 'system' && (await openInSystem(document.path))
      return { address: isOpened ? null : documentAddress(document) }
    }),
    revealFile: root.revealFile.handler(async ({ input }) => {
      await openInSystem(folderOf(input.path))
      return {}
    }),
    chooseFolder: root.chooseFolder.handler(() => ({ folder: null, dialogs: false })),
  })
}

/** Documents as the console's own contract gives them: the digest is compared there. */
export function documentsOf(router: ConsoleRouter): ReadDocument {
  return (id, context) => refusedAsItIs(createRouterClient(router, { context }).documents.read({ id }))
}

function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '') || path
}

/** The present state, then every later one that differs, until the window leaves. */
function watchCount(
  count: WindowCount,
  state: () => ShellState,
  signal: AbortSignal | undefined,
): AsyncIteratorClass<ShellState> {
  let told: string | null = null
  let changed = Promise.withResolvers<void>()
  const wake = () => changed.resolve()
  const unsubscribe = count.subscribe(wake)
  signal?.addEventListener('abort', wake)
  return new AsyncIteratorClass<ShellState>(
    async () => {
      for (;;) {
        if (signal?.aborted) return { done: true, value: undefined }
        const value = state()
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
