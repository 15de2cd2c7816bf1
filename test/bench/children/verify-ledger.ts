import { openDatabase } from '../../../db/open-database.ts'
import { verifyChain } from '../../../shared/package/ledger-lines.ts'
import { reportMeasured } from './report-measured.ts'

// verify-ledger.ts FOLDER: the whole chain as the database has it; the count is of its entries.
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('which folder')
const opened = openDatabase({ folder, at: '2026-11-20T10:00:00+08:00' })
if (!opened.ok) throw new Error(opened.refusal.message)
const { database } = opened

await reportMeasured(() => {
  const verdict = verifyChain(database.ledger.rows())
  if (!verdict.ok) throw new Error(verdict.problem)
  return verdict.head.seq
})
database.close()
