import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { startBrowserHost } from '../../electron/browser/browser-host.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import { temporaryFolder } from '../db/temporary-folder.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { expectWell } from './page-checks.ts'

/** A PNG as far as its beginning says. */
const scan = {
  name: '批准.png',
  mimeType: 'image/png',
  buffer: Buffer.from('89504e470d0a1a0a0000', 'hex'),
}
/** A day that is past on every machine that runs this. */
const day = '2026-01-05'

describe.skipIf(!browserAvailable())('the annual plan in a real browser', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    await freshPages()
    browser = await startBrowser({ width: 1280, height: 720, reducedMotion: 'reduce' })
  })
  afterAll(() => browser.close())

  /** The console over the sample county, whose items have their objects confirmed, at the plan of 2026. */
  async function openPlan(): Promise<Page> {
    const started = await startBrowserHost({ folder: temporaryFolder(), start: forkCore })
    if (!started.ok) throw new Error(started.refusal.message)
    const { host } = started
    onTestFinished(() => host.close())
    const page = await browser.context.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    onTestFinished(async () => {
      await page.close()
      expect(errors).toEqual([])
    })
    await page.goto(host.entry('console'))
    await page.getByRole('button', { name: '载入示例单位', exact: true }).click()
    await page.getByRole('heading', { name: '确认抽查事项适用于哪些对象' }).waitFor()
    await goTo(page, '/items/applying')
    await press(page, /^一次确认逐字对应的/)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^确认这/ })
      .click()
    await page.getByText('纳入双随机的事项都已确认适用对象').waitFor()
    await goTo(page, '/plans')
    await page.getByRole('heading', { name: '年度计划' }).waitFor()
    return page
  }
  const goTo = (page: Page, path: string): Promise<void> =>
    page.evaluate((target) => {
      window.location.hash = target
    }, path)
  const press = (within: Page | Locator, name: string | RegExp) =>
    within.getByRole('button', { name, exact: true }).first().click()

  /** Fills the open dialog of a step in and registers it. */
  async function registerStep(page: Page, step: string, texts: Readonly<Record<string, string>>) {
    await press(page, step)
    const dialog = page.getByRole('dialog')
    for (const [label, text] of Object.entries(texts))
      await dialog.getByLabel(label, { exact: true }).fill(text)
    await dialog.getByPlaceholder('年-月-日').fill(day)
    await dialog.getByPlaceholder('年-月-日').press('Enter')
    await dialog.locator('input[data-file]').setInputFiles(scan)
    await expectWell(page)
    await press(dialog, new RegExp(`^${step}，`))
    await dialog.waitFor({ state: 'hidden' })
  }

  test('is handed in, reviewed and approved, and an adjustment waits for its own approval', async () => {
    const page = await openPlan()
    await page.getByText('分10次抽取').waitFor()
    await expectWell(page)
    await goTo(page, '/plans/release')
    await press(page, '提交报审')
    await press(page, /条报审$/)
    await page.getByText('现在的内容与第1版相同。').waitFor()
    await registerStep(page, '登记审核', { 审核人: '李审核' })
    await registerStep(page, '登记批准', { 批准文号: '云住建〔2026〕8号', '批准人（会议）': '局长办公会' })
    await page.getByRole('button', { name: '登记公布' }).waitFor()
    await expectWell(page)

    await goTo(page, '/plans')
    await press(page, '2026-03')
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('抽查比例').fill('60%')
    await press(drawer, '保存')
    await drawer.getByText('已经批准，修改须写明原因').waitFor()
    await drawer.getByLabel('修改原因').fill('投诉增多')
    await press(drawer, '保存')
    await page.getByText('1项调整待批准').waitFor()

    await goTo(page, '/plans/release')
    await page.getByText('有1条改动，须重新报审、批准后才生效').waitFor()
    await press(page, '查看改动')
    const compared = page.getByRole('dialog')
    await compared.getByText('投诉增多').waitFor()
    expect(await compared.innerText()).toMatch(/抽查比例：50% → 60%/)
    await expectWell(page)
  })

  test('a scheme is drafted from a line and approved, and can only be copied after that', async () => {
    const page = await openPlan()
    await goTo(page, '/plans/schemes')
    await press(page, '拟定实施方案')
    const choice = page.getByRole('dialog')
    await choice.getByRole('combobox').press('ArrowDown')
    await choice.getByRole('combobox').press('Enter')
    await press(choice, '拟定')
    const drawer = page.getByRole('dialog').filter({ hasText: '保密要求' })
    await drawer.getByLabel('检查目的').waitFor()
    expect(await drawer.getByLabel('检查目的').inputValue()).toContain('落实2026年度抽查计划')
    await press(drawer, '保存实施方案')
    await page.getByText('待批准').waitFor()
    await expectWell(page)
    await press(page, '登记批准')
    const approval = page.getByRole('dialog')
    await approval.getByLabel('批准文号').fill('云住建〔2026〕9号')
    await approval.getByLabel('批准人').fill('赵局长')
    await approval.getByPlaceholder('年-月-日').fill(day)
    await approval.getByPlaceholder('年-月-日').press('Enter')
    await approval.locator('input[data-file]').setInputFiles(scan)
    await press(approval, /^登记批准，/)
    await page.getByText('云住建〔2026〕9号').waitFor()
    expect(await page.getByRole('button', { name: '删除' }).count()).toBe(0)
    await press(page, '复制')
    await page.getByText('（另拟）').waitFor()
    await expectWell(page)
  })
})
