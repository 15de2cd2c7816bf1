import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'

/**
 * A stand-in of the `electron` module, for `vi.mock('electron')`: what the shell asks for is recorded, and what
 * Electron would tell can be emitted. It decides nothing.
 */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface StandInDisplay {
  readonly id: number
  readonly bounds: Bounds
}

let lastId = 0

export class StandInContents extends EventEmitter {
  readonly id: number
  windowOpenHandler: (() => { action: string }) | null = null
  readonly posted: { readonly channel: string; readonly message: unknown; readonly ports: unknown[] }[] = []

  constructor() {
    super()
    lastId += 1
    this.id = lastId
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpenHandler = handler
  }
  reloads = 0
  reload(): void {
    this.reloads += 1
  }
  /** the print dialogs that were asked for, each to be answered as the system would */
  readonly prints: ((isSent: boolean, reason: string) => void)[] = []
  print(_options: unknown, answer: (isSent: boolean, reason: string) => void): void {
    this.prints.push(answer)
  }
  postMessage(channel: string, message: unknown, ports: unknown[]): void {
    this.posted.push({ channel, message, ports })
  }
}

export interface WindowOptions extends Partial<Bounds> {
  readonly webPreferences: Readonly<Record<string, unknown>>
  readonly title?: string
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = []
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.all.at(-1) ?? null
  }
  readonly webContents = new StandInContents()
  readonly did: string[] = []
  url = ''
  bounds: Bounds
  isFull = false
  isShown = false
  readonly options: WindowOptions

  constructor(options: WindowOptions) {
    super()
    this.options = options
    this.bounds = { x: 0, y: 0, width: 1440, height: 900 }
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.url = url
  }
  getBounds(): Bounds {
    return this.bounds
  }
  setBounds(bounds: Bounds): void {
    this.bounds = bounds
    this.did.push('setBounds')
  }
  setFullScreen(isFull: boolean): void {
    this.isFull = isFull
    this.did.push(`setFullScreen ${isFull}`)
  }
  show(): void {
    this.isShown = true
    this.did.push('show')
  }
  showInactive(): void {
    this.isShown = true
    this.did.push('showInactive')
  }
  hide(): void {
    this.isShown = false
    this.did.push('hide')
  }
  focus(): void {
    this.did.push('focus')
  }
  isMinimized(): boolean {
    return true
  }
  restore(): void {
    this.did.push('restore')
  }
  removeMenu(): void {}
  close(): void {
    BrowserWindow.all = BrowserWindow.all.filter((window) => window !== this)
    this.emit('closed')
  }
}

class App extends EventEmitter {
  isFirst = true
  readonly did: string[] = []
  setPath(name: string, folder: string): void {
    this.did.push(`setPath ${name} ${folder}`)
  }
  requestSingleInstanceLock(): boolean {
    return this.isFirst
  }
  enableSandbox(): void {
    this.did.push('enableSandbox')
  }
  async whenReady(): Promise<void> {}
  quit(): void {
    this.did.push('quit')
  }
  exit(code: number): void {
    this.did.push(`exit ${code}`)
  }
  getVersion(): string {
    return '0.1.0'
  }
}
export const app = new App()

class Screen extends EventEmitter {
  displays: StandInDisplay[] = [{ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }]
  getAllDisplays(): StandInDisplay[] {
    return this.displays
  }
  getPrimaryDisplay(): StandInDisplay {
    return this.getDisplayMatching({ x: 0, y: 0, width: 1, height: 1 })
  }
  getDisplayMatching({ x }: Bounds): StandInDisplay {
    const [first] = this.displays
    const found = this.displays.find(({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width)
    if (first === undefined) throw new Error('no display')
    return found ?? first
  }
}
export const screen = new Screen()

type Handler = (request: Request) => Response | Promise<Response>
class Protocol {
  readonly handlers = new Map<string, Handler>()
  schemes: unknown = null
  registerSchemesAsPrivileged(schemes: unknown): void {
    this.schemes = schemes
  }
  handle(scheme: string, handler: Handler): void {
    this.handlers.set(scheme, handler)
  }
}
export const protocol = new Protocol()

export class StandInSession extends EventEmitter {
  constructor() {
    super()
    // One session lives through all shells of a file of tests.
    this.setMaxListeners(0)
  }
  readonly protocol = new Protocol()
  readonly handlers: Record<string, (...given: never[]) => unknown> = {}
  readonly webRequest = {
    onBeforeRequest: (handler: (...given: never[]) => unknown) => {
      this.handlers.beforeRequest = handler
    },
  }
  setPermissionRequestHandler(handler: (...given: never[]) => unknown): void {
    this.handlers.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: (...given: never[]) => unknown): void {
    this.handlers.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: (...given: never[]) => unknown): void {
    this.handlers.devicePermission = handler
  }
  setDisplayMediaRequestHandler(handler: (...given: never[]) => unknown): void {
    this.handlers.displayMedia = handler
  }
  setCertificateVerifyProc(handler: (...given: never[]) => unknown): void {
    this.handlers.certificate = handler
  }
  setSpellCheckerEnabled(): void {}
}
const partitions = new Map<string, StandInSession>()
export const session = {
  defaultSession: new StandInSession(),
  fromPartition: (name: string) => {
    const found = partitions.get(name) ?? new StandInSession()
    partitions.set(name, found)
    return found
  },
}

export const ipcMain = new EventEmitter()

/** A process that Electron would have started: what it was told, and how it speaks and dies. */
export class StandInUtility extends EventEmitter {
  readonly told: { readonly message: unknown; readonly ports: unknown[] }[] = []
  postMessage(message: unknown, ports: unknown[] = []): void {
    this.told.push({ message, ports })
  }
  kill(): boolean {
    this.emit('exit', null)
    return true
  }
}
export const utilityProcess = {
  started: [] as StandInUtility[],
  fork: () => {
    const child = new StandInUtility()
    utilityProcess.started.push(child)
    return child
  },
}

/** Node's own ports stand for Electron's: both emit `message` and carry the same text. */
export class MessageChannelMain {
  readonly port1: unknown
  readonly port2: unknown
  constructor() {
    const { port1, port2 } = new MessageChannel()
    port1.unref()
    port2.unref()
    this.port1 = port1
    this.port2 = port2
  }
}

export const Menu = {
  template: null as unknown,
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => {
    Menu.template = menu
  },
}

export const dialog = {
  errors: [] as string[],
  folder: null as string | null,
  showErrorBox: (_title: string, text: string) => dialog.errors.push(text),
  showOpenDialog: async () => ({ canceled: dialog.folder === null, filePaths: [dialog.folder] }),
  showMessageBox: async () => ({ response: 0 }),
  asked: [] as { readonly message: string; readonly buttons: readonly string[] }[],
  /** index of the button that is pressed next */
  pressed: 0,
  showMessageBoxSync: (_window: unknown, options: { message: string; buttons: string[] }) => {
    dialog.asked.push(options)
    return dialog.pressed
  },
}

export const shell = {
  opened: [] as string[],
  revealed: [] as string[],
  openPath: async (file: string) => {
    shell.opened.push(file)
    return ''
  },
  showItemInFolder: (file: string) => shell.revealed.push(file),
}
