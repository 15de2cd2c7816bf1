import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../../db/open-database.ts'
import { percentile } from '../statistics.ts'

// search.ts ROWS: 95th percentile of a search's first page and total, and one count of the facets, in seconds.
const rows = Number(process.argv[2])
const at = '2026-11-20T09:30:00+08:00'
const signs = [...'云岭重庆长乐建筑工程房屋物业服务燃气经营银河安居华泰宏远鼎盛']
const sign = (n: number) => signs[n % signs.length] ?? ''
const pieces = ['', '云', 'yl', 'ylx', 'chongqing', 'jzgc', '99', '建设路7', '没有这个', '云岭 77']

const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'))
const opened = openDatabase({ folder, at })
if (!opened.ok) throw new Error(opened.refusal.message)
const { database } = opened
try {
  const objects = Array.from({ length: rows }, (_, n) => ({
    name: `云岭县${sign(n)}${sign(n * 7 + 3)}${sign(n * 13 + 5)}建筑工程有限公司${n}`,
    kind: '企业' as const,
    uscc: null,
    registrar: '云岭县市场监督管理局',
    legalRepresentative: `${sign(n * 3)}${sign(n * 5)}`,
    businessCategory: '房屋建筑',
    address: `云岭县城关镇建设路${n}号`,
    region: `第${n % 12}社区`,
    contact: null,
    phone: null,
    department: '建管股',
    items: ['建筑市场检查'],
    creditGrade: null,
    marks: [],
    state: '存续' as const,
  }))
  database.transaction(() => database.objects.add(objects, { at, by: '赵敏' }))
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
