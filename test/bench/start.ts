import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { freshPages } from '../../build/pages.ts'
import { openCore } from '../../electron/core/core.ts'
import { officeCodeSchema } from '../../shared/registry/office.ts'
import { browserAvailable, startBrowser, type TestBrowser } from '../e2e/browser.ts'
import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { fillObjects } from './large-register.ts'
import { median, percentile } from './statistics.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

const at = '2026-11-20T09:30:00+08:00'
const entry = fileURLToPath(new URL('../../electron/start.ts', import.meta.url))
const pieces = ['99', '建设路7', '没有这个', '建设路77', '777', 'o0001']

/** From the program's start to a console that can be used, and the register in its window; nothing without Chromium. */
export async function benchStart({ startRows, runs }: BenchSizes): Promise<Figure[]> {
  if (startRows.length === 0 || !browserAvailable()) return []
  await freshPages()
  const browser = await startBrowser({ width: 1280, height: 720 })
  try {
    const figures: Figure[] = []
    for (const { rows, target } of startRows)
      figures.push(
        ...(await withTemporaryFolder((folder) => benchFolder(folder, { rows, target }, runs, browser))),
      )
    return figures
  } finally {
    await browser.close()
  }
}

async function benchFolder(
  folder: string,
  { rows, target }: BenchSizes['startRows'][number],
  runs: number,
  browser: TestBrowser,
): Promise<Figure[]> {
  fillData(folder, rows)
  const starts: number[] = []
  const tables: number[] = []
  const searches: number[] = []
  // The first start is not counted: Node keeps what it compiles, as it does on every computer after the first day.
  for (let run = 0; run <= runs; run += 1) {
    const begin = performance.now()
    const program = await startProgram(folder)
    const page = await browser.context.newPage()
    try {
      await page.goto(program.address)
      await page.getByRole('heading', { level: 1, name: '首页' }).waitFor()
      await page.getByText(rows.toLocaleString('zh-CN')).first().waitFor()
      if (run > 0) starts.push((performance.now() - begin) / 1000)
      const shown = await tableShown(page)
      if (run > 0) tables.push(shown)
      if (run === runs) searches.push(...(await searched(page, rows)))
    } finally {
      await page.close()
      await program.close()
    }
  }
  return [
    {
      name: `start-${rows}`,
      label: `从启动到操作台可用（名录${rows}行，浏览器已开）`,
      value: median(starts),
      unit: 's',
      target,
    },
    {
      name: `table-${rows}`,
      label: `打开${rows}行的名录页，到第一行显示`,
      value: median(tables),
      unit: 's',
      target: null,
    },
    {
      name: `typed-search-${rows}`,
      label: `在窗口中检索${rows}行，从最后一键到显示，含等候停顿（95%不超过）`,
      value: percentile(searches, 0.95),
      unit: 's',
      target: null,
    },
  ]
}

/** An office with so many objects. */
function fillData(folder: string, rows: number): void {
  const opened = openCore({
    folder,
    clock: () => new Date(at),
    random: () => new Uint8Array(32),
    software: 'bench',
    verifyPage: () => new Uint8Array(),
  })
  if (!opened.ok) throw new Error(opened.refusal.message)
  opened.core.setOffice('赵敏', { code: officeCodeSchema.parse('YL01'), name: '云岭县住房和城乡建设局' })
  fillObjects(opened.core.database, rows, at)
  opened.core.close()
}

/** Starts the program as `npm start -- --serve` does and waits for the console's address. */
async function startProgram(folder: string): Promise<{ readonly address: string; close(): Promise<void> }> {
  const child = spawn(process.execPath, [entry, '--serve', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const close = async () => {
    child.kill('SIGTERM')
    await ended
  }
  // The stage's address stands before, on a line with words.
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('http://')) return { address: line, close }
  throw new Error('the program ended before it gave its address')
}

async function tableShown(page: Page): Promise<number> {
  const begin = performance.now()
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '检查对象' }).click()
  await page.getByRole('row').filter({ hasText: 'O000001' }).waitFor()
  return (performance.now() - begin) / 1000
}

/** Types each piece and waits for its answer: seconds from the last key. */
async function searched(page: Page, rows: number): Promise<number[]> {
  const seconds: number[] = []
  const field = page.locator('#page-search')
  for (const piece of pieces) {
    await field.fill('')
    await page.getByRole('status').filter({ hasText: '共' }).waitFor()
    const begin = performance.now()
    await field.fill(piece)
    await page
      .getByRole('status')
      .filter({ hasText: '找到', hasNotText: rows.toLocaleString('zh-CN') })
      .waitFor()
    seconds.push((performance.now() - begin) / 1000)
  }
  return seconds
}
