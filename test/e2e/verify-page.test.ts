import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { zipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshVerifyPage } from '../../build/verify-page.ts'
import type { PackageFiles } from '../../shared/package/package-files.ts'
import { edited, knownAnswer, knownAnswerPath, knownAnswers } from '../shared/package/known-answers.ts'
import { SampleOffice, sampleFacts, sampleLists } from '../shared/package/sample-office.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'

const zipOf = (files: PackageFiles): Uint8Array => zipSync(Object.fromEntries(files))

describe.skipIf(!browserAvailable())('verify.html in a real browser, opened as a file', () => {
  let browser: TestBrowser
  let page: Page
  let address: string
  const folder = mkdtempSync(join(tmpdir(), 'ssj-verify-page-'))
  const requests: string[] = []
  const errors: string[] = []

  beforeAll(async () => {
    address = pathToFileURL(await freshVerifyPage()).href
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    requests.length = 0
    errors.length = 0
    page = await browser.context.newPage()
    page.on('request', (request) => requests.push(request.url()))
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => errors.push(message.text()))
    await page.goto(address)
  })
  afterEach(async () => {
    await page.close()
    expect(errors).toEqual([])
    // The page itself and the worker that it makes of its own text, and nothing else.
    expect(requests.filter((url) => url !== address && !url.startsWith('blob:'))).toEqual([])
  })

  const seen = (part: Locator): Promise<string> => part.innerText()
  const choose = (path: string): Promise<void> => page.setInputFiles('#file', path)
  const written = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const verdict = async (kind: 'good' | 'bad'): Promise<string> => seen(page.locator(`.verdict.${kind}`))
  const digests = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      await page
        .locator('.facts dd .digest')
        .evaluateAll((all) =>
          all.map((d) => [d.closest('dd')?.previousElementSibling?.textContent ?? '', d.textContent ?? '']),
        ),
    )

  for (const { name, seed, freeze, record } of knownAnswers)
    test(`${name}: 一致, with its F, R and D`, async () => {
      await choose(fileURLToPath(knownAnswerPath(name)))
      expect(await verdict('good')).toContain('一致')
      expect(await digests()).toEqual({ '名单校验码 F': freeze, '种子 R': seed, '记录校验码 D': record })
      expect(await page.locator('.badge.bad').count()).toBe(0)
      expect(await seen(page.locator('body'))).toContain('未附')
    })

  test('a tampered package: 不一致, and the first difference by file and line', async () => {
    const files = edited(knownAnswer('1-each'), 'result.txt', (text) =>
      text.replace('object=1\tGC\tYL01-O000101', 'object=1\tGC\tYL01-O000102'),
    )
    await choose(written('tampered.zip', zipOf(files)))
    const words = await verdict('bad')
    expect(words).toContain('不一致')
    expect(words).toContain('result.txt 第8行')
    expect(words).toContain('object=1 ⇥ GC ⇥ YL01-O000101')
    expect(await page.locator('details[open] > summary', { hasText: '结果：' }).count()).toBe(1)
  })

  test('D from paper: the same, another, and one copied badly', async () => {
    await choose(fileURLToPath(knownAnswerPath('1-each')))
    expect(await verdict('good')).toContain('还没有与纸面比对')
    const [{ record, freeze }] = knownAnswers
    await page.fill('#paper-record', record.toUpperCase().replace(/.{8}/g, '$& '))
    expect(await verdict('good')).toContain('这个包就是签字的那一份')
    await page.fill('#paper-record', freeze)
    expect(await verdict('bad')).toContain('与纸面不同')
    await page.fill('#paper-record', record.slice(1))
    expect(await seen(page.locator('#paper-record-answer'))).toContain('63位')
    expect(await verdict('good')).toContain('还没有与纸面比对')
  })

  test('what is no package, and an empty file, are refused in a clear sentence', async () => {
    await choose(written('form.pdf', new TextEncoder().encode('%PDF-1.7')))
    expect(await verdict('bad')).toContain('这不是zip压缩包')
    await choose(written('empty.zip', new Uint8Array()))
    await page.getByText('文件是空的').waitFor()
  })

  test('a rehearsal and an unwitnessed draw say so before the verdict', async () => {
    for (const [mode, words] of [
      ['rehearsal', '演练'],
      ['unwitnessed', '未经现场见证'],
    ] as const) {
      const office = new SampleOffice()
      const drawn = office.draw({ ...sampleFacts, mode }, sampleLists)
      await choose(written(`${mode}.zip`, zipOf(office.pack(sampleFacts.draw, drawn.files))))
      expect(await seen(page.locator('.mode', { hasText: words }))).toContain(words)
      expect(await verdict('good')).toContain('一致')
    }
  })

  test('the sentence that it only explains stands on the page', async () => {
    const words = await seen(page.locator('main'))
    expect(words).toContain('这一页来自被核对的一方')
    expect(words).toContain('第二个程序')
    expect(words).toContain('签了字的纸面')
  })

  test('everything can be done with the keyboard: choose, open a step, read a pick', async () => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('file')
    const chooser = page.waitForEvent('filechooser')
    // The browser is told to report choosers by a message of its own: it must have arrived before the key does.
    await page.evaluate(() => document.readyState)
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(fileURLToPath(knownAnswerPath('1-each')))
    await verdict('good')
    const step = page.locator('summary', { hasText: '逐次抽取' })
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('Tab')
      if (await step.evaluate((element) => element === document.activeElement)) break
    }
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '第1次抽取的算式' }).first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const work = await seen(page.locator('tr.work'))
    expect(work).toContain('f49450117359a6501391164eebd16d234c62dc3fe3236ca2cc4c5aae288bcd4d,1')
    expect(work).toContain('除以候选数 14，余数是 0')
    expect(work).toContain('YL01-O000101')
  })

  test('nothing sticks out at 1024 × 768, at 1920 × 1080, or on a phone', async () => {
    await choose(fileURLToPath(knownAnswerPath('6-replace-object')))
    await verdict('good')
    await page.getByRole('button', { name: '全部展开' }).click()
    await page.locator('td.hash').first().waitFor()
    for (const [width, height] of [
      [1024, 768],
      [1920, 1080],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })

  test('a dropped file is taken', async () => {
    const bytes = [...zipOf(knownAnswer('3-none'))]
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(content)], '3-none.zip'))
      return data
    }, bytes)
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer })
    expect(await verdict('good')).toContain('一致')
  })
})
