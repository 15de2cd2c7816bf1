import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { freshPages } from '../../build/pages.ts'
import { startBrowserHost } from '../../electron/browser/browser-host.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import { withTemporaryFolder } from '../bench/temporary-folder.ts'
import { startBrowser } from './browser.ts'
import { clientOf, prepareOfficial } from './official-ground.ts'

// npm run screenshots: the pictures of README and help, taken of the running program with the sample county 云岭县.

const root = fileURLToPath(new URL('../..', import.meta.url))
const pictures = path.join(root, 'build/pictures')
const helpImages = path.join(root, 'renderer/console/help/images')
const size = { width: 1280, height: 720 } as const

/** Nothing moves any more, and the faces are there. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
  })
}

/** A picture for README: WebP, as it is half the size. */
async function forReadme(page: Page, name: string): Promise<void> {
  await atRest(page)
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 90 })
  await devtools.detach()
  keep(path.join(pictures, `${name}.webp`), Buffer.from(data, 'base64'))
}

/** A picture for the help pages, which are built with it. */
async function forHelp(page: Page, name: string): Promise<void> {
  await atRest(page)
  keep(path.join(helpImages, `${name}.png`), await page.screenshot({ caret: 'hide' }))
}

function keep(file: string, bytes: Buffer): void {
  writeFileSync(file, bytes)
  console.log(`${path.relative(root, file)} ${Math.ceil(bytes.length / 1000)} kB`)
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function visit(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name }).click()
  await page.locator('main h1').filter({ hasText: name }).waitFor()
}

/** Turns the stage to a part of its picture. A second press at once would be ignored as a slip of the hand. */
async function turnTo(stage: Page, part: string): Promise<void> {
  while (!(await stage.getByText(part).isVisible())) {
    await stage.keyboard.press('PageDown')
    await stage.waitForTimeout(100)
  }
}

async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.locator('.ant-select-item-option:visible').filter({ hasText: text }).first().click()
  await page.keyboard.press('Escape')
}

/** The whole short way, with a picture where something is worth seeing. */
async function walk(desk: Page, stage: Page): Promise<void> {
  await desk.getByRole('heading', { name: '先试一试' }).waitFor()
  await forHelp(desk, 'home')
  await press(desk, '载入示例单位')
  await desk.getByRole('heading', { name: '确认抽查事项适用于哪些对象' }).waitFor()
  await desk.getByText('示例单位已载入').waitFor({ state: 'hidden' })

  const client = await clientOf(desk.context(), new URL(desk.url()).origin)
  const planned = await prepareOfficial(client, '物业服务企业监督检查', { ratio: 2000 })
  await desk.reload()
  await visit(desk, '检查对象')
  await desk.getByRole('row').filter({ hasText: 'O000001' }).waitFor()
  await forReadme(desk, 'objects')
  await visit(desk, '设置')
  await desk.getByLabel('单位名称').waitFor()
  await forReadme(desk, 'settings')

  await visit(desk, '摇号')
  await desk.getByRole('link', { name: '新建摇号' }).first().click()
  await choose(desk, '计划项', planned.number)
  await desk.getByText('今年已抽').waitFor()
  await desk.getByRole('radio', { name: '实施方案' }).check()
  await desk.getByRole('textbox', { name: '地点' }).fill('局三楼会议室')
  await desk.getByLabel('见证人1的姓名').fill('陈国栋')
  await desk.getByText('人员和对象齐备').waitFor()
  await desk.getByText('草案已保存').waitFor()
  await desk.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await forReadme(desk, 'plan')

  await press(desk, '取号并锁定名单')
  await desk.getByRole('heading', { name: /^名单已于 .* 锁定$/ }).waitFor()
  await forReadme(desk, 'freeze')
  await stage.locator('[data-frame]').waitFor()
  await turnTo(stage, '3/3')
  await forHelp(stage, 'freeze')
  await forReadme(stage, 'stage-frozen')

  await press(desk, '名单已公布，录入见证数字')
  await desk.getByLabel('第1位见证人的数字').fill('314159265358')
  await forReadme(desk, 'digits')
  await desk.keyboard.press('Enter')
  await press(desk, '一起公布数字')
  await press(desk, '确认数字并摇号')

  await desk.getByText('逐个显示').click()
  for (let step = 0; step < 4; step += 1)
    await desk.getByRole('button', { name: /^(开始揭晓|揭晓下一步)$/ }).click()
  await forReadme(stage, 'stage-reveal')
  await forHelp(stage, 'reveal')
  await press(desk, '其余一次显示')
  await press(desk, '确认结果')
  await desk.getByRole('row').filter({ hasText: '抽查工作记录表' }).first().waitFor()
  await forReadme(desk, 'print')
  await forReadme(stage, 'stage-final')
}

await freshPages()
for (const folder of [pictures, helpImages]) mkdirSync(folder, { recursive: true })
await withTemporaryFolder(async (folder) => {
  const started = await startBrowserHost({ folder, start: forkCore })
  if (!started.ok) throw new Error(started.refusal.message)
  const { host } = started
  // Nothing rolls on a picture: with reduced motion each step stands at once.
  const browser = await startBrowser({ ...size, reducedMotion: 'reduce' })
  try {
    const [desk, stage] = [await browser.context.newPage(), await browser.context.newPage()]
    await stage.goto(host.entry('stage'))
    await desk.goto(host.entry('console'))
    await walk(desk, stage)
  } finally {
    await browser.close()
    await host.close()
  }
})
