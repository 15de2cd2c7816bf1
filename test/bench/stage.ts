import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import type { Pace } from '../../shared/api/stage-contract.ts'
import { browserAvailable, startBrowser } from '../e2e/browser.ts'
import { serveStageFixture } from '../e2e/stage-fixture.ts'
import { sampleDraw, stageState } from '../renderer/stage/sample-sessions.ts'
import { type Figure, figuresJson, figuresTable } from './figure.ts'
import { machineLine } from './machine.ts'
import { longestTask, traced } from './trace.ts'

// npm run bench:stage [-- --json FILE]: how the stage moves. Targets are reported, never asserted.

const displays = [
  [1920, 1080],
  [1024, 768],
] as const
const single = 12
const refresh = 1_000 / 60
const draw = sampleDraw(20_000, 450, 'none')

/** Shows the draw under a number of its own, with its first `revealed` results. */
async function begin(page: Page, number: string, revealed: number, pace: Pace): Promise<void> {
  const { objects, inspectors, steps } = draw
  const session = { ...draw.at('drawn', revealed), number }
  const stage = stageState({ showing: number, pace })
  const given = { objects, inspectors, steps, session, stage }
  await page.evaluate((given) => window.fixture.begin(given), given)
  await page.waitForFunction(
    (number) => document.querySelector<HTMLElement>('.picture')?.dataset.frame?.startsWith(number),
    number,
  )
}

/** Presses the key and waits until the result of the step stands. */
async function goOn(page: Page): Promise<void> {
  const key = await page.locator('.picture').getAttribute('data-frame')
  await page.keyboard.press('PageDown')
  await page.waitForFunction(
    (key) =>
      document.querySelector<HTMLElement>('.picture')?.dataset.frame !== key &&
      document.querySelector('.part') !== null,
    key,
  )
}

/** What the page itself sees: when frames came while rows rolled, and how soon after a key the first row moved. */
interface Seen {
  readonly gaps: number[]
  readonly delays: number[]
}

async function measure(page: Page, width: number, height: number): Promise<Figure[]> {
  await page.setViewportSize({ width, height })
  await begin(page, `YL01-2026-${width}`, 200, 'each')
  await page.waitForSelector('.reel.rested')
  await page.evaluate(watchFrames)
  const session = await page.context().newCDPSession(page)
  const events = await traced(session, async () => {
    for (let step = 1; step <= single; step += 1) await goOn(page)
  })
  // Handing 20,000 rows over to the page is the bench's own work and is not traced.
  await begin(page, `YL01-2027-${width}`, 0, 'all')
  const whole = await traced(session, async () => {
    await goOn(page)
    await page.waitForSelector('.pages[data-whole=true]')
    // The task of the last slice ends with what is painted of it.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  })
  const seen = await page.evaluate(() => window.seen)
  const gaps = seen.gaps.toSorted((a, b) => a - b)
  const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / refresh) - 1), 0)
  const what = `大屏${width}×${height}，名单20000行，结果450个`
  const p95 = gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * 0.95))] ?? 0
  return [
    {
      name: `stage-${height}-frame-p95`,
      label: `${what}：帧间隔p95`,
      value: p95 / 1_000,
      unit: 's',
      target: 0.02,
    },
    {
      name: `stage-${height}-dropped`,
      label: `${what}：丢帧占比`,
      value: missed / Math.max(1, gaps.length + missed),
      unit: 'ratio',
      target: 0.01,
    },
    {
      name: `stage-${height}-longest-task`,
      label: `${what}：最长任务`,
      value: longestTask([...events, ...whole]),
      unit: 's',
      target: 0.1,
    },
    {
      name: `stage-${height}-key-to-motion`,
      label: `${what}：按键到首帧移动（最慢）`,
      value: Math.max(...seen.delays) / 1_000,
      unit: 's',
      target: 0.1,
    },
  ]
}

declare global {
  interface Window {
    seen: Seen
  }
}

/** Runs in the page. */
function watchFrames(): void {
  const seen: Seen = { gaps: [], delays: [] }
  window.seen = seen
  let last = 0
  let pressed = 0
  let before = ''
  window.addEventListener('keydown', (event) => {
    pressed = event.timeStamp
    before = standing()
  })
  const standing = () =>
    document.querySelector<HTMLElement>('.reel:not(.rested) .reel-row')?.style.transform ?? ''
  const step = (now: number) => {
    const moving = document.querySelector('.reel:not(.rested)') !== null
    if (moving && last > 0) seen.gaps.push(now - last)
    last = moving ? now : 0
    if (pressed > 0 && standing() !== before && standing() !== '') {
      seen.delays.push(performance.now() - pressed)
      pressed = 0
    }
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

const { values } = parseArgs({ options: { json: { type: 'string' } } })
if (browserAvailable()) {
  console.error('约需一分钟。测量时请勿运行其他程序。')
  const fixture = await serveStageFixture()
  const browser = await startBrowser({ width: 1920, height: 1080 })
  try {
    const page = await browser.context.newPage()
    await page.goto(`${fixture.address}?bar=0`)
    const figures: Figure[] = []
    for (const [width, height] of displays) figures.push(...(await measure(page, width, height)))
    if (values.json !== undefined) writeFileSync(values.json, figuresJson(figures))
    console.log(`${machineLine()}\n\n${figuresTable(figures)}`)
  } finally {
    await browser.close()
    await fixture.close()
  }
}
