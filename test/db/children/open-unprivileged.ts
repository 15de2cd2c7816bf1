import BetterSqlite3 from 'better-sqlite3'
import { openDatabase } from '../../../db/open-database.ts'

/*
 * Opens the data folder it is given as somebody who is not root (whom permissions do not stop), and prints the
 * refusal as JSON.
 */

// The native part is loaded at the first use: afterwards the modules' folder may be out of reach.
new BetterSqlite3(':memory:').close()
if (process.getuid?.() === 0) {
  process.setgroups?.([])
  process.setgid?.(65534)
  process.setuid?.(65534)
}
if (process.getuid?.() === 0) throw new Error('still root')
const outcome = openDatabase({ folder: process.argv[2] ?? '', at: '2026-11-20T08:00:00+08:00' })
process.stdout.write(`${JSON.stringify(outcome.ok ? { code: 'OPENED' } : outcome.refusal)}\n`)
