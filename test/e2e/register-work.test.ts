import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { startBrowserHost } from '../../electron/browser/browser-host.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import { temporaryFolder } from '../db/temporary-folder.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { loadSample } from './console-steps.ts'
import { expectWell } from './page-checks.ts'

const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: true }).first().click()

describe.skipIf(!browserAvailable())('a register for years, in a real browser', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    await freshPages()
    browser = await startBrowser({ width: 1280, height: 720, reducedMotion: 'reduce' })
  })
  afterAll(() => browser.close())

  /** The program with the sample county, and its console on a page. */
  async function open(place: string): Promise<Page> {
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
    await loadSample(page)
    await page.goto(`${new URL(page.url()).origin}/#/${place}`)
    return page
  }

  test('many rows are changed after a preview with one reason, and taken back as a whole', async () => {
    const page = await open('objects')
    await page.getByRole('checkbox', { name: '选择云岭县西盛建筑工程有限公司' }).click()
    await press(page, '改选全部 412 条')
    await press(page, '批量修改')
    const form = page.getByRole('dialog')
    await press(form, '预览')
    await form.getByText('请选择要改的项目').waitFor()
    await form.getByLabel('要改的项目').click()
    await page.getByTitle('监管责任股室').last().click()
    await form.locator('#bulk-1').fill('城建股')
    await expectWell(page)
    await press(form, '预览')
    await form.getByText(/^已是这样，不动 \d+ 条$/).waitFor()
    await expectWell(page)
    const change = form.getByRole('button', { name: /^修改 \d+ 条$/ })
    expect(await change.isDisabled()).toBe(true)
    await form.getByLabel('原因').fill('机构调整')
    await change.click()
    await page.getByText(/^已修改 \d+ 条/).waitFor()
    await press(page, /更多/)
    await page.getByRole('menuitem', { name: '批量修改记录' }).click()
    await press(page.getByRole('dialog'), '恢复到此前')
    const question = page.getByRole('dialog').filter({ hasText: '都写成此前的内容' })
    await question.getByLabel('原因').fill('调整取消')
    await press(question, '恢复到此前')
    await page.getByText(/^已恢复 \d+ 条$/).waitFor()
  })

  test('what a filter finds is kept under a name, and leaves as a file that covers personal numbers', async () => {
    const page = await open('inspectors')
    await page.locator('#page-search').fill('城建股')
    await page.getByText(/^找到 \d+ 条$/).waitFor()
    await press(page, /常用筛选/)
    await press(page, '保存当前条件')
    await page.getByLabel('名称').fill('城建股人员')
    await expectWell(page)
    await page.keyboard.press('Enter')
    await page.getByText('已保存“城建股人员”').waitFor()
    await page.keyboard.press('Escape')
    await press(page, /导出/)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('逗号分隔 .csv（UTF-8）').click()
    await expectWell(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: /^导出 \d+ 条$/ }).click(),
    ])
    const file = path.join(temporaryFolder(), download.suggestedFilename())
    writeFileSync(file, readFileSync(await download.path()))
    const text = readFileSync(file, 'utf8')
    expect(text.split('\r\n')[0]).toContain('部分隐去的手机号码')
    expect(text).toMatch(/1\d{2}\*{4}\d{4}/)
    expect(text).not.toMatch(/,1[378]0\d{8},/)
  })

  test('another day is looked at and not mended; the revision is recorded once', async () => {
    const page = await open('objects')
    await press(page, /更多/)
    await page.getByRole('menuitem', { name: '查看某日的名录' }).click()
    const day = page.getByRole('dialog')
    await day.getByPlaceholder('年-月-日').fill('2020-01-02')
    await page.keyboard.press('Enter')
    await press(day, '查看')
    await page.getByText('检查对象在 2020-01-02 终了时的样子').waitFor()
    await page.getByText('此后新增 412 条，修改 0 条，停用 0 条').waitFor()
    expect(await page.getByRole('button', { name: '新增', exact: true }).count()).toBe(0)
    await expectWell(page)
    await press(page, '回到现在')
    await page.getByText('共 412 条').waitFor()
    await press(page, /更多/)
    await page.getByRole('menuitem', { name: '定期修订' }).click()
    await press(page, '登记修订')
    await page.getByLabel('说明').fill('逐户核对')
    await expectWell(page)
    await press(page, '已核对，登记修订')
    await page.getByText(/^已登记检查对象名录库/).waitFor()
    await page.getByRole('cell', { name: '逐户核对' }).waitFor()
  })
})
