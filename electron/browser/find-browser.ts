import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** Where a browser is looked for; everything is handed in for tests. */
export interface BrowserPlaces {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isProgram?: (file: string) => boolean
}

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const onWindows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/**
 * An installed Chromium, Chrome or Edge: `SSJ_CHROMIUM` over the usual places; `null` where there is none. A name in
 * `SSJ_CHROMIUM` that is no program is none: another one would not be what was asked for.
 */
export function findBrowser({ platform, environment, isProgram = canRun }: BrowserPlaces): string | null {
  const named = environment.SSJ_CHROMIUM
  if (named !== undefined && named !== '') return isProgram(named) ? named : null
  return places(platform, environment).find(isProgram) ?? null
}

function places(platform: NodeJS.Platform, environment: BrowserPlaces['environment']): readonly string[] {
  if (platform === 'darwin') return onMac
  if (platform === 'win32') {
    const roots = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA]
    return onWindows.flatMap((program) =>
      roots.flatMap((root) => (root ? [path.win32.join(root, program)] : [])),
    )
  }
  const folders = [...(environment.PATH ?? '').split(':'), '/usr/bin', '/snap/bin'].filter(
    path.posix.isAbsolute,
  )
  return onPath.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)))
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
