import { openDatabase } from '../../../db/open-database.ts'
import { samplePersonName } from '../sample-names.ts'

// write-ledger.ts FOLDER ENTRIES: a database whose ledger has so many entries of reveals.
const [folder, entries] = process.argv.slice(2)
if (folder === undefined) throw new Error('which folder')
const opened = openDatabase({ folder, at: '2026-11-20T09:00:00+08:00' })
if (!opened.ok) throw new Error(opened.refusal.message)
const { database } = opened
database.transaction(() => {
  for (let index = 0; index < Number(entries); index++) {
    database.ledger.append({
      actor: samplePersonName(index % 5),
      at: '2026-11-20T09:41:37+08:00',
      event: 'draw.reveal',
      data: {
        draw: `YL01-2026-${String(Math.floor(index / 50) + 1).padStart(4, '0')}`,
        attempt: 1,
        step: (index % 50) + 1,
      },
    })
  }
})
database.close()
