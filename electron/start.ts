import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findBrowser } from './browser/find-browser.ts'
import { runBrowserShell } from './browser/run-browser-shell.ts'
import { hasDisplay } from './browser/system-viewer.ts'
import { dataFolder } from './core/data-folder.ts'
import { chooseShell, type WantedShell } from './host/choose-shell.ts'
import { findElectron } from './host/find-electron.ts'

const usage = `用法：npm start -- [选项]

  （不带选项）      先试Electron，五秒内取不到就用已安装的Chromium、Chrome或Edge；没有图形界面时只给出地址
  --electron        用Electron打开窗口
  --browser         用已安装的Chromium、Chrome或Edge打开窗口（环境变量 SSJ_CHROMIUM 可指明是哪一个）
  --serve           不打开窗口，最后一行给出操作台的一次性地址
  --data 文件夹     数据文件夹（或环境变量 SSJ_DATA）
  --help            显示本说明

退出码：0 正常结束；1 没有启动或意外结束；2 选项有误`

const root = fileURLToPath(new URL('..', import.meta.url))

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        electron: { type: 'boolean' },
        browser: { type: 'boolean' },
        serve: { type: 'boolean' },
        data: { type: 'string' },
        help: { type: 'boolean' },
      },
      allowPositionals: false,
    })
    const wanted = (['electron', 'browser', 'serve'] as const).filter((name) => values[name] === true)
    return wanted.length > 1 ? null : { ...values, wanted: wanted[0] ?? (null satisfies WantedShell) }
  } catch {
    return null
  }
}

/** npm runs a script in the project's folder; a relative path is meant from where the person typed it. */
function fromHere(folder: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = environment
  const here = script === 'start' && typedIn !== undefined ? typedIn : process.cwd()
  return folder ? path.resolve(here, folder) : folder
}

/** Runs the Electron shell, built first, and answers with its exit code. */
async function runElectron(program: string, folder: string): Promise<number> {
  const build = path.join(root, 'build/shell.ts')
  if (existsSync(build)) {
    const [code] = await once(spawn(process.execPath, [build], { stdio: 'inherit' }), 'exit')
    if (code !== 0) return 1
  }
  const child = spawn(program, [path.join(root, 'build/out/electron/main.js'), '--data', folder], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit')
  return code === 0 ? 0 : 1
}

async function start(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const complain = (line: string) => process.stderr.write(`${line}\n`)
  const parsed = parse(argv)
  if (parsed === null) {
    complain(`有不认识的选项，或选项的写法有误。\n\n${usage}`)
    return 2
  }
  if (parsed.help === true) {
    say(usage)
    return 0
  }
  const folder = dataFolder(fromHere(parsed.data, environment), environment)
  if (!folder.ok) {
    complain(folder.refusal.message)
    return 2
  }
  const chosen = await chooseShell(parsed.wanted, {
    hasDisplay: hasDisplay(process.platform, environment),
    electron: findElectron,
    browser: () => findBrowser({ platform: process.platform, environment }),
  })
  if (chosen.shell === null) {
    complain(chosen.sentence)
    return 1
  }
  if (chosen.sentence !== null) say(chosen.sentence)
  if (chosen.shell === 'electron') return runElectron(chosen.program, folder.value)
  const program = chosen.shell === 'browser' ? chosen.program : null
  return runBrowserShell({ folder: folder.value, program, say, complain })
}

process.exitCode = await start(process.argv.slice(2), process.env)
