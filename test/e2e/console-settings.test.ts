import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { startBrowserHost } from '../../electron/browser/browser-host.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import { temporaryFolder } from '../db/temporary-folder.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { loadSample } from './console-steps.ts'
import { clientOf } from './official-ground.ts'
import { expectWell } from './page-checks.ts'
import { press } from './two-windows.ts'

describe.skipIf(!browserAvailable())('the 执行细则 in the settings', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    await freshPages()
    browser = await startBrowser({ width: 1280, height: 720, reducedMotion: 'reduce' })
  })
  afterAll(() => browser.close())

  test('every rule is read with its clause, the office’s own text is written rule by rule, and a change is asked twice', async () => {
    const started = await startBrowserHost({ folder: temporaryFolder(), start: forkCore })
    if (!started.ok) throw new Error(started.refusal.message)
    onTestFinished(() => started.host.close())
    const page = await browser.context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    onTestFinished(async () => {
      await page.close()
      expect(errors).toEqual([])
    })
    await page.goto(started.host.entry('console'))
    await loadSample(page)
    const { origin } = new URL(page.url())
    const client = await clientOf(browser.context, origin)
    await page.goto(`${origin}/#/settings`)

    await press(page, '编辑自定义细则')
    const drawer = page.getByRole('dialog', { name: '本单位的执行细则（自定义）' })
    await drawer.getByLabel('细则全称').fill('云岭县住建局抽查工作细则')
    await press(drawer, '同一对象')
    await drawer.getByRole('switch', { name: '细则写明：同一年度抽查次数上限' }).click()
    await press(drawer, '保存细则')
    await drawer.getByText('不超过：请填写').waitFor()
    expect(await client.settings.customRules({})).toBeNull()
    await drawer.getByRole('textbox', { name: '不超过' }).fill('3')
    await drawer.getByRole('textbox', { name: '原文' }).fill('同一年度不超过3次')
    await drawer.getByRole('textbox', { name: '条款' }).fill('云岭细则第九条')
    await expectWell(page)
    await press(drawer, '保存细则')
    await press(page.getByRole('dialog').filter({ hasText: '改动记入台账' }), '保存细则')
    await page.getByText('细则已保存').waitFor()
    expect((await client.settings.customRules({}))?.yearlyCap).toMatchObject({
      most: 3,
      strength: 'principle',
      clause: '云岭细则第九条',
    })
    await page.getByRole('button', { name: /^查看全部规定/ }).click()
    await page.getByRole('row').filter({ hasText: '同一年度不超过3次' }).getByText('云岭细则第九条').waitFor()

    await page.getByRole('combobox', { name: '执行细则' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '黑龙江' }).click()
    await page.getByRole('row').filter({ hasText: '黑龙江细则第十四条' }).first().waitFor()
    await expectWell(page)
    await press(page, '更换执行细则')
    const question = page.getByRole('dialog').filter({ hasText: '已经锁定的摇号保持锁定时的细则不变' })
    await press(question, '返回')
    expect((await client.settings.read({})).preset).toBe('custom')
    await press(page, '更换执行细则')
    await press(question, '更换执行细则')
    await page.getByText('执行细则已更换').waitFor()
    expect((await client.settings.read({})).preset).toBe('heilongjiang')
  })
})
