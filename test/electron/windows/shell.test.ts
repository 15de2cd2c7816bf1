import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { startShell } from '../../../electron/windows/shell.ts'
import { stageNotices } from '../../../electron/windows/stage-place.ts'
import { createPortClient, type ShellClient } from '../../../shared/api/client.ts'
import { consoleContract } from '../../../shared/api/contract.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { pageReady, portsMessage } from '../../../shared/api/page-ports.ts'
import type { ShellState } from '../../../shared/api/shell-contract.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  type StandInContents,
  type StandInUtility,
  screen,
  session,
  shell,
  utilityProcess,
} from '../electron-stand-in.ts'

vi.mock('electron', () => import('../electron-stand-in.ts'))

const laptop = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }
const projector = { id: 2, bounds: { x: 1920, y: 0, width: 1024, height: 768 } }

beforeEach(() => {
  for (const window of [...BrowserWindow.all]) window.close()
  for (const emitter of [app, screen, ipcMain, session.defaultSession]) emitter.removeAllListeners()
  app.did.length = 0
  app.isFirst = true
  screen.displays = [laptop]
  utilityProcess.started = []
  dialog.errors = []
  dialog.folder = null
  dialog.asked = []
  dialog.pressed = 0
  shell.opened = []
  shell.revealed = []
})

/** A started shell whose core is there. */
async function started() {
  const folder = temporaryFolder()
  const files = {
    core: '/app/core-process.js',
    preload: '/app/preload.cjs',
    pages: '/app/pages',
    icon: '/app/i.png',
  }
  await startShell(folder, files)
  core().emit('message', { kind: 'ready' })
  return { folder, console: windowAt('ssj://console/') }
}
function core(): StandInUtility {
  const child = utilityProcess.started.at(-1)
  if (child === undefined) throw new Error('no core was started')
  return child
}
function windowAt(url: string): BrowserWindow {
  const found = BrowserWindow.all.find((window) => window.url === url)
  if (found === undefined) throw new Error(`no window at ${url}`)
  return found
}
/** The page says that it is ready; answers with what its window was handed last. */
function ready({ webContents, url }: BrowserWindow, frame = { url, parent: null as unknown }) {
  const before = webContents.posted.length
  ipcMain.emit(pageReady, { sender: webContents, senderFrame: frame })
  return webContents.posted.slice(before)
}
/** The shell as the console's page reaches it. */
function shellOf(console: BrowserWindow): ShellClient {
  const [handed] = ready(console)
  const port = handed?.ports[1] as MessagePort
  onTestFinished(() => port.close())
  return createPortClient<ShellClient>(port)
}
const form: StoredDocument = {
  id: '5b3bb0c4-2f06-4b3c-9f0e-0d6ab7c3d111',
  draw: 'YL01-2026-0001',
  attempt: 1,
  kind: 'form',
  name: '随机抽取结果名单.pdf',
  type: 'application/pdf',
  bytes: 8,
  sha256: '0'.repeat(64),
  pages: 1,
  at: '2026-11-20T09:00:00+08:00',
  by: '操作员',
  note: null,
  form: null,
  copy: 1,
  original: null,
  path: '/data/documents/1.pdf',
}
/** A core that keeps one document, at the other end of the shell's own port to it. */
function serveDocuments(): void {
  const handed = core().told.find(({ ports }) => ports.length > 0)
  const port = handed?.ports[0] as MessagePort
  onTestFinished(() => port.close())
  const documents = implement(consoleContract).documents
  const read = documents.read.handler(({ input, errors }) => {
    if (input.id !== form.id) throw errors.DOCUMENT_UNKNOWN({ data: { message: '没有这份文书。' } })
    return { document: form, data: Buffer.from('%PDF-1.4').toString('base64') }
  })
  new RPCHandler({ documents: { read } }).upgrade(port)
  port.start()
}
function event() {
  let prevented = false
  return {
    preventDefault: () => {
      prevented = true
    },
    isPrevented: () => prevented,
  }
}

it('opens the console only when the core is there, sandboxed, in its own world, without Node', async () => {
  await startShell(temporaryFolder(), { core: 'c', preload: '/app/preload.cjs', pages: 'p', icon: 'i' })
  expect(BrowserWindow.all).toEqual([])
  core().emit('message', { kind: 'ready' })
  const { webPreferences } = windowAt('ssj://console/').options
  expect(webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    preload: '/app/preload.cjs',
  })
  expect(app.did).toContain('enableSandbox')
})

