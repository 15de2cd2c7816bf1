import { once } from 'node:events'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { needTools } from '../electron/documents/pdf/tools.ts'
import { browserAvailable } from './browser.ts'
import { enterDigits, freeze, holdToTheEnd, loadSample, writePlan } from './console-steps.ts'
import { lastPageOfRecord } from './last-page-of-record.ts'
import { expectWell } from './page-checks.ts'
import { ServedProgram } from './served-program.ts'
import { press, TwoWindows } from './two-windows.ts'

const sample = (name: string) => new URL(`../../build/resources/sample-county/${name}`, import.meta.url)

describe.skipIf(!browserAvailable())('bad luck in the windows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ssj-bad-luck-'))
  let program: ServedProgram
  let windows: TwoWindows

  beforeAll(async () => {
    await freshPages()
    program = await ServedProgram.start(folder)
    windows = await TwoWindows.open(program)
    windows.browser.context.setDefaultTimeout(8_000)
  })
  afterAll(async () => {
    await windows?.close()
    await program?.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(windows?.errors).toEqual([])
  })

  const origin = () => new URL(program.address).origin
  /** A further console, of a person of its own, closed when the test is over. */
  async function another(at = '/'): Promise<Page> {
    const context = await windows.browser.context.browser()?.newContext({
      viewport: { width: 1280, height: 720 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    if (context === undefined) throw new Error('the browser is gone')
    onTestFinished(() => context.close())
    context.setDefaultTimeout(8_000)
    const page = await context.newPage()
    await page.goto(await program.another())
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${origin()}/#${at}`)
    return page
  }
  /** The sentence stands in the window, and the window is whole with it. */
  async function says(page: Page, sentence: string): Promise<void> {
    await page.getByRole('alert').filter({ hasText: sentence }).first().waitFor()
    await expectWell(page)
  }
  /** A rehearsal whose lists are frozen, in the console. */
  async function frozen(page: Page, witnesses?: readonly string[]): Promise<string> {
    await writePlan(page, { number: '3', ...(witnesses === undefined ? {} : { witnesses }) })
    return freeze(page)
  }
  const openRow = async (page: Page, name: string) => {
    await page.getByRole('row').filter({ hasText: name }).first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: '保存', exact: true }).waitFor()
    return drawer
  }

  test('what a window did not know of is refused: the sample was loaded and the office set elsewhere', async () => {
    const late = await another()
    const settings = await another('/settings')
    // These two hear nothing of what happens elsewhere.
    for (const page of [late, settings]) await page.route('**/rpc/**', (route) => route.abort())
    await settings.getByLabel('单位名称').fill('示例县住房和城乡建设局')
    await settings.getByLabel('单位代码').fill('AB01')
    await loadSample(windows.console)
    for (const page of [late, settings]) await page.unroute('**/rpc/**')
    await press(settings, '保存单位')
    await press(settings, '确定，保存')
    await says(settings, '本数据文件夹的单位代码已是“YL01”')
    await press(late, '载入示例单位')
    await late.getByText('已经设置了单位').or(late.getByText('确认抽查事项适用于哪些对象')).first().waitFor()
  })

  test('an address that was used lets nobody in a second time', async () => {
    const page = await windows.browser.context.newPage()
    onTestFinished(() => page.close())
    await page.goto(program.address)
    expect(await page.locator('body').innerText()).toContain('这个地址已用过或不对')
    const browser = windows.browser.context.browser()
    const stranger = await browser?.newContext()
    const outside = await stranger?.newPage()
    await outside?.goto(origin())
    expect(await outside?.locator('body').innerText()).toContain('请从程序打开的窗口访问')
    await stranger?.close()
  })

  test('a page from elsewhere can neither show, read nor send anything', async () => {
    const elsewhere = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        `<!doctype html><title>elsewhere</title><iframe src="${origin()}/"></iframe>` +
          `<form method="post" action="${origin()}/rpc/samples/load"><input name="json" value="{}"></form>`,
      )
    })
    elsewhere.listen(0, '127.0.0.1')
    await once(elsewhere, 'listening')
    onTestFinished(() => void elsewhere.close())
    const page = await windows.browser.context.newPage()
    onTestFinished(() => page.close())
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    const ask = (init: { method?: string; body?: string; credentials: 'include' }) =>
      page.evaluate(
        ({ url, init }) =>
          fetch(url, init)
            .then(({ type }) => type)
            .catch(() => 'refused'),
        { url: `${origin()}/rpc/office/get`, init },
      )
    expect(await ask({ method: 'POST', credentials: 'include', body: '{}' })).toBe('refused')
    expect(await ask({ credentials: 'include' })).toBe('refused')
    const [, frame] = page.frames()
    expect((await frame?.locator('body').innerText()) ?? '').not.toContain('首页')
    await page.locator('form').evaluate((form: HTMLFormElement) => form.submit())
    await page.getByText('请求来自别的页面，已拒绝').waitFor()
  })

  test('the stage is lost in mid-reveal: the console says so, and a new one shows what stands', async () => {
    const page = windows.console
    await windows.openStage()
    const number = await frozen(page)
    await press(page, '名单已公布，录入见证数字')
    await enterDigits(page, 1, '314159265358')
    await press(page, '一起公布数字')
    await press(page, '确认数字并摇号')
    await page.getByText('逐个显示').click()
    await press(page, '开始揭晓')
    const standing = (frame: string) =>
      windows.stage.locator(`.picture[data-frame="${number}/1/shown/${frame}"]`).waitFor()
    await standing('1')
    await windows.closeStage()
    await page.getByText('没有打开大屏窗口').waitFor()
    await expectWell(page)
    await press(page, '揭晓下一步')
    await page.getByText('2/', { exact: false }).first().waitFor()
    await windows.openStage()
    await standing('2')
    await page.getByText('1 个大屏窗口').waitFor()
    await press(page, '其余一次显示')
  })

  test('a disk that takes no form: a sentence, nothing half-done, and the forms once it does', async () => {
    const page = windows.console
    const documents = path.join(folder, 'documents')
    const aside = `${documents}.aside`
    try {
      renameSync(documents, aside)
    } catch {
      // No document was kept yet.
    }
    writeFileSync(documents, '')
    await press(page, '确认结果')
    await says(page, '没有')
    expect(await page.getByRole('row').filter({ hasText: '.pdf' }).count()).toBe(0)
    await press(page, '生成文书')
    await says(page, '没有')
    rmSync(documents)
    await press(page, '生成文书')
    await page.getByRole('row').filter({ hasText: '抽查工作记录表' }).first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('the form of another draw, and a file that is no scan, are not put on file', async (context) => {
    needTools(context, 'pdftoppm')
    const page = windows.console
    const wrong = lastPageOfRecord(folder)
    await frozen(page)
    await holdToTheEnd(page)
    await page.getByRole('row').filter({ hasText: '抽查工作记录表' }).first().waitFor()
    await page.getByLabel('选择文件').setInputFiles(wrong)
    await says(page, '这份签字件是“YL01-')
    await page.getByLabel('选择文件').setInputFiles({
      name: '签字件.png',
      mimeType: 'image/png',
      buffer: Buffer.from('not a picture'),
    })
    const digest = await page.getByRole('region', { name: '打印与归档' }).innerText()
    const first = /记录校验码 D\s*([0-9a-f]{4}) ?([0-9a-f]{4})/.exec(digest)
    await page.getByLabel('纸上“记录校验码 D”的前 8 位').fill('00000000')
    await page.getByLabel('比对说明').fill('由陈国栋逐位核对')
    await press(page, '比对一致，归档')
    await says(page, '与本场次的不一致，没有归档')
    await page.getByLabel('纸上“记录校验码 D”的前 8 位').fill(`${first?.[1]}${first?.[2]}`)
    await press(page, '比对一致，归档')
    await says(page, '“签字件.png”不是PDF、JPEG或PNG文件')
    await page.getByText('待签字').first().waitFor()
  })

  test('a plan that cannot be held says why before a number is taken', async () => {
    const page = await another('/draws/new')
    await writePlan(page, { number: '9999' })
    const strata = page.getByRole('region', { name: '分层', exact: true })
    await strata.getByText('要抽9999个，符合条件的只有').first().waitFor()
    expect(await page.getByRole('button', { name: '取号并锁定名单' }).isDisabled()).toBe(true)
    await page.getByLabel('全部对象的数量').fill('3')
    await page.getByText('人员和对象齐备').waitFor()
    await page.getByRole('textbox', { name: '分几组' }).fill('400')
    const people = page.getByRole('region', { name: '人员', exact: true })
    await people.getByRole('alert').filter({ hasText: '名单不能锁定，因为抽取后会缺人' }).waitFor()
    expect(await page.getByRole('button', { name: '取号并锁定名单' }).isDisabled()).toBe(true)
    await expectWell(page)
    await page.getByLabel('全部对象的数量').fill('三个')
    await page.getByText('这些改动还没有保存').waitFor()
    await expectWell(page)
  })

  test('digits that are too few together, and a step that another window has taken, are refused', async () => {
    const page = await another()
    const number = await frozen(page)
    await press(page, '名单已公布，录入见证数字')
    await enterDigits(page, 1, '314159')
    await press(page, '一起公布数字')
    await says(page, '全部见证数字合计6位，不足12位')
    await press(page, '中止')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('原因').fill('会场停电')
    await dialog.getByLabel('批准人').fill('苏文彬')
    await dialog.getByLabel('监督人').fill('陈国栋')
    await dialog.getByLabel('批准文号').fill('示例住建批〔2026〕1号')
    await dialog.getByLabel('批准日期').fill('2026-11-20')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('选择文件').setInputFiles({
      name: '批准.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('同意'),
    })
    await dialog.getByRole('button', { name: '中止' }).click()
    await says(page, '“批准.txt”不是PDF、JPEG或PNG文件')

    const other = await another(`/draws/${number}`)
    // From here on the first window hears of nothing.
    await page.route('**/rpc/**', (route) => route.abort())
    await press(other, '中止')
    const question = other.getByRole('dialog')
    await question.getByLabel('原因').fill('会场停电')
    await question.getByLabel('批准人').fill('苏文彬')
    await question.getByLabel('监督人').fill('陈国栋')
    await question.getByRole('button', { name: '中止' }).click()
    await other.getByText('本次已中止，没有产生结果。').waitFor()
    await page.unroute('**/rpc/**')
  })

  test('a file that cannot be imported says what is wrong with it, one after the other', async () => {
    const page = await another('/objects/import')
    const workbook = readFileSync(sample('市场主体名录库.xlsx'))
    const text = (words: string) => Buffer.from(words)
    const files: readonly (readonly [name: string, bytes: Buffer, sentence: string])[] = [
      ['空.xlsx', Buffer.alloc(0), '文件是空的'],
      ['截断.xlsx', workbook.subarray(0, 4000), '文件不完整或已损坏'],
      ['程序.exe', Buffer.from('4d5a90000300000004000000ffff', 'hex'), '请选择.xlsx或.csv文件'],
      ['编码.csv', Buffer.from('e5908dffff81ff0d0a', 'hex'), '既不是UTF-8也不是GB18030'],
      ['空行.csv', text('\n\n\n'), '没有内容'],
      ['无表头.csv', text('甲,乙\n丙,丁\n'), '没有找到“检查对象名录库”的表头'],
      ['重复.csv', text('名称,企业名称,统一社会信用代码\n甲,乙,丙\n'), '有两列表示同一内容'],
      ['只有表头.csv', text('名称,统一社会信用代码,地址\n'), '没有'],
    ]
    for (const [name, buffer, sentence] of files) {
      await page.setInputFiles('input[data-file]', { name, mimeType: 'application/octet-stream', buffer })
      const alert = page.getByRole('alert').filter({ hasText: sentence })
      await alert.waitFor()
      expect(await alert.innerText()).toContain('没有写入任何数据')
      // Where it is only the header that was not known, it can be pointed at; here another file is taken.
      const another = page.getByRole('button', { name: '换一个文件' })
      if (await another.isVisible()) await another.click()
    }
    await expectWell(page)
  })

  test('a report that is out of date, or that died with the core, is not carried out', async () => {
    const page = await another('/objects/import')
    const faulty = fileURLToPath(sample('市场主体名录库-有错.xlsx'))
    const read = async () => {
      await page.setInputFiles('input[data-file]', faulty)
      await page.getByRole('button', { name: /^写入 [\d,]+ 条/ }).waitFor()
    }
    await read()
    const other = await another('/objects')
    const drawer = await openRow(other, '云岭县西盛建筑工程有限公司')
    await drawer.getByLabel('联络人').fill('陈国栋')
    await press(drawer, '保存')
    await other.getByText('已保存 O000001').waitFor()
    await page.getByRole('button', { name: /^写入 [\d,]+ 条/ }).click()
    await says(page, '名录已有改动')
    await page.goto(`${origin()}/#/objects`)
    await page.goto(`${origin()}/#/objects/import`)
    await read()
    await program.killCore()
    await page.getByRole('button', { name: /^写入 [\d,]+ 条/ }).click()
    await page.getByRole('alert').first().waitFor()
    await page.getByText('已连接').waitFor()
    await page.getByRole('button', { name: /^写入 [\d,]+ 条/ }).click()
    await says(page, '没有这份导入报告')
  })

  test('a certificate that somebody has, and a row retired elsewhere, are refused where they were typed', async () => {
    const page = await another('/inspectors')
    const people = page.locator('tbody tr[data-row], tbody tr').filter({ hasText: /\d{8}/ })
    const taken = /\d{11}/.exec(await people.nth(1).innerText())?.[0] ?? ''
    await people.first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('执法证号').fill(taken)
    await press(drawer, '保存')
    await says(page, `执法证号“${taken}”已属于`)

    const mine = await another('/objects')
    const late = await openRow(mine, '云岭县西盛建筑工程有限公司')
    const other = await another('/objects')
    const theirs = await openRow(other, '云岭县西盛建筑工程有限公司')
    await press(theirs, '停用')
    const question = other.getByRole('dialog').filter({ hasText: '停用后不再参加' })
    await question.getByLabel('原因').fill('已经迁出本县')
    await press(question, '停用')
    await other.getByText('已停用').first().waitFor()
    await late.getByLabel('联络人').fill('陈国柱')
    await press(late, '保存')
    await says(mine, '已停用，不能再修改')
  })
})
