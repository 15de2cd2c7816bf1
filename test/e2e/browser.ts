import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
]
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The Chromium to test with: `SSJ_CHROMIUM`, a usual place, or the PATH; `null` where there is none. */
export function findChromium(): string | null {
  const named = process.env.SSJ_CHROMIUM
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`SSJ_CHROMIUM names no program: ${named}`)
    return named
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...usual, ...onPath].find(isExecutable) ?? null
}

/**
 * Whether tests in a real browser can run. Where they cannot, says so on the terminal, and throws when
 * `SSJ_BROWSER_TESTS=required`: a test that silently does not run proves nothing.
 */
export function browserAvailable(): boolean {
  if (findChromium() !== null) return true
  if (process.env.SSJ_BROWSER_TESTS === 'required')
    throw new Error('no Chromium found, and SSJ_BROWSER_TESTS=required')
  console.warn('browser tests not run: no Chromium (set SSJ_CHROMIUM)')
  return false
}

/** A running browser with a profile of its own, which is gone after `close`. */
export interface TestBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

/** Starts headless Chromium with a fresh profile and nothing that would call home. */
export async function startBrowser(
  options: {
    readonly width?: number
    readonly height?: number
    readonly reducedMotion?: 'reduce' | 'no-preference'
  } = {},
): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium')
  const profile = mkdtempSync(join(tmpdir(), 'ssj-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: options.width ?? 1024, height: options.height ?? 768 },
    locale: 'zh-CN',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