it('refuses every page navigation, new windows and webviews', async () => {
  const { console } = await started()
  const { webContents } = console
  for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
    const happening = event()
    webContents.emit(name, happening)
    expect(happening.isPrevented(), name).toBe(true)
  }
  expect(webContents.windowOpenHandler?.()).toEqual({ action: 'deny' })
})

it('asks before what is not saved goes with the window, and keeps it unless told otherwise', async () => {
  const { console } = await started()
  const kept = event()
  console.webContents.emit('will-prevent-unload', kept)
  expect(kept.isPrevented()).toBe(false)
  expect(dialog.asked.at(-1)).toMatchObject({ message: '填写的内容还没有保存。', defaultId: 0, cancelId: 0 })
  dialog.pressed = 1
  const left = event()
  console.webContents.emit('will-prevent-unload', left)
  expect(left.isPrevented()).toBe(true)
})

it('refuses permissions, devices, screens, certificates and everything from a network', async () => {
  await started()
  const { handlers } = session.defaultSession
  const ask = (name: string, ...given: unknown[]) =>
    (handlers[name] as (...all: unknown[]) => unknown)(...given)
  const answers: unknown[] = []
  const answer = (given: unknown) => answers.push(given)
  ask('permissionRequest', {}, 'media', answer)
  expect(ask('permissionCheck')).toBe(false)
  expect(ask('devicePermission')).toBe(false)
  ask('certificate', {}, answer)
  const addresses = [
    'https://example.com/',
    'http://127.0.0.1:80/',
    'file:///etc/passwd',
    'ws://x/',
    'ssj://console/',
    'blob:ssj://console/1',
  ]
  for (const url of addresses) ask('beforeRequest', { url }, answer)
  const refused = { cancel: true }
  const let_ = { cancel: false }
  expect(handlers).not.toHaveProperty('displayMedia')
  expect(answers).toEqual([false, -2, refused, refused, refused, refused, let_, let_])
})

it('lets a page save what it made itself and nothing from elsewhere', async () => {
  await started()
  const download = (url: string) => {
    const happening = event()
    session.defaultSession.emit('will-download', happening, { getURL: () => url })
    return happening.isPrevented() ? 'refused' : 'saved'
  }
  expect(
    ['blob:ssj://console/1', 'https://example.com/x', 'blob:https://example.com/1', 'data:,x'].map(download),
  ).toEqual(['saved', 'refused', 'refused', 'refused'])
})

it('refuses a server whose certificate is wrong', async () => {
  await started()
  const happening = event()
  const answers: boolean[] = []
  app.emit('certificate-error', happening, {}, 'https://x/', 'ERR', {}, (given: boolean) =>
    answers.push(given),
  )
  expect(happening.isPrevented()).toBe(true)
  expect(answers).toEqual([false])
})

it('locks each data folder for itself; a second start brings the first window to the front and opens none', async () => {
  const { folder, console } = await started()
  expect(app.did).toContain(`setPath userData ${folder}/window`)
  app.emit('second-instance')
  expect(console.did.slice(-3)).toEqual(['restore', 'show', 'focus'])

  app.isFirst = false
  const before = utilityProcess.started.length
  await startShell(folder, { core: 'c', preload: 'p', pages: 'p', icon: 'i' })
  expect(app.did.at(-1)).toBe('quit')
  expect(utilityProcess.started).toHaveLength(before)
})

it('hands ports to its own pages only, in their own windows', async () => {
  const { console } = await started()
  expect(ready(console).map(({ message }) => message)).toEqual([portsMessage(['core', 'shell'])])
  expect(ready(console, { url: 'https://example.com/', parent: null })).toEqual([])
  expect(ready(console, { url: 'ssj://stage/', parent: null })).toEqual([])
  expect(ready(console, { url: 'ssj://console/', parent: {} })).toEqual([])
  const stranger = { id: 4711, posted: [] } as unknown as StandInContents
  const told = core().told.length
  ipcMain.emit(pageReady, { sender: stranger, senderFrame: { url: 'ssj://console/', parent: null } })
  expect(core().told).toHaveLength(told)
})

it('gives the stage a port of the stage and nothing of the shell', async () => {
  const { console } = await started()
  await shellOf(console).openStage({})
  const stage = windowAt('ssj://stage/')
  expect(ready(stage).map(({ message }) => message)).toEqual([portsMessage(['core'])])
  expect(core().told.at(-1)).toMatchObject({ message: { kind: 'port', scope: 'stage' } })
})

