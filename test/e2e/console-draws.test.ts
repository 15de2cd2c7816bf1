import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { startBrowserHost } from '../../electron/browser/browser-host.ts'
import { accountName } from '../../electron/core/account.ts'
import { openCore } from '../../electron/core/core.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import { temporaryFolder } from '../db/temporary-folder.ts'
import { verifyPage } from '../electron/core/sample-core.ts'
import { fillRegisters } from '../electron/core/sample-registers.ts'
import { needTools } from '../electron/documents/pdf/tools.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { clientOf, prepareLine, scanBytes } from './official-ground.ts'
import { settled } from './page-checks.ts'

/**
 * Latin words that a user may see: what is written so in every office, how names of files end, and his own account,
 * which files the signed form.
 */
const latin = new Set(['PDF', 'JPEG', 'PNG', 'YL', 'Esc', 'pdf', 'png', 'zip', accountName()])

/** Words of the page that are not Chinese, digests and numbers left out. */
async function foreignWords(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  const plain = text.replaceAll(/\b[0-9a-f ]{12,}\b/g, ' ').replaceAll(/\bYL01-[0-9A-Z-]+/g, ' ')
  return (plain.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !latin.has(word))
}

/** What axe-core finds wrong with the page, a line a finding. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }
    interface Finding {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }
    return (await axe.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
  })
}

/** Text that is wider than what shows it: cut off at this window's size. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const wide = root.scrollWidth > root.clientWidth ? ['the page itself'] : []
    return [
      ...wide,
      ...[...document.querySelectorAll<HTMLElement>('main button, main th, main h1, main h2')]
        .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.offsetParent !== null)
        .map((part) => part.innerText),
    ]
  })
}

async function looksWell(page: Page): Promise<void> {
  await settled(page)
  expect(await foreignWords(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}

describe.skipIf(!browserAvailable())('摇号 on the console', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    await freshPages()
    browser = await startBrowser({ width: 1280, height: 720, reducedMotion: 'reduce' })
  })
  afterAll(() => browser.close())

  /** The program over a small office's registers, and its console open at the 摇号 page. */
  async function open(): Promise<{ page: Page; folder: string }> {
    const folder = temporaryFolder()
    const opened = openCore({
      folder,
      clock: () => new Date('2026-11-20T09:00:00+08:00'),
      random: () => randomBytes(32),
      software: 'test',
      verifyPage: () => verifyPage,
    })
    if (!opened.ok) throw new Error(opened.refusal.message)
    const { core } = opened
    fillRegisters(core)
    // The core that is shown runs by the real clock: nobody's certificate may run out in some later year.
    core.database.transaction(() => {
      const stamp = { at: '2026-11-20T09:00:00+08:00', by: '王操作' }
      for (const { serial, row } of core.database.inspectors.current())
        core.database.inspectors.change(serial, { ...row, certificateExpiry: null }, stamp)
    })
    core.close()
    const started = await startBrowserHost({ folder, start: forkCore })
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
    await page.getByRole('link', { name: '摇号' }).first().click()
    await page.getByRole('heading', { level: 1, name: '摇号' }).waitFor()
    return { page, folder }
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  /** ① up to the number: a rehearsal of the first item. */
  async function plan(page: Page): Promise<void> {
    await page.getByRole('link', { name: '新建摇号' }).first().click()
    await page.getByText('演练：').click()
    await page.getByRole('combobox', { name: '抽查事项' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '抽查事项1' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: '地点' }).fill('局三楼会议室')
    await page.getByLabel('见证人1的姓名').fill('陈国栋')
    await page.getByText('草案已保存').waitFor()
    await page.getByText('人员和对象齐备').waitFor()
  }

  /** ① to ③: the session drawn and confirmed. */
  async function give(page: Page): Promise<void> {
    await press(page, '名单已公布，录入见证数字')
    await page.getByLabel('第1位见证人的数字').fill('314159265358')
    await page.keyboard.press('Enter')
    await press(page, '一起公布数字')
    await press(page, '确认数字并摇号')
    await press(page, '其余一次显示')
    await press(page, '确认结果')
  }

  const killCore = (folder: string): void => {
    const { pid } = JSON.parse(readFileSync(path.join(folder, 'instance.json'), 'utf8'))
    process.kill(pid, 'SIGKILL')
  }

  it('is held the short way, over deaths of core and window, to the archived form', async (context) => {
    needTools(context, 'pdftoppm')
    const { page, folder } = await open()
    await plan(page)
    await looksWell(page)
    // The draft outlives the window.
    await page.reload()
    await page.getByRole('link', { name: '摇号' }).first().click()
    await page.getByRole('link', { name: '继续：' }).click()
    await page.getByText('人员和对象齐备').waitFor()
    expect(await page.getByLabel('见证人1的姓名').inputValue()).toBe('陈国栋')
    await press(page, '取号并锁定名单')
    await page.getByRole('heading', { name: /^名单已于 .* 锁定$/ }).waitFor()
    await looksWell(page)

    await press(page, '名单已公布，录入见证数字')
    const field = page.getByLabel('第1位见证人的数字')
    await field.fill('12345')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '不足6位' }).waitFor()
    // What was typed stays where it was typed.
    expect(await field.inputValue()).toBe('12345')
    await field.fill('314159265358')
    await page.keyboard.press('Enter')
    await page.getByText('已交，等待一起公布').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('3141')
    killCore(folder)
    await page.reload()
    await press(page, '一起公布数字')
    await page.getByText('3141 5926 5358').waitFor()
    await looksWell(page)
    await press(page, '确认数字并摇号')

    await page.getByText('逐个显示').click()
    await expect
      .poll(() => page.getByRole('radio', { name: '逐个显示' }).isChecked(), { interval: 20 })
      .toBe(true)
    await press(page, '开始揭晓')
    await page.getByRole('row').filter({ hasText: '名单第' }).first().waitFor()
    killCore(folder)
    await page.reload()
    await looksWell(page)
    await press(page, '其余一次显示')
    await press(page, '确认结果')

    await page.getByRole('row').filter({ hasText: '抽查工作记录表' }).first().waitFor()
    await looksWell(page)
    await page.getByLabel('选择文件').setInputFiles(lastPageOf(folder))
    await page.getByText('二维码比对一致').waitFor()
    await page.getByText('已归档').first().waitFor()
    await looksWell(page)
  })

  it('is official once plan line, 实施方案 and its approval with the scan are there, all by keys', async () => {
    const { page } = await open()
    const client = await clientOf(browser.context, new URL(page.url()).origin)
    const { number } = await prepareLine(client, '抽查事项1', { ratioComplaint: 10_000 })
    await page.getByRole('link', { name: '新建摇号' }).first().press('Enter')
    const lines = page.getByRole('combobox', { name: '计划项' })
    await lines.focus()
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
    await page.getByText('今年已抽').waitFor()
    expect(await page.getByLabel('分层名称').evaluateAll((boxes) => boxes.length)).toBe(2)
    await page.getByText('没有批准，只能演练。').waitFor()
    expect(await page.getByRole('button', { name: '取号并锁定名单' }).isDisabled()).toBe(true)
    await looksWell(page)

    const ready = page.getByRole('navigation', { name: '就绪' })
    await ready.getByRole('button', { name: /^没有批准的实施方案/ }).press('Enter')
    await page.getByRole('button', { name: '拟定实施方案' }).press('Enter')
    await page.getByRole('textbox', { name: '检查目的' }).fill('督促企业落实安全责任')
    await looksWell(page)
    await page.getByRole('button', { name: '保存实施方案' }).press('Enter')
    await page.getByText('未批准', { exact: true }).waitFor()
    await page.getByRole('button', { name: /^登记批准：/ }).press('Enter')
    const dialog = page.getByRole('dialog', { name: '登记批准' })
    await dialog.getByLabel('批准文号').fill('云住建方案〔2026〕1号')
    await dialog.getByLabel('批准人').fill('苏文彬')
    await dialog.getByLabel('批准日期').fill('2026-11-20')
    await page.keyboard.press('Enter')
    await dialog.getByText('还须填写：扫描件').waitFor()
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '批准.png', mimeType: 'image/png', buffer: scanBytes })
    await looksWell(page)
    await dialog.getByRole('button', { name: '登记批准，以后不再修改方案' }).press('Enter')
    await page.getByText('已批准', { exact: true }).waitFor()
    await page.getByRole('textbox', { name: '地点' }).fill('局三楼会议室')
    await page.getByLabel('见证人1的姓名').fill('陈国栋')
    await page.getByText('人员和对象齐备').waitFor()
    await looksWell(page)
    await page.getByRole('button', { name: '取号并锁定名单' }).press('Enter')
    await page.getByRole('heading', { name: /^名单已于 .* 锁定$/ }).waitFor()

    // The registers go on; what was frozen does not.
    const { rows } = await client.registers.objects.search({ piece: '物业公司9' })
    for (const { serial, version, row } of rows)
      await client.registers.objects.change({ serial, version, row: { ...row, contact: '李明' } })
    await page.reload()
    await page.getByText('锁定名单不变').waitFor()
    await looksWell(page)
    await page.getByRole('button', { name: '名单已公布，录入见证数字' }).press('Enter')
    await page.getByLabel('第1位见证人的数字').fill('314159265358')
    await page.keyboard.press('Enter')
    await page.getByText('已交，等待一起公布').waitFor()
    // The keys go on where the field was.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), { interval: 20 })
      .toBe('一起公布数字')
  })

  it('is amended, aborted, drawn again and declared void, each with its reason and approval', async () => {
    const { page } = await open()
    await plan(page)
    await press(page, '取号并锁定名单')
    await press(page, '中止')
    const dialog = page.getByRole('dialog')
    await looksWell(page)
    await dialog.getByLabel('原因').fill('会场停电')
    await dialog.getByLabel('批准人').fill('苏文彬')
    await dialog.getByLabel('监督人').fill('陈国栋')
    await dialog.getByRole('button', { name: '中止' }).click()
    await page.getByText('本次已中止，没有产生结果。').waitFor()
    await press(page, '再次抽取')
    await dialog.getByLabel('原因').fill('恢复供电')
    await dialog.getByLabel('批准人').fill('苏文彬')
    await dialog.getByRole('button', { name: '再次抽取' }).click()
    await page.getByText('已经取号，名单尚未锁定。').waitFor()
    await looksWell(page)
    await press(page, '锁定名单')
    await give(page)

    await page.getByRole('link', { name: '更换人员：' }).first().click()
    await page.getByLabel('原因').fill('因病不能参加')
    await page.getByLabel('批准人').fill('苏文彬')
    await page.getByLabel('见证人1的姓名').fill('陈国栋')
    await page.getByText('草案已保存').waitFor()
    await looksWell(page)
    await press(page, '取号并锁定名单')
    await give(page)
    await page.getByText('YL01-2026-0002').first().waitFor()
    await page.getByText('现行名单').first().waitFor()

    await press(page, '作废')
    await dialog.getByLabel('作废决定文号').fill('示例住建决〔2026〕3号')
    await dialog.getByLabel('原因').fill('录入的回避关系有误')
    await dialog.getByLabel('批准人').fill('苏文彬')
    await dialog.getByLabel('监督人').fill('陈国栋')
    await dialog.getByRole('button', { name: '宣布作废' }).click()
    await page.getByText('本次结果已作废（示例住建决〔2026〕3号）。').waitFor()
    await looksWell(page)
  })
})

/** The last page of the archived record as a scanner gives it: the signed sheet, as far as a program can tell. */
function lastPageOf(folder: string): string {
  const record = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    /抽查工作记录表.*\.pdf$/.test(name),
  )
  if (record === undefined) throw new Error('no record was archived')
  const out = temporaryFolder()
  const run = spawnSync('pdftoppm', ['-png', '-r', '150', path.join(folder, record), path.join(out, 'page')])
  if (run.status !== 0) throw new Error(String(run.stderr))
  return path.join(out, String(readdirSync(out).sort().at(-1)))
}
