import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { openCore } from '../../electron/core/core.ts'
import { type ConsoleClient, createHttpClient } from '../../shared/api/client.ts'
import { temporaryFolder } from '../db/temporary-folder.ts'
import { verifyPage } from '../electron/core/sample-core.ts'
import { fillRegisters } from '../electron/core/sample-registers.ts'

const start = fileURLToPath(new URL('../../electron/start.ts', import.meta.url))

/** The program as `npm start -- --serve` runs it, over a small office's registers. */
export interface RunningProgram {
  /** what the console's page calls */
  readonly client: ConsoleClient
  /** what the console's page is let in with */
  readonly entry: { readonly origin: string; readonly cookie: string }
  /** the one-time address of the stage */
  readonly stage: string
  /** Kills the core's process, which owns the data. */
  killCore(): void
}

/** Fills a data folder with the sample registers, in which nobody's certificate runs out in some later year. */
function fillOffice(folder: string): void {
  const at = '2026-11-20T09:00:00+08:00'
  const opened = openCore({
    folder,
    clock: () => new Date(at),
    random: () => new Uint8Array(32),
    software: 'test',
    verifyPage: () => verifyPage,
  })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { core } = opened
  fillRegisters(core)
  core.database.transaction(() => {
    for (const { serial, row } of core.database.inspectors.current())
      core.database.inspectors.change(serial, { ...row, certificateExpiry: null }, { at, by: '王操作' })
  })
  core.close()
}

/** Starts the program; it ends with the test. */
export async function runProgram(): Promise<RunningProgram> {
  const folder = temporaryFolder()
  fillOffice(folder)
  const child = spawn(process.execPath, [start, '--serve', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const addresses: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\S+/.exec(line) ?? []
    if (address !== undefined) addresses.push(address)
    if (addresses.length === 2) break
  }
  const [stage = '', console = ''] = addresses
  const entered = await fetch(console, { redirect: 'manual' })
  const [cookie = ''] = (entered.headers.getSetCookie()[0] ?? '').split(';')
  const { origin } = new URL(console)
  return {
    entry: { origin, cookie },
    client: createHttpClient<ConsoleClient>(origin, { cookie, origin }),
    stage,
    killCore() {
      const { pid } = JSON.parse(readFileSync(path.join(folder, 'instance.json'), 'utf8'))
      process.kill(pid, 'SIGKILL')
    },
  }
}
