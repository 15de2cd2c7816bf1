import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import type { ConsoleClient } from '../../shared/api/client.ts'
import type { DrawSession, RevealStep } from '../../shared/api/session.ts'
import { commit, order, voidOrder } from '../electron/core/contract/sessions.ts'
import { digits } from '../electron/core/sample-core.ts'
import { eachPlan, replaceObjectPlan } from '../electron/core/sample-registers.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'
import { faultsOfTexts } from './measured-texts.ts'
import { type RunningProgram, runProgram } from './running-program.ts'

/** A step of the session, and the picture that stands after it. */
interface Step {
  readonly frame: string
  readonly act: (client: ConsoleClient, number: string) => Promise<unknown>
}

const enter = (seat: 1 | 2) => (client: ConsoleClient, number: string) =>
  client.draws.enterDigits({ number, seat, digits: digits[seat - 1] ?? '' })
const reveal = async (client: ConsoleClient, number: string, share: number) => {
  const session = await client.draws.read({ number })
  if (!('steps' in session)) throw new Error(`${number} is ${session.state}`)
  return client.draws.reveal({ number, upTo: Math.ceil(session.steps * share) })
}

/** A session from its number to its end, as the console takes it there. */
const steps = {
  committed: { frame: 'committed', act: (client, number) => client.draws.read({ number }) },
  frozen: { frame: 'frozen', act: (client, number) => client.draws.freeze({ number }) },
  'one witness in': { frame: 'digits', act: enter(1) },
  'all opened': {
    frame: 'opened',
    act: async (client, number) => {
      await enter(2)(client, number)
      return client.draws.openDigits({ number })
    },
  },
  drawn: { frame: 'sealed', act: (client, number) => client.draws.confirmDigits({ number }) },
  'half revealed': { frame: 'shown/3', act: (client, number) => reveal(client, number, 0.5) },
  revealed: { frame: 'shown/6', act: (client, number) => reveal(client, number, 1) },
  confirmed: { frame: 'final', act: (client, number) => client.draws.confirm({ number }) },
} as const satisfies Record<string, Step>
const names = Object.keys(steps) as (keyof typeof steps)[]

/** Whom and what a step drew, as the picture names them. */
function drawnBy(step: RevealStep): readonly string[] {
  if (step.step === 'object') return [step.name]
  return step.step === 'replace' ? [step.drawn.name] : step.inspectors.map(({ name }) => name)
}

