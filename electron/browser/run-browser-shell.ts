import path from 'node:path'
import { forkCore } from '../host/fork-core.ts'
import { type BrowserHost, startBrowserHost } from './browser-host.ts'
import { BrowserWindows, startBrowserAt } from './browser-windows.ts'
import { answerSecondStarts, askRunningInstance } from './running-instance.ts'

export interface BrowserShellRun {
  /** the data folder, absolute */
  readonly folder: string
  /** the installed browser; `null` opens nothing and gives the address */
  readonly program: string | null
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/** Runs the program in windows of a browser until it is closed, and answers with the exit code. */
export async function runBrowserShell(run: BrowserShellRun): Promise<number> {
  const { folder, program, say, complain } = run
  let windows: BrowserWindows | null = null
  const started = await startBrowserHost({
    folder,
    start: forkCore,
    onWindows: (open) => windows?.counted(open),
  })
  if (!started.ok) return refusedToStart(run, started.refusal)
  const { host } = started
  if (program !== null)
    windows = new BrowserWindows({
      start: startBrowserAt(program, path.join(folder, 'browser')),
      entry: () => host.entry('console'),
      now: () => performance.now(),
      onClosed: () => void host.close(),
      onFailed: () => {
        say('浏览器没有打开窗口。数据完好。请在浏览器中打开下面的地址：')
        sayAddresses(host, say)
      },
    })
  const second = await answerSecondStarts(folder, () => {
    if (windows === null) return { opened: false, address: host.entry('console') }
    windows.open()
    return { opened: true }
  })
  const close = () => void host.close()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close)
  if (windows === null) sayAddresses(host, say)
  else windows.open()
  const why = await host.ended
  second.close()
  windows?.close()
  if (why === null) return 0
  complain(why.message)
  return 1
}

async function refusedToStart(
  { folder, say, complain }: BrowserShellRun,
  refusal: { readonly code: string; readonly message: string },
): Promise<number> {
  const answer = refusal.code === 'ALREADY_OPEN' ? await askRunningInstance(folder) : null
  if (answer === null) {
    complain(refusal.message)
    return 1
  }
  say('程序已经在运行，这一次没有再启动，数据没有改动。')
  say(answer.opened ? '已请它打开一个窗口。' : `操作台地址（只能用一次）：\n${answer.address}`)
  return 0
}

/** The console's address comes last, where a script looks for it. */
function sayAddresses(host: BrowserHost, say: (line: string) => void): void {
  say(`大屏地址（只能用一次）：${host.entry('stage')}`)
  say('操作台地址（只能用一次；用过之后，在同一数据文件夹再启动一次可得新的地址）：')
  say(host.entry('console'))
}
