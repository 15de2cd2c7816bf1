import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formHtml } from '../../electron/documents/html/form-html.ts'
import { beforeNotice } from '../../shared/forms/before-notice.ts'
import { resultNotice } from '../../shared/forms/result-notice.ts'
import { sampleInspection } from '../shared/forms/sample-inspection.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { violations } from './page-checks.ts'

const facts = sampleInspection('typical')
const notices = {
  事前公示: beforeNotice({ ...facts, entry: { ...facts.entry, noDisclosureReason: null } }, '2026-11-21'),
  不能事前公开: beforeNotice(facts, '2026-11-21'),
  结果公示: resultNotice(facts, '2026-12-12'),
}

describe.skipIf(!browserAvailable())('a public notice as anybody opens it', () => {
  let browser: TestBrowser
  const folder = mkdtempSync(path.join(tmpdir(), 'ssj-notice-'))
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  for (const [name, paper] of Object.entries(notices))
    test(`${name}: can be read by everybody, on a wide window and on a telephone`, async () => {
      if (paper === null) throw new Error('there is no notice')
      const file = path.join(folder, `${name}.html`)
      writeFileSync(file, formHtml(paper.model))
      const page = await browser.context.newPage()
      const asked: string[] = []
      const errors: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => errors.push(message.text()))
      const address = pathToFileURL(file).href
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(address)
        expect(await violations(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
      expect(await page.locator('h1').allInnerTexts()).toHaveLength(1)
      // What is laid out as cards on a telephone is still read as a table.
      expect(await page.getByRole('table').count()).toBeGreaterThan(0)
      expect(await page.getByRole('rowheader', { name: '抽查任务' }).count()).toBe(1)
      expect(new Set(asked)).toEqual(new Set([address]))
      expect(errors).toEqual([])
      await page.close()
    })
})
