import { openDatabase } from '../../../db/open-database.ts'
import { anObject, stamp } from '../sample-rows.ts'

/*
 * Adds one object in a first transaction and two thousand in a second, and kills itself with SIGKILL `before`
 * or `after` the COMMIT of the second, as its second argument says.
 */

const [folder = '', moment] = process.argv.slice(2)
const dieAt = (when: string) => (commit: { number: number }) => {
  if (moment === when && commit.number === 2) process.kill(process.pid, 'SIGKILL')
}
const outcome = openDatabase({
  folder,
  at: stamp.at,
  onBeforeCommit: dieAt('before'),
  onAfterCommit: dieAt('after'),
})
if (!outcome.ok) throw new Error(outcome.refusal.message)
const { database } = outcome
// A tiny cache: SQLite has to spill uncommitted pages to the disk, so that there is something to be ignored.
database.sqlite.pragma('cache_size = 10')
database.transaction(() => database.objects.add([anObject(0)], stamp))
const many = Array.from({ length: 2_000 }, (_, index) => anObject(index + 1))
database.transaction(() => database.objects.add(many, stamp))
