import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The built shell in the real Electron: what the stand-in cannot show. Where its binary was never downloaded it says
 * so and is no failure; `SSJ_ELECTRON` names a binary elsewhere.
 */
const binary = findElectron()
if (binary === null) process.stdout.write('not run: no Electron binary\n')
else await run(binary)

function findElectron(): string | null {
  const named = process.env.SSJ_ELECTRON
  if (named !== undefined && named !== '') return named
  const folder = path.join(root, 'node_modules/electron')
  const pathFile = path.join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = path.join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : null
}

async function run(executablePath: string): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'ssj-electron-'))
  const app = await _electron.launch({
    executablePath,
    args: [path.join(root, 'build/out/electron/main.js'), '--data', data],
  })
  try {
    const console = await app.firstWindow()
    await isHeld(console, 'ssj://console/')
    await console
      .getByRole('button', { name: /载入示例/ })
      .first()
      .click()
    await console.getByText('云岭县').first().waitFor()
    say('the console opens and loads the sample county')
    await refusesToLeave(app, console)
    say('no navigation, no new window, nothing from a network')
    await openStage(app, console)
    say('the stage opens beside the console, which stays')
    await survivesCore(app, console)
    say('the core is started anew and the console finds it')
  } finally {
    await app.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** The page is ours, without Node, and a policy stops a script that stands in it. */
async function isHeld(page: Page, address: string): Promise<void> {
  await page.waitForLoadState()
  assert(page.url().startsWith(address))
  const found = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    return ['require', 'process', 'module', 'Buffer', 'ran'].filter((name) => name in window)
  })
  assert.deepEqual(found, [])
}

async function refusesToLeave(app: ElectronApplication, page: Page): Promise<void> {
  const before = app.windows().length
  const answer = await page.evaluate(async () => {
    const opened = window.open('https://example.com/')
    const fetched = await fetch('https://example.com/').then(
      () => 'came',
      () => 'refused',
    )
    const permission = await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)
    window.location.href = 'https://example.com/'
    return { opened: opened !== null, fetched, permission }
  })
  assert.deepEqual(answer, { opened: false, fetched: 'refused', permission: 'denied' })
  assert(page.url().startsWith('ssj://console/'))
  assert.equal(app.windows().length, before)
}

/** By the menu, as an operator would. */
async function openStage(app: ElectronApplication, console: Page): Promise<void> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ Menu }) => {
    const stage = Menu.getApplicationMenu()?.items.find(({ label }) => label.startsWith('大屏'))
    stage?.submenu?.items[0]?.click()
  })
  await isHeld(await opened, 'ssj://stage/')
  assert(!console.isClosed())
}

async function survivesCore(app: ElectronApplication, console: Page): Promise<void> {
  await app.evaluate(({ app: running }) => {
    const core = running.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === '双随机核心')
    if (core === undefined) throw new Error('the core is no process of its own')
    process.kill(core.pid, 'SIGKILL')
  })
  await console.reload()
  await console.getByText('云岭县').first().waitFor()
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
