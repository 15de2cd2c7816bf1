import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DrawSession } from '../../shared/api/session.ts'
import { inSecret, sampleDraw, stageState } from '../renderer/stage/sample-sessions.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { faultsOfTexts } from './measured-texts.ts'
import type { FixtureDraw } from './stage-fixture/main.ts'
import { type StageFixture, serveStageFixture } from './stage-fixture.ts'

const displays = [
  [1024, 768],
  [1280, 800],
  [1366, 768],
  [1920, 1080],
] as const
const scales = [1, 1.25, 1.5] as const
const each = sampleDraw(560, 12, 'each')
const teams = sampleDraw(560, 12, 'teams')
const secret = inSecret(each)
const secretTeams = inSecret(teams)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

function opened(): DrawSession {
  const session = each.at('frozen')
  if (session.state !== 'frozen') throw new Error('not frozen')
  const entries = [
    { seat: 1, entered: true, digits: '31415926' },
    { seat: 2, entered: true, digits: '2718281828'.repeat(6) },
  ]
  return { ...session, opened: true, entries }
}

const still = stageState({ still: true })
const tens = stageState({ still: true, pace: 'tens' })
/** Every kind of picture that there is. */
const pictures = [
  ['title', each, null, stageState({ still: true, showing: null })],
  ['committed', each, each.at('committed', 0, { mode: 'rehearsal' }), still],
  ['frozen', each, each.at('frozen'), still],
  ['opened', each, opened(), still],
  ['sealed', each, each.at('drawn', 0, { mode: 'unwitnessed' }), still],
  ['one of 24 characters', each, each.at('drawn', 1), still],
  ['one after a repeat', each, each.at('drawn', 2), still],
  ['one with Latin letters', each, each.at('drawn', 6), still],
  ['one of 40 characters', each, each.at('drawn', 7), still],
  ['a pair', each, each.at('drawn', 19), still],
  ['a team', teams, teams.at('drawn', 13), still],
  ['a team for an object', teams, teams.at('drawn', 22), still],
  ['ten', each, each.at('drawn', 10, { mode: 'unwitnessed' }), tens],
  ['ten pairs', each, each.at('drawn', 22), tens],
  ['final', teams, teams.at('confirmed'), still],
  ['committed in secret', secret, secret.at('committed'), still],
  ['frozen in secret', secret, secret.at('frozen', 0, { mode: 'rehearsal' }), still],
  ['sealed in secret', secret, secret.at('drawn', 0), still],
  ['one number', secret, secret.at('drawn', 2), still],
  ['a pair of numbers', secret, secret.at('drawn', 19), still],
  ['a team of numbers', secretTeams, secretTeams.at('drawn', 13), still],
  ['a team for a number', secretTeams, secretTeams.at('drawn', 22), still],
  ['ten numbers', secret, secret.at('drawn', 10), tens],
  ['final in secret', secretTeams, secretTeams.at('confirmed'), still],
  ['aborted', each, each.at('aborted'), still],
  ['void', each, each.at('void'), still],
] as const

/** Runs in the page: the key of the clicker, a second after the one before by its own time. */
async function turnPage(): Promise<void> {
  const before = document.querySelector('.page-number')?.textContent
  const event = new KeyboardEvent('keydown', { key: 'PageDown' })
  const pressed = Number(document.body.dataset.pressed ?? performance.now()) + 1_000
  document.body.dataset.pressed = String(pressed)
  Object.defineProperty(event, 'timeStamp', { value: pressed })
  window.dispatchEvent(event)
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  if (document.querySelector('.page-number')?.textContent === before) throw new Error('no page was turned')
}

describe.skipIf(!browserAvailable())('the stage as it is laid out', () => {
  let browser: TestBrowser
  let fixture: StageFixture
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    fixture = await serveStageFixture()
    browser = await startBrowser()
    page = await browser.context.newPage()
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${fixture.address}?bar=0`)
  })
  afterAll(async () => {
    await browser.close()
    await fixture.close()
    expect(errors).toEqual([])
  })

  /** Shows a picture under a number of its own, so that nothing of the one before it is kept. */
  let shown = 0
  async function show([, draw, session, stage]: (typeof pictures)[number]): Promise<void> {
    shown += 1
    const number = `YL01-2026-${String(shown).padStart(4, '0')}`
    const given: FixtureDraw = {
      objects: draw.objects,
      inspectors: draw.inspectors,
      steps: draw.steps,
      session: session === null ? null : { ...session, number },
      stage: { ...stage, showing: session === null ? null : number },
    }
    await page.evaluate((draw) => window.fixture.begin(draw), given)
    const key = session === null ? 'title' : number
    await page.waitForFunction(
      (key) => document.querySelector<HTMLElement>('.picture')?.dataset.frame?.startsWith(key),
      key,
    )
    await page.evaluate(async () => {
      await document.fonts.ready
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })
  }

  /** Faults of all pages of the picture that stands. */
  async function faults(): Promise<string[]> {
    await page.waitForSelector('.pages[data-whole=true]')
    const pages = await page.evaluate(() =>
      Number(document.querySelector('.page-number')?.textContent?.split('/')[1] ?? 1),
    )
    const found: string[] = []
    for (let index = 0; index < pages; index += 1) {
      if (index > 0) await page.evaluate(turnPage)
      const { faults, texts } = await faultsOfTexts(page)
      found.push(...faults, ...(texts === 0 ? [`nothing on page ${index + 1}`] : []))
    }
    return found
  }

  for (const [width, height] of displays)
    for (const scale of scales)
      test(`${width}×${height} at ${scale}: nothing cut off, overlapping, too small or too pale`, async () => {
        await page.setViewportSize({ width: Math.round(width / scale), height: Math.round(height / scale) })
        for (const picture of pictures) {
          await show(picture)
          expect(await faults(), picture[0]).toEqual([])
        }
      })

  test('axe-core finds no violation in any picture', async () => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.evaluate(axe)
    for (const picture of pictures) {
      await show(picture)
      const violations = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map((v) => v.id))',
      )
      expect(violations, picture[0]).toEqual([])
    }
  })
})
