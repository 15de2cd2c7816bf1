import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { type BrowserHost, startBrowserHost } from '../../electron/browser/browser-host.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import type { ConsoleClient } from '../../shared/api/client.ts'
import { dense, needTools, textOfPages } from '../electron/documents/pdf/tools.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { freeze, holdToTheEnd, loadSample, writePlan } from './console-steps.ts'
import { clientOf, prepareOfficial } from './official-ground.ts'
import { expectWell, settled } from './page-checks.ts'

describe.skipIf(!browserAvailable())('the papers of a draw in a real browser', () => {
  let browser: TestBrowser
  let host: BrowserHost
  let client: ConsoleClient
  let page: Page
  let number = ''
  let slips: Buffer
  const folder = mkdtempSync(path.join(tmpdir(), 'ssj-papers-'))
  const errors: string[] = []

  /** One official draw of six objects of the sample county, shown and confirmed. */
  beforeAll(async () => {
    await freshPages()
    const started = await startBrowserHost({ folder, start: forkCore })
    if (!started.ok) throw new Error(started.refusal.message)
    host = started.host
    browser = await startBrowser({ width: 1280, height: 720, reducedMotion: 'reduce' })
    page = await browser.context.newPage()
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(host.entry('console'))
    await loadSample(page)
    client = await clientOf(browser.context, new URL(page.url()).origin)
    const on = await prepareOfficial(client, '物业服务企业监督检查', { ratio: 2000 })
    await page.reload()
    await writePlan(page, { on })
    number = await freeze(page)
    slips = await shown(() => press(page, '打印见证人数字条'))
    // Nothing is published of what is not yet drawn, and the page says so before anybody begins.
    await goTo(tabOf('notices'), '公示')
    await page.getByText('结果全部揭晓并确认以后，在这里拟定公示稿。').waitFor()
    await expectWell(page)
    await goTo(`/draws/${number}`)
    await holdToTheEnd(page)
    for await (const _ of await client.forms.prepare({ number }));
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => expect(errors).toEqual([]))

  const press = (within: Page | Locator, name: string | RegExp) =>
    within.getByRole('button', { name, exact: true }).first().click()
  const goTo = async (address: string, tab = ''): Promise<void> => {
    await page.evaluate((target) => {
      window.location.hash = target
    }, address)
    if (tab !== '') await page.getByRole('tab', { name: tab, selected: true }).waitFor()
    await settled(page)
  }
  const tabOf = (name: string) => (name === '' ? `/papers/${number}` : `/papers/${number}/${name}`)
  const rowOf = (form: string) => page.getByRole('row').filter({ hasText: form })

  /** Presses what opens a paper, and gives the bytes that the new tab shows. */
  async function shown(open: () => Promise<void>): Promise<Buffer> {
    const opening = browser.context.waitForEvent('page')
    await open()
    const tab = await opening
    const address = tab.url()
    await tab.close()
    return (await browser.context.request.get(address)).body()
  }

  test('slips for the witnesses’ digits can be printed as soon as the lists are frozen', (context) => {
    needTools(context, 'pdftotext')
    const text = dense(textOfPages(slips).join(''))
    expect(text).toContain(number)
    expect(text).toContain('陈国栋')
  })

  test('what is entered once stands on every paper of the inspection', async (context) => {
    needTools(context, 'pdftotext')
    await goTo(tabOf('entry'), '文书要素')
    await expectWell(page)
    await page.getByLabel('检查开始日期').fill('2026年11月23日')
    await page.getByLabel('联系人', { exact: true }).fill('周联络')
    await press(page, '保存')
    await page.getByText('已保存').waitFor()

    await goTo(tabOf('visits'), '检查情况')
    await expectWell(page)
    const panel = page.getByRole('form', { name: /^检查情况：/ })
    const [first, second] = (await client.forms.entry({ number })).visits
    await panel.getByRole('heading', { name: first?.name ?? '' }).waitFor()
    await panel.getByLabel('发现的问题').fill('消防通道堆放杂物\n维修资金账目未公示')
    await panel.getByRole('combobox', { name: '检查结果' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '发现问题待后续处理' }).click()
    await press(panel, /证据与抽样/)
    await press(panel.getByRole('region', { name: '证据' }), '增加一条')
    await panel.getByLabel('证据名称').fill('现场照片')
    await expectWell(page)
    await press(panel, '保存，下一个')
    await panel.getByRole('heading', { name: second?.name ?? '' }).waitFor()
    // Hands on the keys: typing goes on in the first box, and the keys still lead to the next and back.
    await page.keyboard.type('2026-11-23 9:30')
    expect(await panel.getByLabel('检查开始时间').inputValue()).toBe('2026-11-23 9:30')
    await page.keyboard.press('Alt+ArrowUp')
    await panel.getByRole('heading', { name: first?.name ?? '' }).waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    await panel.getByRole('heading', { name: second?.name ?? '' }).waitFor()
    await press(panel, '放弃改动')
    await press(page.locator('.ant-popover'), '放弃改动')

    await goTo(tabOf(''), '文书')
    await expectWell(page)
    await press(page, '全部生成')
    await page.getByText(/^已备好\d+份文书/).waitFor()
    await expectWell(page)
    const notice = textOfPages(await shown(() => press(rowOf('行政检查通知书'), /^预览：/))).map(dense)
    expect(notice.some((text) => text.includes('周联络'))).toBe(true)
    expect(notice.some((text) => text.includes('2026年11月23日'))).toBe(true)
    const results = textOfPages(await shown(() => press(rowOf('检查结果清单'), /^预览：/)))
    expect(dense(results.join(''))).toContain('发现问题待后续处理')
  })

  test('what is shown is what was archived; a second printing is a copy that says so', async (context) => {
    needTools(context, 'pdftotext')
    await goTo(tabOf(''), '文书')
    const row = rowOf('抽查工作记录表')
    await row.getByRole('button', { name: /^预览：/ }).waitFor()
    const archived = (await client.documents.list({ number })).find(
      ({ form, original }) => form === 'draw-record' && original === null,
    )
    const seen = await shown(() => press(row, /^预览：/))
    expect(createHash('sha256').update(seen).digest('hex')).toBe(archived?.sha256)

    const first = await shown(() => press(row, /^打印：/))
    expect(first.equals(seen)).toBe(true)
    await press(page.getByRole('dialog'), '已打印，纸张无误')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    const again = await shown(() => press(row, /^打印：/))
    await page.getByText('这是第2次打印').waitFor()
    await expectWell(page)
    expect(dense(textOfPages(again).join(''))).toContain('第2次打印')
    await press(page.getByRole('dialog'), '没有打印出来')
    await press(page.getByRole('dialog'), '以后再打印')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('a paper of earlier facts is not passed off as the newest', async () => {
    await goTo(tabOf(''), '文书')
    await rowOf('行政检查通知书').getByText('已生成').waitFor()
    const { entry, version } = await client.forms.entry({ number })
    await client.forms.saveEntry({ number, version, entry: { ...entry, contact: '吴联络' } })
    await goTo('/papers')
    await goTo(tabOf(''), '文书')
    await rowOf('行政检查通知书').getByText('内容有变化，需重新生成').waitFor()
    await expectWell(page)
    await press(rowOf('行政检查通知书'), /^重新生成：/)
    await rowOf('行政检查通知书').getByText('已生成').waitFor()
  })

  test('what is typed survives a change of page; what another window wrote is shown and chosen from', async () => {
    await goTo(tabOf('entry'), '文书要素')
    await page.getByLabel('联系电话').fill('0999-1234567')
    await page.getByLabel('报告人').fill('郑报告')
    await goTo('/papers')
    await goTo(tabOf('entry'), '文书要素')
    expect(await page.getByLabel('报告人').inputValue()).toBe('郑报告')
    await page.getByText('有改动没有保存').waitFor()

    const { entry, version } = await client.forms.entry({ number })
    await client.forms.saveEntry({
      number,
      version,
      entry: { ...entry, reporter: '冯报告', reportTo: '县政府' },
    })
    await press(page, '保存')
    await page.getByText('在别处保存了新的内容').waitFor()
    const others = page.getByRole('alert').getByRole('row')
    await others.filter({ hasText: '报送单位' }).getByText('县政府').waitFor()
    await others.filter({ hasText: '报告人' }).getByText('冯报告').waitFor()
    await expectWell(page)
    await press(page, '两边都改了的，用这里填写的')
    await press(page, '保存')
    await page.getByText('有改动没有保存').waitFor({ state: 'hidden' })
    expect((await client.forms.entry({ number })).entry).toMatchObject({
      contactPhone: '0999-1234567',
      reporter: '郑报告',
      reportTo: '县政府',
    })
  })

  test('a day that is none is told at its place, and nothing is stored', async () => {
    await goTo(tabOf('entry'), '文书要素')
    const { version } = await client.forms.entry({ number })
    await page.getByLabel('报告日期').fill('2026年2月30日')
    await press(page, '保存')
    await page.getByText('“报告日期”须为日期').waitFor()
    await expectWell(page)
    expect((await client.forms.entry({ number })).version).toBe(version)
    await page.getByLabel('报告日期').fill('2026年2月28日')
    await page.getByText('“报告日期”须为日期').waitFor({ state: 'hidden' })
    await page.getByLabel('报告日期').fill('2026年2月30日')
    await page.getByText('有1处需要改正，尚未保存。').waitFor()
    await press(page, '放弃改动')
    await press(page.locator('.ant-popover'), '放弃改动')
    await page.getByText('有改动没有保存').waitFor({ state: 'hidden' })
    await page.getByText('有1处需要改正，尚未保存。').waitFor({ state: 'hidden' })
    // What is as it was stored is not stored again.
    await page.getByLabel('报告日期').press('Control+s')
    expect((await client.forms.entry({ number })).version).toBe(version)
  })

  test('all papers as one PDF, and each as a file that is named after it', async (context) => {
    needTools(context, 'pdftotext')
    await goTo(tabOf(''), '文书')
    await page.getByLabel('选择行政检查通知书').check()
    await page.getByLabel('选择抽查工作记录表').check()
    await press(page, '所选2种合成一个PDF')
    const note = page.locator('.papers-combined')
    const text = dense(textOfPages(await shown(() => press(note, /^预览：/))).join(''))
    expect(text).toContain('行政检查通知书')
    expect(text).toContain('抽查工作记录表')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(rowOf('抽查工作记录表'), /^另存：/),
    ])
    expect(download.suggestedFilename()).toMatch(/抽查工作记录表.*\.pdf$/)
    const kept = (await client.documents.list({ number })).find(({ form }) => form === 'draw-record')
    const digest = createHash('sha256')
      .update(readFileSync(await download.path()))
      .digest('hex')
    expect(digest).toBe(kept?.sha256)

    // A browser keeps ten downloads at a time: all papers come as one file, none is left behind.
    const [all] = await Promise.all([page.waitForEvent('download'), press(page, '所选2种存到文件夹')])
    expect(all.suggestedFilename()).toBe(`${number}-文件.zip`)
    await page.getByText('2个文件已装进一个压缩包').waitFor()
    const papers = Object.keys(unzipSync(readFileSync(await all.path())))
    expect(papers.some((name) => name.includes('抽查工作记录表'))).toBe(true)
    expect(papers.some((name) => name.includes('行政检查通知书'))).toBe(true)
  })

  test('tabs that are gone through with the keys say nothing in another language', async () => {
    await goTo(tabOf(''), '文书')
    await page.getByRole('tab', { name: '文书', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await expectWell(page)
  })

  test('a blank form to be filled in by hand, found by its name', async (context) => {
    needTools(context, 'pdftotext')
    await goTo('/papers')
    await expectWell(page)
    await page.getByRole('link', { name: '空白文书' }).click()
    await page.getByRole('heading', { name: '空白文书' }).waitFor()
    await expectWell(page)
    await page.getByLabel('查找文书').fill('现场检查记录')
    await page.getByText('共1种').waitFor()
    const text = dense(textOfPages(await shown(() => press(page, '预览打印空白现场检查记录表'))).join(''))
    expect(text).toContain('现场检查记录表')
    expect(text).not.toContain(number)
  })

  test('the sheet of a visit that no draw decided is printed from its row', async (context) => {
    needTools(context, 'pdftotext')
    const [object] = (await client.registers.objects.search({ limit: 1 })).rows
    if (object === undefined) throw new Error('the sample county has no objects')
    const year = new Date().getFullYear()
    await client.registers.visits.add({
      row: {
        object: object.serial,
        kind: '投诉举报',
        date: `${year}-01-05`,
        number: '举报〔12〕号',
        department: '质安站',
        item: null,
        passed: null,
        findings: null,
        remark: null,
      },
    })
    await goTo('/visits')
    const printing = page.getByRole('button', { name: `打印登记表：${object.row.name}` })
    await printing.waitFor()
    await expectWell(page)
    const text = dense(textOfPages(await shown(() => printing.click())).join(''))
    expect(text).toContain('非双随机检查登记表')
    expect(text).toContain(object.row.name)
    expect(text).toContain('举报〔12〕号')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('everything has room on a small screen too', async () => {
    await page.setViewportSize({ width: 1024, height: 768 })
    for (const [name, tab] of [
      ['', '文书'],
      ['entry', '文书要素'],
      ['visits', '检查情况'],
      ['notices', '公示'],
      ['archive', '档案'],
    ] as const) {
      await goTo(tabOf(name), tab)
      await expectWell(page)
    }
    await goTo('/papers')
    await expectWell(page)
    await goTo('/papers/blank')
    await expectWell(page)
    await goTo('/visits')
    const printing = await page
      .getByRole('button', { name: /^打印登记表：/ })
      .first()
      .boundingBox()
    expect((printing?.x ?? 1024) + (printing?.width ?? 0)).toBeLessThan(1024)
    await expectWell(page)
    await goTo(`/draws/${number}`)
    await page.getByRole('heading', { name: '文书与材料' }).waitFor()
    await expectWell(page)
    // No button of a row lies under what stands beside the list.
    const list = page.locator('.draws-documents')
    const overhang = (table: Element) =>
      table.getBoundingClientRect().right - (table.parentElement?.getBoundingClientRect().right ?? 0)
    expect(await list.evaluate(overhang)).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1280, height: 720 })
  })
})
