import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { startBrowserHost } from '../../electron/browser/browser-host.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import { temporaryFolder } from '../db/temporary-folder.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { expectWell } from './page-checks.ts'

describe.skipIf(!browserAvailable())('the list of items in a real browser', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    await freshPages()
    browser = await startBrowser({ width: 1280, height: 720, reducedMotion: 'reduce' })
  })
  afterAll(() => browser.close())

  /** The console over the sample county, at a page of the list. */
  async function openAt(path: string): Promise<Page> {
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
    await goTo(page, path)
    return page
  }
  const goTo = (page: Page, path: string): Promise<void> =>
    page.evaluate((target) => {
      window.location.hash = target
    }, path)
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: true }).first().click()

  test('exact words are confirmed at once after a preview, and each item keeps who did it', async () => {
    const page = await openAt('/items/applying')
    await page.getByText('适用对象（11项待确认）').waitFor()
    await expectWell(page)
    await press(page, /^一次确认逐字对应的11项/)
    const preview = page.getByRole('dialog')
    await preview.getByText('经营类别为物业服务').waitFor()
    await expectWell(page)
    await preview.getByRole('button', { name: '确认这11项' }).click()
    await page.getByText('纳入双随机的事项都已确认适用对象').waitFor()
    await page.getByText('已确认 11').click()
    const row = page.getByRole('row').filter({ hasText: '物业服务企业监督检查' })
    expect(await row.innerText()).toMatch(/经营类别为物业服务[\s\S]*确认[\s\S]*40 个/)
  })

  test('coverage follows as soon as a power becomes an item', async () => {
    const page = await openAt('/items/coverage')
    const words = page.locator('.coverage-words')
    await words.filter({ hasText: '共3项，纳入双随机2项' }).waitFor()
    await expectWell(page)
    await goTo(page, '/items/left-out')
    await page.getByText('权责清单对应情况').waitFor()
    await expectWell(page)
    await press(page, '列入清单')
    const drawer = page.getByRole('dialog')
    expect(await drawer.getByLabel('事项名称').inputValue()).toBe('城镇排水设施运行监督检查')
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText('不纳入及权责清单（1项待处理）').waitFor()
    await goTo(page, '/items/coverage')
    await words.filter({ hasText: '共3项，纳入双随机3项' }).waitFor()
  })

  test('an item becomes one of several departments, and leaves that list again', async () => {
    const page = await openAt('/items/joint')
    await page.getByText('还没有联合抽查的事项').waitFor()
    await expectWell(page)
    await press(page, '加入事项')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('抽查事项').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '燃气经营安全检查' }).click()
    await dialog.getByLabel('联合部门').fill('消防救援大队')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('row').filter({ hasText: '消防救援大队' }).waitFor()
    await expectWell(page)
    await press(page, '修改部门')
    await press(page, '移出多部门监管事项清单')
    await page.getByText('还没有联合抽查的事项').waitFor()
  })

  test('bounds that no number keeps are shown both while the form is filled in', async () => {
    const page = await openAt('/items')
    await page.getByRole('row').filter({ hasText: '燃气经营安全检查' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('法定比例下限').fill('30%')
    await drawer.getByLabel('法定比例上限').fill('20%')
    await drawer.getByText('不能同时满足两项规定').waitFor()
    await expectWell(page)
  })
})
