import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type KillableBrowser, startKillableBrowser } from './killable-browser.ts'
import type { ServedProgram } from './served-program.ts'

/** What both windows show, as far as it says where the session stands. */
export interface Shown {
  /** the session's page on the console: what its main part says */
  readonly console: string
  /** which picture stands on the stage, and all that it says */
  readonly frame: string
  readonly stage: string
}

/** Console (操作台) and stage (大屏) in two windows of one browser, over the served program. */
export class TwoWindows {
  readonly program: ServedProgram
  /** faults of the pages, to be compared with none */
  readonly errors: string[] = []
  #browser: KillableBrowser
  #console: Page
  #stage: Page | null = null

  private constructor(program: ServedProgram, browser: KillableBrowser, console: Page) {
    this.program = program
    this.#browser = browser
    this.#console = console
  }

  static async open(program: ServedProgram): Promise<TwoWindows> {
    const browser = await startKillableBrowser()
    const windows = new TwoWindows(program, browser, await browser.context.newPage())
    await windows.#enter(program.address)
    return windows
  }

  get console(): Page {
    return this.#console
  }
  get stage(): Page {
    if (this.#stage === null) throw new Error('no stage is open')
    return this.#stage
  }
  get browser(): KillableBrowser {
    return this.#browser
  }

  /** Opens the stage by the console's button. */
  async openStage(): Promise<void> {
    const opening = this.#browser.context.waitForEvent('page')
    await press(this.#console, '打开大屏')
    this.#stage = this.#watched(await opening)
    await this.#stage.locator('.picture[data-frame]:not([data-frame=""])').waitFor()
    await this.#console.getByRole('button', { name: '大屏置前' }).waitFor()
  }

  async closeStage(): Promise<void> {
    await this.stage.close()
    this.#stage = null
    await this.#console.getByRole('button', { name: '打开大屏' }).waitFor()
  }

  /** Closes the console's window and opens one anew: the browser still knows who it is. */
  async reopenConsole(): Promise<void> {
    const at = this.#console.url()
    await this.#console.close()
    this.#console = this.#watched(await this.#browser.context.newPage())
    await this.#console.goto(at)
  }

  /** Kills the browser, and enters with a fresh one by a fresh address: 首页 leads back to the session. */
  async killBrowser(): Promise<void> {
    await this.#browser.kill()
    await this.#startAnew(await this.program.another())
  }

  /** The power fails and comes back. */
  async failPower(): Promise<void> {
    await this.#browser.kill()
    await this.program.failPower()
    await this.#startAnew(this.program.address)
  }

  async close(): Promise<void> {
    await this.#browser.kill()
  }

  /** Both windows, once they are connected and agree on the draw. */
  async shown(): Promise<Shown> {
    const main = this.#console.locator('.draws-columns')
    await main.waitFor()
    await this.#console.getByText('已连接').waitFor()
    await this.#console.waitForFunction(() => document.querySelector('.ant-spin, .ant-btn-loading') === null)
    const picture = this.stage.locator('.picture')
    await expect.poll(() => this.stage.locator('.lost').count(), { interval: 20 }).toBe(0)
    return {
      console: await main.innerText(),
      frame: (await picture.getAttribute('data-frame')) ?? '',
      stage: await picture.innerText(),
    }
  }

  async #startAnew(address: string): Promise<void> {
    this.#browser = await startKillableBrowser()
    this.#console = await this.#browser.context.newPage()
    await this.#enter(address)
    await this.openStage()
  }

  async #enter(address: string): Promise<void> {
    this.#watched(this.#console)
    await this.#console.goto(address)
    await this.#console.getByRole('heading', { level: 1 }).waitFor()
  }

  #watched(page: Page): Page {
    page.on('pageerror', ({ message }) => this.errors.push(message))
    return page
  }
}

/** Presses the button of this name. */
export function press(where: Page | Locator, name: string): Promise<void> {
  return where.getByRole('button', { name, exact: true }).click()
}
