import { writeSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import BetterSqlite3 from 'better-sqlite3'
import { openChild } from './child-core.ts'

/*
 * Restores a backup into a folder and opens the folder again, as the program does, and kills itself with SIGKILL
 * before the n-th step that changes a file. Says the name of every step, a line each, where it lives (n = 0).
 */

const [folder = '', backup = '', death = '0', time = ''] = process.argv.slice(2)
const steps: string[] = []
let armed = false

type Methods = Record<string, (...args: never[]) => unknown>

/** Counts the calls of `name` on `of` that change a file, and dies before the one that is to be the last. */
function count(of: Methods, name: string): void {
  const real = of[name]
  if (real === undefined) throw new Error(`there is no ${name}`)
  of[name] = function (this: unknown, ...args: never[]) {
    const step = `${name} ${String(args[0] ?? '')}`
    if (armed && (name !== 'pragma' || /journal_mode|wal_checkpoint/.test(step))) {
      steps.push(step)
      if (steps.length === Number(death)) process.kill(process.pid, 'SIGKILL')
    }
    return real.apply(this, args)
  }
}

const fs: Methods = createRequire(import.meta.url)('node:fs')
for (const name of ['copyFileSync', 'fsyncSync', 'mkdirSync', 'renameSync', 'rmSync', 'writeFileSync'])
  count(fs, name)
// The named imports of node:fs, which the program uses, follow only after this.
syncBuiltinESMExports()

const memory = new BetterSqlite3(':memory:')
const statement: Methods = Object.getPrototypeOf(memory.prepare('CREATE TABLE t (a)'))
memory.close()
const database = BetterSqlite3.prototype as unknown as Methods
for (const name of ['exec', 'pragma', 'close']) count(database, name)
count(statement, 'run')

const orders = { folder, out: '', digits: [], time, secret: '00'.repeat(32) }
const core = openChild(orders)
const { token } = core.data.compare({ path: backup, name: 'backup' })
armed = true
core.data.restore('王操作', token, '误导入了名录')
core.close()
openChild(orders).close()
armed = false
writeSync(1, `${steps.join('\n')}\n`)