describe.skipIf(!browserAvailable())('the stage over the real program', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    await freshPages()
    browser = await startBrowser({ width: 1024, height: 768 })
  })
  afterAll(() => browser.close())

  /** The program and its stage; what the page complains of fails the test. */
  async function open(): Promise<{ program: RunningProgram; page: Page; address: string }> {
    const program = await runProgram()
    const page = await windowAt(program.stage)
    return { program, page, address: new URL(program.stage).origin }
  }

  async function windowAt(address: string): Promise<Page> {
    const page = await browser.context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.exposeFunction('forbidden', (what: string) => errors.push(what))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { forbidden } = window as unknown as { forbidden(what: string): void }
        forbidden(`${event.violatedDirective} ${event.blockedURI}`)
      })
    })
    onTestFinished(async () => {
      if (!page.isClosed()) await page.close()
      expect(errors).toEqual([])
    })
    await page.goto(address)
    return page
  }

  const standing = (page: Page, frame: string) =>
    page.locator(`.picture[data-frame$="/${frame}"] .pages[data-whole=true]`).waitFor()
  /** All that the picture says but the sentence of a lost connection, which takes the place of its heading. */
  const said = (page: Page) => page.locator('.body').innerText()
  const begin = async (client: ConsoleClient, plan: object = eachPlan()): Promise<string> => {
    const { number } = await commit(client, plan)
    await client.stage.show({ number })
    return number
  }
  /** Takes the session over every step up to `last`. */
  async function take(client: ConsoleClient, number: string, last: keyof typeof steps): Promise<void> {
    for (const name of names.slice(0, names.indexOf(last) + 1)) await steps[name].act(client, number)
  }

  it('follows the session from the title to the end, and shows what is stored', async () => {
    const { program, page } = await open()
    const { client } = program
    await page.locator('.picture[data-frame=title]').waitFor()
    await client.stage.set({ still: true, pace: 'each' })
    const number = await begin(client)
    for (const name of names.slice(0, names.indexOf('half revealed'))) {
      await steps[name].act(client, number)
      await standing(page, steps[name].frame)
      expect((await faultsOfTexts(page)).faults, name).toEqual([])
    }
    await page.clock.install()
    await page.reload()
    await standing(page, 'sealed')
    const seen: string[][] = []
    for (let shown = 1; shown <= 6; shown += 1) {
      await page.keyboard.press('PageDown')
      await standing(page, `shown/${shown}`)
      seen.push(await page.locator('.single .name').allInnerTexts())
      await page.clock.runFor(800)
    }
    const session = await client.draws.read({ number })
    expect(seen).toEqual(shownOf(session).map(drawnBy))
    await client.draws.confirm({ number })
    await standing(page, 'final')
    const rows = await page
      .locator('.outcome-row')
      .evaluateAll((rows) =>
        rows.map((row) => [row.querySelector('b')?.textContent, row.querySelector('p span')?.textContent]),
      )
    const inForce = await client.draws.inForce({ number })
    expect(rows).toEqual(
      inForce.objects.map(({ name, inspectors }) => [name, inspectors.map((each) => each.name).join('、')]),
    )
  })

  it('takes a key held down and two keys within 800 ms for one; a darkened picture changes nothing', async () => {
    const { program, page } = await open()
    const { client } = program
    await client.stage.set({ still: true, pace: 'each' })
    const number = await begin(client)
    await take(client, number, 'drawn')
    await page.clock.install()
    await page.reload()
    await standing(page, 'sealed')
    await page.keyboard.down('PageDown')
    await page.keyboard.down('PageDown')
    await page.keyboard.up('PageDown')
    await standing(page, 'shown/1')
    await page.clock.runFor(700)
    await page.keyboard.press('Enter')
    await page.clock.runFor(2_000)
    await page.keyboard.down('PageDown')
    await page.keyboard.down('PageDown')
    await page.keyboard.up('PageDown')
    await standing(page, 'shown/2')
    const before = await client.draws.read({ number })
    await page.clock.runFor(2_000)
    await page.keyboard.press('b')
    await page.locator('.picture.dark').waitFor()
    await page.keyboard.press('PageDown')
    await page.locator('.picture:not(.dark)').waitFor()
    await page.keyboard.press('PageUp')
    await standing(page, 'shown/1')
    expect(await client.draws.read({ number })).toEqual(before)
    expect(shownOf(before)).toHaveLength(2)
  })

  it('complains of nothing that its policy forbids, nor does the console', async () => {
    const { program, page } = await open()
    await page.locator('.picture[data-frame=title]').waitFor()
    const { origin, cookie } = program.entry
    const [name = '', value = ''] = cookie.split('=')
    await browser.context.addCookies([{ name, value, url: origin }])
    const console = await windowAt(origin)
    await console.getByRole('link', { name: '摇号' }).first().click()
    await console.getByRole('heading', { level: 1, name: '摇号' }).waitFor()
  })

  it('rolls the frozen list and rests on what is stored', async () => {
    const { program, page } = await open()
    const { client } = program
    await client.stage.set({ pace: 'each' })
    const number = await begin(client)
    await take(client, number, 'drawn')
    await standing(page, 'sealed')
    await page.keyboard.press('PageDown')
    await page.locator('.reel:not(.rested)').waitFor()
    await page.locator('.reel.rested').waitFor()
    const [step] = shownOf(await client.draws.read({ number }))
    const middle = await page.locator('.reel-row.middle .reel-name').innerText()
    expect([middle]).toEqual(step === undefined ? [] : drawnBy(step))
  })

  it.each(names)(
    'loses nothing when %s: loaded anew, opened anew, over the death of the core',
    async (name) => {
      const { program, page, address } = await open()
      const { client } = program
      await client.stage.set({ still: true, pace: 'each' })
      const number = await begin(client)
      await take(client, number, name)
      const { frame } = steps[name]
      await standing(page, frame)
      const before = await said(page)
      await page.reload()
      await standing(page, frame)
      expect(await said(page)).toBe(before)
      await page.close()
      const again = await windowAt(address)
      await standing(again, frame)
      expect(await said(again)).toBe(before)

      program.killCore()
      await again.getByText('连接中断，画面不变，正在自动恢复').waitFor()
      expect(await said(again)).toBe(before)
      await again.locator('.picture .lost').waitFor({ state: 'detached' })
      await standing(again, frame)
      expect(await said(again)).toBe(before)
      await again.reload()
      await standing(again, frame)
      expect(await said(again)).toBe(before)
    },
  )

  it('shows a replacement, an abort and a void each with its own picture', async () => {
    const { program, page } = await open()
    const { client } = program
    await client.stage.set({ still: true })
    const number = await begin(client)
    await take(client, number, 'confirmed')
    const [first] = (await client.draws.inForce({ number })).objects
    if (first === undefined) throw new Error('nothing was drawn')
    const replacement = await begin(client, replaceObjectPlan(number, first.id))
    await take(client, replacement, 'drawn')
    await client.draws.next({ number: replacement })
    await page.locator('.single').waitFor()
    await page.getByText(`原：${first.name}`).waitFor()
    const [step] = shownOf(await client.draws.read({ number: replacement }))
    expect(await page.locator('.single .name').allInnerTexts()).toEqual(
      step === undefined ? [] : drawnBy(step),
    )
    await client.draws.confirm({ number: replacement })
    await client.draws.declareVoid({ number: replacement, ...voidOrder })
    await page.getByText('本次摇号已作废').waitFor()
    await page.getByText(`决定：${voidOrder.decision}`).waitFor()
    expect((await faultsOfTexts(page)).faults).toEqual([])
    const aborted = await begin(client, eachPlan({ mode: 'rehearsal' }))
    await page.locator('.badge').getByText('演练').waitFor()
    await client.draws.abort({ number: aborted, ...order })
    await page.getByText('本次摇号已中止').waitFor()
    expect((await faultsOfTexts(page)).faults).toEqual([])
  })
})

function shownOf(session: DrawSession): readonly RevealStep[] {
  return 'shown' in session ? session.shown : []
}
