import { mkdirSync } from 'node:fs'
import path from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  MessageChannelMain,
  type MessagePortMain,
  protocol,
  screen,
  session,
  shell,
} from 'electron'
import { type ConsoleClient, createPortClient } from '../../shared/api/client.ts'
import { pageScheme } from '../../shared/api/page-ports.ts'
import type { ShellState } from '../../shared/api/shell-contract.ts'
import { accountName } from '../core/account.ts'
import type { Refusal } from '../core/outcome.ts'
import { softwareName } from '../core/software.ts'
import { servePort } from '../core/transport/serve-port.ts'
import { faultLog } from '../host/fault-log.ts'
import { CoreSupervisor } from '../host/supervise-core.ts'
import { bringToFront, openConsoleWindow } from './console-window.ts'
import { arrangement } from './displays.ts'
import { DocumentWindows } from './document-window.ts'
import { implementElectronShell } from './electron-shell.ts'
import { hardenContents, hardenSession } from './hardening.ts'
import { isInside } from './inside.ts'
import { applicationMenu } from './menu.ts'
import { PageLinks } from './page-links.ts'
import { answerPage, pageSchemes } from './page-protocol.ts'
import { printWindow } from './print-window.ts'
import { ShellFeed } from './shell-feed.ts'
import { toldPlace } from './stage-place.ts'
import { StageWindow } from './stage-window.ts'
import { utilityCore } from './utility-core.ts'

/** Milliseconds that the core is given to end by itself. */
const patience = 5_000

/** Where the parts of the built program lie. */
export interface ShellFiles {
  readonly core: string
  readonly preload: string
  readonly pages: string
  readonly icon: string
}

/**
 * The Electron shell (外壳): windows, displays, menu and dialogs around the core. It knows no rule and no SQL. One
 * instance a data folder: a second start brings the first one's window to the front.
 */
export async function startShell(folder: string, files: ShellFiles): Promise<void> {
  protocol.registerSchemesAsPrivileged(pageSchemes)
  keepOwnFolder(path.join(folder, 'window'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  await app.whenReady()
  open(folder, files)
}

/** The lock of the one instance lies in the folder of user data, so that each data folder has its own. */
function keepOwnFolder(own: string): void {
  try {
    mkdirSync(own, { recursive: true })
  } catch {
    // A data folder that cannot be written to is for the core to refuse, with its sentence.
    return
  }
  app.setPath('userData', own)
}

function open(folder: string, files: ShellFiles): void {
  const { icon, preload } = files
  const actor = accountName()
  const log = faultLog(folder)
  let console: BrowserWindow | null = null
  let isQuitting = false

  hardenSession(session.defaultSession, false)
  protocol.handle(pageScheme, (request) => answerPage(files.pages, request))

  const feed = new ShellFeed({
    shell: 'electron',
    displays: arrangement(screen.getAllDisplays()),
    stage: 'closed',
    notice: null,
    printing: null,
  })
  const stage = new StageWindow({
    icon,
    preload,
    console: () => console,
    onChange: ({ place, notice }) => feed.set({ stage: toldPlace(place), notice }),
  })
  const lookAtDisplays = () => feed.set({ displays: arrangement(screen.getAllDisplays()) })
  for (const change of ['display-added', 'display-removed', 'display-metrics-changed'] as const)
    screen.on(change as 'display-added', lookAtDisplays)

  const supervisor = new CoreSupervisor<MessagePortMain>({
    start: utilityCore(files.core),
    order: () => ({ kind: 'start', folder, actor, loopback: null }),
    now: () => performance.now(),
    onReady: (restarted) => {
      core = ownClient()
      if (restarted) links.coreIsNew()
      else if (console === null) openConsole()
    },
    onEnd: (why) => (why === null ? app.exit(0) : sayAndQuit(why)),
  })
  let core: ConsoleClient | null = null
  /** The shell's own way to the core: where stored documents lie, the core alone knows. */
  function ownClient(): ConsoleClient {
    const { port1, port2 } = new MessageChannelMain()
    supervisor.post({ kind: 'port', scope: 'console' }, port1)
    return createPortClient<ConsoleClient>(port2)
  }

  const documents = new DocumentWindows(icon)
  const router = implementElectronShell({
    log,
    feed,
    isInside,
    ownFolders: [folder],
    readDocument: (...call) => (core ?? ownClient()).documents.read(...call),
    actions: {
      openStage: () => stage.open(),
      closeStage: () => stage.close(),
      preview: (id, name, document) => documents.open(id, name, document, console),
      openPath: async (file) => {
        const problem = await shell.openPath(file)
        if (problem !== '') log({ call: '(openPath)', error: new Error(problem) })
      },
      revealFile: (file) => shell.showItemInFolder(file),
      chooseFolder: async (title) => {
        const asked = { title, properties: ['openDirectory', 'createDirectory'] as const }
        const options = { title: asked.title, properties: [...asked.properties] }
        const { canceled, filePaths } = await (console === null
          ? dialog.showOpenDialog(options)
          : dialog.showOpenDialog(console, options))
        return canceled ? null : (filePaths[0] ?? null)
      },
    },
  })
  const links = new PageLinks({
    window: (scope) => (scope === 'console' ? console : stage.window),
    toCore: (scope, port) => supervisor.post({ kind: 'port', scope }, port),
    toShell: (port) => servePort(port, { router, connection: { actor }, log }),
  })

  function openConsole(): void {
    const window = openConsoleWindow({ preload, icon })
    console = window
    window.once('closed', () => {
      console = null
      app.quit()
    })
  }

  function sayAndQuit({ message }: Refusal): void {
    dialog.showErrorBox('双随机', message)
    app.exit(1)
  }

  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      applicationMenu({
        openStage: () => stage.open(),
        closeStage: () => stage.close(),
        print: () => {
          const window = BrowserWindow.getFocusedWindow()
          if (window === null) return
          const tell = (printing: ShellState['printing']) => feed.set({ printing })
          printWindow(window.webContents, documents.shownIn(window), tell, (reason) =>
            log({ call: '(print)', error: new Error(reason) }),
          )
        },
        showDataFolder: () => void shell.openPath(folder),
        about: () => {
          const options = {
            type: 'info' as const,
            title: '关于双随机',
            message: softwareName(),
            detail: '双随机、一公开抽查：可由任何人重算的公开摇号、记录与文书。',
            buttons: ['关闭'],
          }
          void (console === null ? dialog.showMessageBox(options) : dialog.showMessageBox(console, options))
        },
      }),
    ),
  )
  app.on('second-instance', () => bringToFront(console))
  app.on('activate', () => bringToFront(console))
  app.on('window-all-closed', () => app.quit())
  // The core ends first, so that its database is closed; then the program.
  app.on('will-quit', (event) => {
    if (isQuitting) return
    isQuitting = true
    event.preventDefault()
    supervisor.stop()
    setTimeout(() => supervisor.kill(), patience).unref()
  })
}
