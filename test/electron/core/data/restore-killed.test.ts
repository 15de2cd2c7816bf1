import { spawn } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { compileCache } from '../../compile-cache.ts'
import { hold, openSample, operator, SteppingClock } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'

const script = fileURLToPath(new URL('../children/restore-and-die.ts', import.meta.url))
const time = '2026-11-20T15:00:00+08:00'

interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
  readonly lines: readonly string[]
}

/** Restores `backup` into `folder` in a process that dies before its step `death`; 0 lets it live. */
function restoreIn(folder: string, backup: string, death: number): Promise<Ended> {
  const child = spawn(process.execPath, [script, folder, backup, String(death), time], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve) => {
    child.once('close', (code, signal) =>
      resolve({ code, signal, lines: said.split('\n').filter((line) => line !== '') }),
    )
  })
}

/** A folder with two draws, and a backup of it from when there was one. */
function folderWithBackup() {
  const { core, folder } = openSample()
  const { number } = hold(core, eachPlan())
  const backup = core.data.backUp(operator, temporaryFolder()).path
  const later = hold(core, eachPlan()).number
  const old = { head: core.database.ledger.head().hash, draws: [number, later] }
  core.close()
  return { folder, backup, old, restored: [number] }
}

/** Opens what a process left that was killed: which data it has, checked whole. */
function opened(folder: string) {
  const { core } = openSample({
    folder,
    registers: false,
    clock: new SteppingClock('2026-11-21T09:00:00+08:00'),
  })
  const { ledger, draws } = core.database
  const state = {
    head: ledger.head().hash,
    last: [...ledger.entries()].at(-1)?.entry.event,
    draws: draws.draws().map(({ number }) => number),
    ledger: core.verifyLedger().ok,
    kept: core.data.backups().filter(({ made }) => made === 'before-restore').length,
  }
  core.close()
  return { ...state, leftOver: readdirSync(folder).filter((name) => /^(comparing|restore)/.test(name)) }
}

test('killed before any step of a restore, the folder opens with the old data or the new, whole, never with neither', async () => {
  const { folder, backup, old, restored } = folderWithBackup()
  const copy = () => {
    const own = temporaryFolder()
    cpSync(folder, own, { recursive: true })
    return own
  }
  const undisturbed = copy()
  const whole = await restoreIn(undisturbed, backup, 0)
  expect(whole).toMatchObject({ code: 0, signal: null })
  const now = opened(undisturbed)
  expect(now).toMatchObject({ last: 'backup.restored', draws: restored, ledger: true, kept: 1, leftOver: [] })

  const found: boolean[] = []
  const deaths = whole.lines.map((step, index) => ({ step, death: index + 1 }))
  const lane = async () => {
    for (let one = deaths.shift(); one !== undefined; one = deaths.shift()) {
      const own = copy()
      const label = `killed before step ${one.death}, ${one.step}`
      expect((await restoreIn(own, backup, one.death)).signal, label).toBe('SIGKILL')
      const state = opened(own)
      expect(state, label).toMatchObject({ ledger: true, leftOver: [] })
      const isNew = state.last === 'backup.restored'
      if (isNew) expect(state, label).toMatchObject({ head: now.head, draws: restored, kept: 1 })
      else expect(state, label).toMatchObject(old)
      found[one.death - 1] = isNew
    }
  }
  // Two at a time: as many as a small machine has cores.
  await Promise.all([lane(), lane()])
  // From the step on at which it is staged it takes place, whatever happens, and not before.
  expect(found).toEqual([...found].sort((one, other) => Number(one) - Number(other)))
  expect(found[0]).toBe(false)
  expect(found.at(-1)).toBe(true)
}, 240_000)
