import type { Session, WebContents, WebPreferences } from 'electron'
import { pageScheme } from '../../shared/api/page-ports.ts'

/** What every window's page is held to: no Node, its own world, a sandbox, the browser's own rules. */
const held = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences

/** Preferences of a window of ours. The stage must not slow down where nobody clicks it. */
export function pagePreferences(preload: string): WebPreferences {
  return { ...held, preload, backgroundThrottling: false, autoplayPolicy: 'no-user-gesture-required' }
}

/** Preferences of the window that shows a document: the viewer of PDF, no script of ours, a session of its own. */
export function documentPreferences(partition: string): WebPreferences {
  return { ...held, plugins: true, partition }
}

/** What a page may load: what came with the program, and what it made itself. */
const own = [`${pageScheme}:`, 'blob:', 'data:', 'devtools:']
/** The built-in viewer of PDF is itself an extension of the browser and loads its own parts. */
const viewer = [...own, 'chrome-extension:', 'chrome:']

/** Whether an address may be loaded, by its scheme. Nothing comes from a network. */
export function isOwnContent(address: string, isViewer: boolean): boolean {
  const scheme = URL.parse(address)?.protocol ?? ''
  return (isViewer ? viewer : own).includes(scheme)
}

/**
 * Refuses a session whatever a page could ask the computer for, and everything remote. What a page made itself it may
 * offer to be saved; a screen is shared only where somebody handles it, and nobody does.
 */
export function hardenSession(session: Session, isViewer: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setCertificateVerifyProc((_request, answer) => answer(-2))
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isOwnContent(details.url, isViewer) }),
  )
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    if (!isViewer && !item.getURL().startsWith(`blob:${pageScheme}:`)) event.preventDefault()
  })
}

/** Refuses a page every way out of its address: navigation, new windows, frames that hold other programs. */
export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnContent(event.url, true)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
