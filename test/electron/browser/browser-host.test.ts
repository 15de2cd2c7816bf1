import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type BrowserHost, startBrowserHost } from '../../../electron/browser/browser-host.ts'
import { forkCore } from '../../../electron/host/fork-core.ts'
import { type ConsoleClient, createHttpClient, type StageClient } from '../../../shared/api/client.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'

async function start(folder = temporaryFolder()): Promise<{ host: BrowserHost; folder: string }> {
  const started = await startBrowserHost({ folder, start: forkCore })
  if (!started.ok) throw new Error(started.refusal.message)
  onTestFinished(() => started.host.close())
  return { host: started.host, folder }
}

/** What a browser sends after it went to a one-time address. */
async function enter(address: string): Promise<{ cookie: string; origin: string }> {
  const entered = await fetch(address, { redirect: 'manual' })
  const [cookie = ''] = (entered.headers.getSetCookie()[0] ?? '').split(';')
  return { cookie, origin: new URL(address).origin }
}

function killCore(folder: string): void {
  const { pid } = JSON.parse(readFileSync(path.join(folder, 'instance.json'), 'utf8'))
  process.kill(pid, 'SIGKILL')
}

const office = { code: 'YL01', name: '云岭县城市管理局' }

it('goes on with the same address and the same cookie after the core was killed', async () => {
  const { host, folder } = await start()
  const headers = await enter(host.entry('console'))
  const console = createHttpClient<ConsoleClient>(host.origins.console, headers)
  await console.office.set(office)
  killCore(folder)
  // A connection that the dying core held may break; one made after waits for the new core.
  await expect
    .poll(() => console.office.get({}).catch(() => null), { interval: 1, timeout: 20_000 })
    .toEqual(office)
  expect(await console.ledger.verify({})).toMatchObject({ ok: true })
})

it('takes a one-time address once, also where the core died in between', async () => {
  const { host, folder } = await start()
  const address = host.entry('console')
  expect((await enter(address)).cookie).not.toBe('')
  killCore(folder)
  await expect
    .poll(
      () =>
        fetch(address, { redirect: 'manual' }).then(
          ({ status }) => status,
          () => 0,
        ),
      { interval: 1, timeout: 20_000 },
    )
    .toBe(403)
})

it('stops after three deaths within ten seconds, and says that the data are whole', async () => {
  const { host, folder } = await start()
  const probe = async () => (await fetch(host.origins.console).catch(() => null))?.status ?? 0
  const pids = new Set<number>()
  for (let death = 0; death < 3; death++) {
    await expect
      .poll(
        () => {
          const { pid } = noteOf(folder)
          return pid !== 0 && !pids.has(pid)
        },
        { interval: 1, timeout: 20_000 },
      )
      .toBe(true)
    pids.add(noteOf(folder).pid)
    killCore(folder)
  }
  const why = await host.ended
  expect(why?.message).toMatch(/三次意外退出.*已保存的数据完好。.*请重新启动程序/)
  expect(await probe()).toBe(0)
})

function noteOf(folder: string): { pid: number } {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'instance.json'), 'utf8'))
  } catch {
    return { pid: 0 }
  }
}

it('refuses a data folder that is open already, with the sentence of it', async () => {
  const { folder } = await start()
  const second = await startBrowserHost({ folder, start: forkCore })
  expect(second).toMatchObject({ ok: false, refusal: { code: 'ALREADY_OPEN' } })
})

it('gives the stage’s one-time address to the console, whose cookie opens nothing on the stage', async () => {
  const { host } = await start()
  const headers = await enter(host.entry('console'))
  const call = await fetch(`${host.origins.console}/shell/openStage`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"json":{}}',
  })
  const { address } = (await call.json()).json
  expect(new URL(address).origin).toBe(host.origins.stage)
  const stage = await enter(address)
  const asked = await createHttpClient<StageClient>(host.origins.stage, stage).stage.watch({})
  expect((await asked.next()).value).toMatchObject({ showing: null })
  await asked.return?.()
  const forged = await fetch(`${host.origins.stage}/rpc/stage/watch`, {
    method: 'POST',
    headers: { ...headers, origin: host.origins.stage, 'content-type': 'application/json' },
    body: '{"json":{}}',
  })
  expect(forged.status).toBe(401)
})

it('restores a backup while windows are open, and they go on with the restored data', async () => {
  const { host } = await start()
  const headers = await enter(host.entry('console'))
  const console = createHttpClient<ConsoleClient>(host.origins.console, headers)
  await console.office.set(office)
  const backup = await console.data.backUp({})
  await console.office.set({ ...office, name: '云岭县住房和城乡建设局' })
  const { token, relation } = await console.data.compare({ path: backup.path })
  expect(relation).toBe('older')
  const { head } = await console.data.restore({ token, reason: '改错了单位名称' })
  const now = () => console.data.info({}).catch(() => null)
  await expect.poll(now, { interval: 1, timeout: 20_000 }).toMatchObject({ ledger: { head } })
  expect(await console.office.get({})).toEqual(office)
  expect(await console.ledger.verify({})).toMatchObject({ ok: true })
})
