import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildVerifyPage, freshVerifyPage } from '../../../build/verify-page.ts'
import { PackageCheck } from '../../../renderer/verify/checked-package.ts'
import { knownAnswerZip } from '../../shared/package/known-answers.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('base64')

test('verify.html is one small file that may ask nobody for anything', async () => {
  const page = readFileSync(await freshVerifyPage(), 'utf8')
  expect(Buffer.byteLength(page)).toBeLessThan(300 * 1024)
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const script = /<script id="program">([\s\S]*)<\/script>/.exec(page)?.[1] ?? ''
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  expect(policy).toContain(`script-src 'sha256-${hash(script)}'`)
  expect(policy).toContain(`style-src 'sha256-${hash(style)}'`)
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page).not.toMatch(/\s(src|href)=|@import|url\(/)
  expect(page).toContain('<html lang="zh-CN">')
})

test('the same sources give the same page, and a fresh page is left alone', async () => {
  const first = readFileSync(await buildVerifyPage(), 'utf8')
  expect(readFileSync(await buildVerifyPage(), 'utf8')).toBe(first)
  expect(readFileSync(await freshVerifyPage(), 'utf8')).toBe(first)
  expect(first).not.toContain(process.cwd())
})

test('picks are handed out a page at a time', () => {
  const check = new PackageCheck()
  const checked = check.check(knownAnswerZip('8-census-batch-order'))
  if (!checked.ok) throw new Error(checked.sentence)
  const tables = checked.steps.flatMap((step) => step.tables)
  expect(tables.map((table) => table.label)).toEqual(['objects/PZ', 'pairing'])
  const [objects, pairing] = tables
  expect(check.rows(pairing?.table ?? -1, 0, 1000)).toHaveLength(120)
  expect(check.rows(objects?.table ?? -1, 10, 15).map((row) => row.i)).toEqual([11, 12, 13, 14, 15])
  expect(check.rows(99, 0, 10)).toEqual([])
  expect(check.check(new Uint8Array([1])).ok).toBe(false)
  expect(check.rows(0, 0, 10)).toEqual([])
})
