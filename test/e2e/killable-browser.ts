import { type BrowserContext, type BrowserServer, chromium } from 'playwright-core'
import { findChromium } from './browser.ts'

/** A browser that can be killed as a whole, with all that it knew: cookies, pages, what was typed. */
export interface KillableBrowser {
  readonly context: BrowserContext
  /** Ends every process of it at once, as a crash does. */
  kill(): Promise<void>
}

/** Starts headless Chromium with a profile of its own. */
export async function startKillableBrowser(): Promise<KillableBrowser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium')
  const server: BrowserServer = await chromium.launchServer({
    executablePath,
    headless: true,
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
  const browser = await chromium.connect(server.wsEndpoint())
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  // What does not come is said where it was waited for, before the test is over.
  context.setDefaultTimeout(15_000)
  return { context, kill: () => server.kill() }
}
