import { describe, expect, it } from 'vitest'
import type { BenchSizes } from './bench-sizes.ts'
import { type Figure, figuresJson, figuresTable } from './figure.ts'
import { runChild } from './measured-child.ts'
import { runBench } from './run-bench.ts'

const tinySizes: BenchSizes = {
  runs: 1,
  draw: { objects: 200, sample: 20 },
  pairing: { objects: 20, inspectors: 20 },
  importRows: 30,
  ruleObjects: 30,
  searchRows: 30,
  startRows: [],
  paper: [{ rows: 3, target: 1 }],
  allPapers: { objects: 2, seconds: 1, memory: 2, size: 3 },
  ledgerEntries: 40,
}

describe('the bench', () => {
  it('writes every figure as name, value, unit and target, and nothing else', async () => {
    const told: string[] = []
    const figures = await runBench(tinySizes, (line) => told.push(line))
    const rows: unknown = JSON.parse(figuresJson(figures))
    if (!Array.isArray(rows)) throw new Error('no array')
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['name', 'value', 'unit', 'target'])
      expect(row.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(row.value).toBeGreaterThanOrEqual(0)
      expect(['s', 'MB', 'ratio', 'pages']).toContain(row.unit)
      expect(row.target === null || row.target > 0).toBe(true)
    }
    const targets = Object.fromEntries(rows.map(({ name, target }) => [name, target]))
    expect(targets).toEqual({
      'draw-picks': 0.6,
      'draw-whole': 8,
      'draw-whole-memory': null,
      'pairing-each': 1,
      import: null,
      'import-exceljs': null,
      'import-ratio': 2.5,
      'import-memory': 400,
      'import-exceljs-memory': null,
      'import-shared-strings': null,
      'import-shared-strings-exceljs': null,
      'import-shared-strings-ratio': 2.5,
      'import-shared-strings-memory': 400,
      'import-shared-strings-exceljs-memory': null,
      reimport: 30,
      'reimport-write': null,
      'reimport-memory': 500,
      'reimport-block': 0.1,
      rules: 1,
      search: 0.05,
      'search-facets': 0.2,
      'paper-3-rows': 1,
      'paper-3-rows-pages': null,
      'paper-3-rows-memory': null,
      'all-papers': 1,
      'all-papers-pages': null,
      'all-papers-memory': 2,
      'all-papers-size': 3,
      'all-papers-combined': 1,
      'all-papers-combined-pages': null,
      'all-papers-combined-memory': 2,
      'all-papers-combined-size': 3,
      'ledger-verify': 5,
    })
    expect(rows).toHaveLength(Object.keys(targets).length)
    expect(told).toHaveLength(10)
  })

  it('says of each figure whether it keeps to its target, and fails for none', () => {
    const figure = { name: 'draw-picks', label: '抽取', unit: 's' } as const satisfies Partial<Figure>
    const lines = figuresTable([
      { ...figure, value: 0.6, target: 0.6 },
      { ...figure, value: 0.601, target: 0.6 },
      { ...figure, value: 0.6, target: null },
    ]).split('\n')
    expect(lines[0]).toMatch(/^名称\s+数值\s+单位\s+目标\s+是否达到$/)
    expect(lines.slice(2, 5).map((line) => line.split(/\s{2,}/).slice(1))).toEqual([
      ['0.600', '秒', '≤ 0.6', '是'],
      ['0.601', '秒', '≤ 0.6', '否'],
      ['0.600', '秒', '—', '—'],
    ])
  })

  it('breaks where what it measures does', async () => {
    await expect(runChild('draw-picks.ts', '5', '6')).rejects.toThrow('应抽6，名单只有5')
  })
})
