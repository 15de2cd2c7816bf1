import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { ImportDesk } from '../../../electron/core/contract/import-desk.ts'
import { openCore } from '../../../electron/core/core.ts'
import type { Reimported } from '../reimport.ts'

// reimport.ts FOLDER FILE: the file's rows into the register of FOLDER, as a window does it; prints what it took.
const [folder, file] = process.argv.slice(2)
if (folder === undefined || file === undefined) throw new Error('which folder and file')

const opened = openCore({
  folder,
  clock: () => new Date(),
  random: () => randomBytes(32),
  software: 'bench',
  verifyPage: () => new Uint8Array(),
})
if (!opened.ok) throw new Error(opened.refusal.message)
const { core } = opened
core.database.objects.count()
const desk = new ImportDesk(core)
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

const start = performance.now()
let token = ''
let rows = 0
for await (const event of desk.inspect('objects', { path: file }, undefined)) {
  if (event.event !== 'report') continue
  token = event.token
  rows = event.report.counts.rows
}
const compared = performance.now()
await desk.decide(token, { change: 'whole', whole: true })
await desk.decide(token, { change: 'field-all', field: null, keep: 'ours' })
await desk.decide(token, { change: 'gone-all', which: 'imported', retire: true })
const decided = performance.now()
const done = await desk.confirm('赵敏', token, {})
const ended = performance.now()
delay.disable()
const measured: Reimported = {
  compare: (compared - start) / 1000,
  write: (ended - decided) / 1000,
  // The resolution itself is part of what is measured.
  block: Math.max(0, delay.max / 1e9 - 0.005),
  megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  rows,
  added: done.added,
  changed: done.changed,
  retired: done.retired,
}
core.close()
process.stdout.write(JSON.stringify(measured))
