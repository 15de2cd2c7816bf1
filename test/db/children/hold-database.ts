import { openDatabase } from '../../../db/open-database.ts'

/* Opens the data folder it is given, says how that went, and holds it until it is killed or its input ends. */

const folder = process.argv[2] ?? ''
const outcome = openDatabase({ folder, at: '2026-11-20T08:00:00+08:00' })
process.stdout.write(`${outcome.ok ? 'open' : outcome.refusal.code}\n`)
process.stdin.resume()
process.stdin.once('end', () => process.exit())
