import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../../db/open-database.ts'
import { fillObjects } from '../large-register.ts'
import { percentile } from '../statistics.ts'

// search.ts ROWS: 95th percentile of a search's first page and total, and one count of the facets, in seconds.
const rows = Number(process.argv[2])
const at = '2026-11-20T09:30:00+08:00'
const pieces = ['', '云', 'yl', 'ylx', 'chongqing', 'jzgc', '99', '建设路7', '没有这个', '云岭 77']

const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'))
const opened = openDatabase({ folder, at })
if (!opened.ok) throw new Error(opened.refusal.message)
const { database } = opened
try {
  fillObjects(database, rows, at)
  const seconds: number[] = []
  for (let run = 0; run < 10; run++)
    for (const piece of pieces) {
      const start = performance.now()
      database.objects.search(piece, { limit: 50, offset: 0 })
      seconds.push((performance.now() - start) / 1000)
    }
  const start = performance.now()
  database.objects.facets()
  const facets = (performance.now() - start) / 1000
  console.log(JSON.stringify({ search: percentile(seconds, 0.95), facets }))
} finally {
  database.close()
  rmSync(folder, { recursive: true })
}