it('starts the core anew when it dies, and hands every page a new port to it', async () => {
  const { console } = await started()
  const shellClient = shellOf(console)
  await shellClient.openStage({})
  const stage = windowAt('ssj://stage/')
  ready(stage)
  const first = core()
  const [consolePosts, stagePosts] = [console.webContents.posted.length, stage.webContents.posted.length]
  first.emit('exit', 139)
  expect(core()).not.toBe(first)
  expect(core().told[0]).toMatchObject({ message: { kind: 'start', loopback: null } })
  core().emit('message', { kind: 'ready' })
  expect(console.webContents.posted.slice(consolePosts).map(({ message }) => message)).toEqual([
    portsMessage(['core']),
  ])
  expect(stage.webContents.posted.slice(stagePosts).map(({ message }) => message)).toEqual([
    portsMessage(['core']),
  ])
  expect(BrowserWindow.all).toHaveLength(2)
})

it('loads a page anew whose process died, and leaves one alone that was closed', async () => {
  const { console } = await started()
  console.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(console.webContents.reloads).toBe(1)
  console.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
  expect(console.webContents.reloads).toBe(1)
})

it('says why and ends where the data folder is refused', async () => {
  await startShell(temporaryFolder(), { core: 'c', preload: 'p', pages: 'p', icon: 'i' })
  const message = '数据文件夹正由另一个程序使用。'
  core().emit('message', { kind: 'refused', refusal: { code: 'ALREADY_OPEN', message } })
  core().emit('exit', 3)
  expect(dialog.errors).toEqual([message])
  expect(app.did.at(-1)).toBe('exit 1')
})

it('ends the core before the program', async () => {
  await started()
  const happening = event()
  app.emit('will-quit', happening)
  expect(happening.isPrevented()).toBe(true)
  expect(core().told.at(-1)).toMatchObject({ message: { kind: 'stop' } })
  core().emit('exit', 0)
  expect(app.did.at(-1)).toBe('exit 0')
})

it('puts the stage on the second display, parks it when that is unplugged, and tells the console', async () => {
  screen.displays = [laptop, projector]
  const { console } = await started()
  const client = shellOf(console)
  const states = await client.watch({})
  const next = async (): Promise<ShellState> => {
    const { done, value } = await states.next()
    if (done === true) throw new Error('the shell stopped telling')
    return value
  }
  expect(await next()).toEqual({
    shell: 'electron',
    displays: 'several',
    stage: 'closed',
    notice: null,
    printing: null,
  })

  expect(await client.openStage({})).toEqual({ address: null })
  const stage = windowAt('ssj://stage/')
  expect(await next()).toMatchObject({ stage: 'second-display', notice: null })
  expect([stage.bounds, stage.isFull, stage.isShown]).toEqual([projector.bounds, true, true])
  const consoleDid = [...console.did]

  screen.displays = [laptop]
  screen.emit('display-removed', {}, projector)
  expect([stage.isFull, stage.isShown]).toEqual([false, false])
  expect(console.did).toEqual(consoleDid)
  let told = await next()
  if (told.displays !== 'one') told = await next()
  expect(told).toEqual({
    shell: 'electron',
    displays: 'one',
    stage: 'closed',
    notice: stageNotices.unplugged,
    printing: null,
  })

  screen.displays = [laptop, projector]
  screen.emit('display-added', {}, projector)
  expect([stage.bounds, stage.isFull, stage.isShown]).toEqual([projector.bounds, true, true])
  expect(BrowserWindow.all.filter(({ url }) => url === 'ssj://stage/')).toHaveLength(1)

  await client.closeStage({})
  expect(BrowserWindow.all).toEqual([console])
  await states.return?.()
})

it('opens the stage as a window, not over the whole of the only screen', async () => {
  const { console } = await started()
  await shellOf(console).openStage({})
  const stage = windowAt('ssj://stage/')
  expect(stage.isFull).toBe(false)
  expect(stage.bounds.width).toBeLessThan(laptop.bounds.width)
  expect(stage.bounds.x + stage.bounds.width).toBeLessThanOrEqual(laptop.bounds.width)
})

