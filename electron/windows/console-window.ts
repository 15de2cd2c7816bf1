import { BrowserWindow } from 'electron'
import { pageAddresses } from './addresses.ts'
import { pagePreferences } from './hardening.ts'
import { askBeforeLeaving } from './leave-unsaved.ts'
import { reviveWhenCrashed } from './revive-page.ts'

/** Opens the console's window (操作台). It is shown when its page has something to show. */
export function openConsoleWindow(options: {
  readonly preload: string
  readonly icon: string
}): BrowserWindow {
  const window = new BrowserWindow({
    title: '双随机',
    icon: options.icon,
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    backgroundColor: '#f5f3ee',
    webPreferences: pagePreferences(options.preload),
  })
  window.once('ready-to-show', () => window.show())
  reviveWhenCrashed(window.webContents)
  askBeforeLeaving(window)
  void window.loadURL(pageAddresses.console)
  return window
}

/** Brings a window to the front, however it was put away. */
export function bringToFront(window: BrowserWindow | null): void {
  if (window === null) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
