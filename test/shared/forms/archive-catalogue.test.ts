import { describe, expect, it } from 'vitest'
import { archiveCatalogue } from '../../../shared/forms/archive-catalogue.ts'
import type { ArchivedFacts } from '../../../shared/forms/inspection-facts.ts'
import { wordsOf } from './form-texts.ts'
import { sampleDigest, sampleFacts } from './sample-facts.ts'
import { blankInspection, sampleInspection } from './sample-inspection.ts'

const file = (name: string, change: Partial<ArchivedFacts> = {}): ArchivedFacts => ({
  name,
  kind: '文书',
  pages: 3,
  bytes: 1_234_567,
  sha256: sampleDigest(name),
  at: '2026-11-20T10:05:00+08:00',
  by: '蒋晓东',
  note: null,
  ...change,
})
const archive = [
  file('抽查工作记录表.pdf'),
  file('现场检查记录表.pdf', { pages: 50, note: '共25户' }),
  file('配电间.jpg', { kind: '照片', pages: null, bytes: 1000 }),
]

describe('档案目录', () => {
  it('S3 第二十四条: names every file with its digest, who filed it, and when', () => {
    const words = wordsOf(archiveCatalogue(sampleInspection('one', { archive })))
    for (const { name, sha256 } of archive) {
      expect(words).toContain(name)
      expect(words).toContain(sha256)
    }
    for (const said of ['蒋晓东', '2026-11-20', '10:05', '1,234,567', '共25户', '3件'])
      expect(words).toContain(said)
  })

  it('adds up files, pages and bytes by kind, and says of how many the pages are not known', () => {
    const words = wordsOf(archiveCatalogue(sampleInspection('one', { archive })))
    expect(words).toMatch(/文书\s*2\s*53\s*2,469,134/)
    expect(words).toMatch(/照片\s*1\s*0\s*1件没有页数\s*1,000/)
    expect(words).toMatch(/合计\s*3\s*53\s*1件没有页数\s*2,470,134/)
  })

  it('carries D, the ledger’s hash, the counts and whoever hands the file over', () => {
    const draw = sampleFacts(1)
    const words = wordsOf(archiveCatalogue(sampleInspection('one', { draw, archive })))
    for (const said of [draw.digest, draw.ledger.hash, '中止次数', '立卷人', '检查人', '移交人', '接收人'])
      expect(words).toContain(said)
  })

  it('does not list its own editions, or no two would ever be the same', () => {
    const own = file('YL01-2026-0007-档案目录.pdf', { kind: '档案目录' })
    const facts = sampleInspection('one', { archive })
    expect(archiveCatalogue({ ...facts, archive: [...archive, own] })).toEqual(archiveCatalogue(facts))
  })

  it('without a draw has lines to write on, and nothing that was guessed', () => {
    const model = archiveCatalogue(blankInspection())
    const [table] = model.blocks.filter(({ kind }) => kind === 'table')
    expect(table?.kind === 'table' && table.rows.length).toBeGreaterThan(5)
    expect(wordsOf(model)).not.toMatch(/0件|undefined|null|NaN/)
  })

  it('of a confidential draw or a rehearsal is marked on every page', () => {
    const marks = (change: object) =>
      archiveCatalogue(sampleInspection('one', { draw: sampleFacts(1, change) })).marks
    expect(marks({ confidential: true })).toEqual(['保密'])
    expect(marks({ mode: 'rehearsal' })).toEqual(['演练'])
  })
})