it('shows in the file manager what lies in the data folder or in a folder that the operator chose, and nothing else', async () => {
  const { folder, console } = await started()
  const client = shellOf(console)
  await client.revealFile({ path: `${folder}/documents/a.pdf` })
  await client.revealFile({ path: `${folder}/../etc/passwd` })
  await client.revealFile({ path: '/media/stick/a.pdf' })
  dialog.folder = '/media/stick'
  expect(await client.chooseFolder({ title: '选择文件夹' })).toEqual({
    folder: '/media/stick',
    dialogs: true,
  })
  await client.revealFile({ path: '/media/stick/a.pdf' })
  expect(shell.revealed).toEqual([`${folder}/documents/a.pdf`, '/media/stick/a.pdf'])
  dialog.folder = null
  expect(await client.chooseFolder({ title: '选择文件夹' })).toEqual({ folder: null, dialogs: true })
})

it('shows a stored document in a window of its own or in the system’s viewer, as the core gives it and no page can name it', async () => {
  const { console } = await started()
  serveDocuments()
  const client = shellOf(console)
  expect(await client.openDocument({ id: form.id, where: 'preview' })).toEqual({ address: null })
  const preview = windowAt(`ssj://documents/${form.id}`)
  expect(preview.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    plugins: true,
  })
  expect(preview.options.webPreferences).not.toHaveProperty('preload')
  const handler = session.fromPartition('documents').protocol.handlers.get('ssj')
  const shown = await handler?.(new Request(`ssj://documents/${form.id}`))
  expect(await shown?.text()).toBe('%PDF-1.4')
  expect((await handler?.(new Request('ssj://console/')))?.status).toBe(404)

  await client.openDocument({ id: form.id, where: 'system' })
  expect(shell.opened).toEqual([form.path])
  const gone = client.openDocument({ id: '00000000-0000-4000-8000-000000000000', where: 'system' })
  await expect(gone).rejects.toMatchObject({ code: 'DOCUMENT_UNKNOWN' })
  expect(shell.opened).toEqual([form.path])
})

it('tells the console when a printer is gone, and neither when a job was sent nor when the person cancelled it', async () => {
  const { console, folder } = await started()
  serveDocuments()
  const client = shellOf(console)
  await client.openDocument({ id: form.id, where: 'preview' })
  const preview = windowAt(`ssj://documents/${form.id}`)
  const menu = Menu.template as { submenu: { label?: string; click?: () => void }[] }[]
  const print = menu[0]?.submenu.find(({ label }) => label === '打印…')?.click
  const states = await client.watch({})
  const next = async (): Promise<ShellState['printing']> => {
    const { done, value } = await states.next()
    if (done === true) throw new Error('the shell stopped telling')
    return value.printing
  }
  expect(await next()).toBeNull()

  print?.()
  preview.webContents.prints[0]?.(false, 'Print job failed')
  const told = await next()
  expect(told?.document).toBe(form.id)
  expect(told?.sentence).toContain('打印没有完成')
  expect(told?.sentence).toContain('归档的PDF保持原样，没有登记为已打印')
  expect(told?.sentence).toContain('用系统阅读器打开')
  expect(told?.sentence).not.toMatch(/[A-Z]{2,}[a-z]|job/)
  // What the system said is for whoever looks after the program.
  expect(readFileSync(`${folder}/program.log`, 'utf8')).toContain('Print job failed')

  print?.()
  preview.webContents.prints[1]?.(true, '')
  expect(await next()).toBeNull()

  print?.()
  preview.webContents.prints[2]?.(false, 'Invalid printer settings')
  expect((await next())?.document).toBe(form.id)
  print?.()
  preview.webContents.prints[3]?.(false, 'Print job canceled')
  expect(await next()).toBeNull()
  await states.return?.()
})

it('leaves unanswered what is no call of the contract', async () => {
  const { console } = await started()
  const [handed] = ready(console)
  const port = handed?.ports[1] as MessagePort
  onTestFinished(() => port.close())
  port.postMessage({ i: '1', p: { u: '/openStage' } })
  port.postMessage(JSON.stringify({ i: '2', p: { u: '/noSuchCall', b: { json: {} } } }))
  const [answer] = await once(port, 'message')
  expect(JSON.parse(answer)).toMatchObject({ i: '2', p: { s: 404 } })
})

it('has a menu whose every entry is in Chinese', async () => {
  await started()
  const labels = JSON.stringify(Menu.template).match(/"label":"[^"]*"/g) ?? []
  expect(labels.length).toBeGreaterThan(15)
  for (const label of labels) expect(label).toMatch(/[一-龥]/)
  const entries = (Menu.template as { submenu: { label?: string; type?: string }[] }[]).flatMap(
    (top) => top.submenu,
  )
  expect(entries.filter(({ label, type }) => label === undefined && type !== 'separator')).toEqual([])
})
