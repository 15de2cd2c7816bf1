import { BrowserWindow, screen } from 'electron'
import { pageAddresses } from './addresses.ts'
import { pagePreferences } from './hardening.ts'
import { reviveWhenCrashed } from './revive-page.ts'
import { type Desktop, nextStage, type StageEvent, type StageState, stageClosed } from './stage-place.ts'

export interface StageWindowOptions {
  readonly preload: string
  readonly icon: string
  /** the console's window: the stage is never put over it */
  readonly console: () => BrowserWindow | null
  /** told at every change of place or notice */
  readonly onChange: (state: StageState) => void
}

/** The stage's window (大屏), owned by the shell: it survives unplugging and never covers the console's display. */
export class StageWindow {
  readonly #options: StageWindowOptions
  #window: BrowserWindow | null = null
  #state: StageState = stageClosed

  constructor(options: StageWindowOptions) {
    this.#options = options
    const changed = () => this.#happen('displays-changed')
    screen.on('display-added', changed)
    screen.on('display-removed', changed)
    screen.on('display-metrics-changed', changed)
  }

  get window(): BrowserWindow | null {
    return this.#window
  }

  get state(): StageState {
    return this.#state
  }

  /** Opens the stage, or brings it to the front. */
  open(): void {
    this.#happen('open')
    if (this.#state.place.at === 'same-display') this.#window?.focus()
  }

  close(): void {
    this.#window?.close()
  }

  #happen(event: StageEvent): void {
    const before = this.#state
    const desktop = this.#desktop()
    this.#state = nextStage(before, event, desktop)
    this.#arrange(before, desktop)
    if (JSON.stringify(before) !== JSON.stringify(this.#state)) this.#options.onChange(this.#state)
  }

  #desktop(): Desktop {
    const displays = screen.getAllDisplays()
    const window = this.#options.console()
    const console =
      window === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(window.getBounds())
    return { displays, console }
  }

  #arrange(before: StageState, desktop: Desktop): void {
    const { place } = this.#state
    if (place.at === 'closed') return
    if (place.at === 'parked') {
      this.#park()
      return
    }
    const window = this.#ensure()
    if (place.at === 'same-display') {
      if (before.place.at !== 'same-display') this.#asWindow(window, desktop)
      window.show()
      return
    }
    const display = desktop.displays.find(({ id }) => id === place.display)
    if (display === undefined) return
    // A window that fills one display moves to another only after it has let go of the first.
    if (before.place.at !== 'second-display' || before.place.display !== place.display)
      window.setFullScreen(false)
    window.setBounds(display.bounds)
    // The operator's typing stays where it is: the stage appears without taking the keyboard.
    window.showInactive()
    window.setFullScreen(true)
  }

  /** Out of sight and out of full screen, or the system would put it, black or not, over the console. */
  #park(): void {
    this.#window?.setFullScreen(false)
    this.#window?.hide()
  }

  /** Three quarters of the display, so that whoever sits there can always reach the console. */
  #asWindow(window: BrowserWindow, { console: { bounds } }: Desktop): void {
    window.setFullScreen(false)
    const width = Math.max(1024, Math.round(bounds.width * 0.75))
    const height = Math.max(720, Math.round(bounds.height * 0.75))
    window.setBounds({
      x: bounds.x + Math.max(0, bounds.width - width),
      y: bounds.y + Math.max(0, bounds.height - height),
      width: Math.min(width, bounds.width),
      height: Math.min(height, bounds.height),
    })
  }

  #ensure(): BrowserWindow {
    if (this.#window !== null) return this.#window
    const window = new BrowserWindow({
      title: '双随机大屏',
      icon: this.#options.icon,
      show: false,
      backgroundColor: '#fbf9f4',
      autoHideMenuBar: true,
      webPreferences: pagePreferences(this.#options.preload),
    })
    window.removeMenu()
    window.once('closed', () => {
      this.#window = null
      this.#happen('close')
    })
    reviveWhenCrashed(window.webContents)
    this.#window = window
    void window.loadURL(pageAddresses.stage)
    return window
  }
}
