import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { type BrowserHost, startBrowserHost } from '../../electron/browser/browser-host.ts'
import { openCore } from '../../electron/core/core.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import { noVisitEntry } from '../../shared/forms/visit-entry.ts'
import { verifyPage } from '../electron/core/sample-core.ts'
import { eachPlan, fillRegisters } from '../electron/core/sample-registers.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { expectWell, settled } from './page-checks.ts'

const operator = '王操作'

/** A data folder with one confirmed official draw of which one result is known. */
function drawnIn(folder: string): string {
  const begin = Date.parse('2026-11-20T09:00:00+08:00')
  let looks = 0
  const opened = openCore({
    folder,
    clock: () => new Date(begin + 1000 * ++looks),
    random: () => new Uint8Array(32).fill(7),
    software: 'test',
    verifyPage: () => verifyPage,
  })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { core } = opened
  fillRegisters(core)
  const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
  core.draws.freeze(operator, number)
  core.draws.contribute(operator, number, 1, '31415926')
  core.draws.contribute(operator, number, 2, '02718281')
  const drawn = core.draws.read(number)
  if (drawn.state !== 'drawn') throw new Error(`it is ${drawn.state}`)
  core.draws.reveal(operator, number, drawn.steps)
  core.draws.confirm(operator, number)
  const [first] = core.forms.entry(number).visits
  core.forms.saveVisit(operator, {
    number,
    object: first?.object ?? '',
    version: 0,
    entry: {
      ...noVisitEntry,
      representative: '郑小明',
      representativePhone: '13800001234',
      problems: '郑小明（13800001234）未能出示记录',
      result: '发现问题待后续处理',
      handling: '责令整改',
    },
  })
  core.close()
  return number
}

describe.skipIf(!browserAvailable())('公示 of a draw in a real browser', () => {
  let browser: TestBrowser
  let host: BrowserHost
  let page: Page
  const folder = mkdtempSync(path.join(tmpdir(), 'ssj-notices-'))
  const errors: string[] = []

  beforeAll(async () => {
    await freshPages()
    const number = drawnIn(folder)
    const started = await startBrowserHost({ folder, start: forkCore })
    if (!started.ok) throw new Error(started.refusal.message)
    host = started.host
    browser = await startBrowser({ width: 1280, height: 720, reducedMotion: 'reduce' })
    page = await browser.context.newPage()
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.goto(host.entry('console'))
    await page.evaluate((target) => {
      window.location.hash = target
    }, `/papers/${number}/notices`)
    await page.getByRole('heading', { name: '结果公示稿' }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => expect(errors).toEqual([]))

  const press = (within: Page | Locator, name: string) =>
    within.getByRole('button', { name, exact: true }).click()
  const sheetOf = (name: string) =>
    page.locator('section.sheet').filter({ has: page.getByRole('heading', { name }) })
  const beside = () => page.getByRole('dialog').filter({ has: page.getByTitle('公示稿预览') })

  test('a notice is drawn up, read beside what was covered, and confirmed by a second person only', async () => {
    await expectWell(page)
    await press(sheetOf('结果公示稿'), '拟定')
    await page.getByLabel('拟稿人姓名').fill('张拟稿')
    await expectWell(page)
    await page.keyboard.press('Enter')

    const frame = page.frameLocator('iframe[title="公示稿预览"]')
    await frame.getByRole('heading', { level: 1 }).waitFor()
    await frame.getByText('郑**（138****1234）未能出示记录').waitFor()
    await frame.getByText('待核对').waitFor()
    // The page is dressed as it will be published: its heading stands in the middle.
    await expect
      .poll(() => frame.locator('h1').evaluate((heading) => getComputedStyle(heading).textAlign))
      .toBe('center')
    await beside()
      .getByRole('row', { name: /手机号码 138\*{4}1234/ })
      .waitFor()
    await beside().getByText('含个人信息，已遮盖').waitFor()
    await expectWell(page)

    const archive = beside().getByRole('button', { name: '核对无误，存档' })
    const name = beside().getByLabel(/^核对人姓名/)
    await name.fill('李核对')
    expect(await archive.isDisabled()).toBe(true)
    await beside().getByRole('checkbox').check()
    await name.fill('张 拟稿')
    await beside().getByText('核对人须是拟稿人以外的另一人').waitFor()
    expect(await archive.isDisabled()).toBe(true)
    await name.fill('李核对')
    await archive.click()
    await press(page.locator('.ant-modal-confirm'), '核对无误，存档')
    await page.getByText('结果公示稿已存档，可以发布').waitFor()
    await page.keyboard.press('Escape')
    await beside().waitFor({ state: 'hidden' })
    await expectWell(page)
  })

  test('its files are taken along, and name nobody whom the notice covers', async () => {
    const row = sheetOf('结果公示稿').getByRole('row').filter({ hasText: '.html' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('button', { name: /^另存：/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/结果公示稿\.html$/)
    const html = readFileSync(await download.path(), 'utf8')
    expect(html).toContain('郑**（138****1234）')
    expect(html).not.toContain('待核对')
    expect(html).not.toContain('13800001234')
  })

  test('a name of blanks alone draws nothing up', async () => {
    await press(sheetOf('事前公示稿'), '拟定')
    await page.getByLabel('拟稿人姓名').fill('　')
    expect(await page.getByRole('button', { name: '以现在的内容拟定事前公示稿' }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await settled(page)
    await sheetOf('事前公示稿').getByText('还没有拟定').waitFor()
  })
})
