import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { openDatabase } from '../../db/open-database.ts'
import { needTools } from '../electron/documents/pdf/tools.ts'
import { browserAvailable } from './browser.ts'
import { enterDigits, freeze, loadSample, writePlan } from './console-steps.ts'
import { lastPageOfRecord } from './last-page-of-record.ts'
import { clientOf, prepareOfficial } from './official-ground.ts'
import { ServedProgram } from './served-program.ts'
import { press, TwoWindows } from './two-windows.ts'

describe.skipIf(!browserAvailable())('a session in two windows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ssj-two-windows-'))
  let program: ServedProgram
  let windows: TwoWindows

  beforeAll(async () => {
    await freshPages()
    program = await ServedProgram.start(folder)
    windows = await TwoWindows.open(program)
    await loadSample(windows.console)
    await windows.openStage()
  })
  afterAll(async () => {
    await windows?.close()
    await program?.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(windows?.errors).toEqual([])
  })

  /** The stage has come to the picture that begins so. */
  const onStage = (frame: string) =>
    windows.stage.waitForFunction(
      (wanted) => document.querySelector<HTMLElement>('.picture')?.dataset.frame?.includes(wanted),
      frame,
    )

  /** Whatever dies, both windows are back at what they showed. */
  async function survive(next = '继续这场摇号'): Promise<void> {
    const { program } = windows
    const before = await windows.shown()
    const same = async (what: string) =>
      expect.poll(() => windows.shown(), { message: what, interval: 50, timeout: 10_000 }).toEqual(before)
    await program.killCore()
    await same('the core was killed')
    await windows.console.reload()
    await windows.stage.reload()
    await same('both windows were loaded anew')
    await windows.reopenConsole()
    await windows.closeStage()
    await windows.openStage()
    await same('both windows were closed and opened')
    await windows.killBrowser()
    await press(windows.console, next)
    await same('the browser was killed')
  }

  test('an official draw is held by the console alone, and every death at every step comes back to it', async () => {
    const { program } = windows
    const origin = new URL(program.address).origin
    const client = await clientOf(windows.browser.context, origin)
    await writePlan(windows.console, { on: await prepareOfficial(client, '物业服务企业监督检查') })
    await windows.console.reload()
    await windows.console.getByRole('link', { name: '摇号' }).first().click()
    await windows.console.getByRole('link', { name: '继续：' }).click()
    const number = await freeze(windows.console)
    await onStage(`${number}/1/frozen`)
    await survive()

    await press(windows.console, '名单已公布，录入见证数字')
    await enterDigits(windows.console, 1, '314159265358')
    await onStage('/digits')
    expect((await windows.shown()).stage).not.toContain('3141')
    await survive()
    await windows.failPower()
    await press(windows.console, '继续这场摇号')

    await press(windows.console, '一起公布数字')
    await onStage('/opened')
    expect((await windows.shown()).stage).toContain('3141')
    await survive()

    // The core dies while it draws: it has drawn, or it has not, and in neither case does it draw twice.
    await windows.console.getByRole('button', { name: '确认数字并摇号' }).click({ noWaitAfter: true })
    await program.killCore()
    await windows.console.reload()
    const confirm = windows.console.getByRole('button', { name: '确认数字并摇号' })
    const begin = windows.console.getByRole('button', { name: '开始揭晓' })
    await confirm.or(begin).waitFor()
    if (await confirm.isVisible()) await confirm.click()
    await begin.waitFor()
    await onStage('/sealed')
    await survive()

    await windows.console.getByText('逐个显示').click()
    await press(windows.console, '开始揭晓')
    await onStage('/shown/1')
    await survive()
    await press(windows.console, '揭晓下一步')
    await onStage('/shown/2')
    await windows.failPower()
    await press(windows.console, '继续这场摇号')
    await onStage('/shown/2')

    await windows.console.getByText('一次全部显示').click()
    const all = windows.console.getByRole('button', { name: '确认结果' })
    for (const frame of ['/shown/6', '/shown/8', '/shown/14']) {
      await press(windows.console, '揭晓下一步')
      await onStage(frame)
    }
    await all.waitFor()
    await survive()

    await press(windows.console, '确认结果')
    await onStage('/final')
    await windows.console.getByRole('row').filter({ hasText: '抽查工作记录表' }).first().waitFor()
    await survive('去归档签字件')
  }, 300_000)

  test('the signed form is attached by its code, and what is on file stays on file', async (context) => {
    needTools(context, 'pdftoppm')
    await windows.console.getByLabel('选择文件').setInputFiles(lastPageOfRecord(folder))
    await windows.console.getByText('二维码比对一致').waitFor()
    await windows.console.getByText('已归档').first().waitFor()
    const before = await windows.shown()
    await windows.failPower()
    await windows.console.getByRole('row').filter({ hasText: 'YL01-' }).getByRole('link').first().click()
    await expect.poll(() => windows.shown(), { interval: 50, timeout: 10_000 }).toEqual(before)
  })

  test('the ledger says of it what happened, and of the draw that it happened once', async () => {
    const page = windows.console
    const digest = digestOn(await page.getByRole('region', { name: '打印与归档' }).innerText())
    const picture = windows.stage.locator('.picture')
    const turn = async () => {
      const text = await picture.innerText()
      if (!text.includes('记录校验码 D')) await windows.stage.keyboard.press('PageDown')
      return text
    }
    await expect.poll(turn, { interval: 200, timeout: 10_000 }).toContain('记录校验码 D')
    expect(digestOn(await picture.innerText())).toBe(digest)
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '记录与台账' }).click()
    await page.getByRole('tab', { name: '台账' }).click()
    await press(page, '核对台账')
    await page.getByText('全部相连').waitFor()
    await windows.close()
    await windows.program.stop()
    const events = eventsOfLedger(folder)
    for (const once of ['draw.commit', 'draw.freeze', 'draw.result', 'draw.confirmed'])
      expect([once, events.filter((event) => event === once).length]).toEqual([once, 1])
  })
})

/** 记录校验码 D as a window shows it. */
function digestOn(text: string): string {
  const found = /记录校验码 D\s*((?:[0-9a-f]{4}\s*){16})/.exec(text)?.[1]
  if (found === undefined) throw new Error(`no D in: ${text}`)
  return found.replaceAll(/\s/g, '')
}

/** What the ledger (台账) has down, from the first entry to the last. */
function eventsOfLedger(folder: string): readonly string[] {
  const opened = openDatabase({ folder, at: new Date().toISOString() })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { database } = opened
  try {
    return [...database.ledger.rows()].map(({ event }) => event)
  } finally {
    database.close()
  }
}
