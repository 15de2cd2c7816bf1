import { expect, test } from 'vitest'
import {
  comparedLines,
  numbersLostInWords,
  relationInWords,
} from '../../../renderer/console/settings/comparison-words.ts'
import type { BackupComparison } from '../../../shared/api/data-contract.ts'

const contents: BackupComparison['now'] = {
  office: '云岭县住房和城乡建设局（YL01）',
  ledger: { entries: 9, head: 'a'.repeat(64), lastAt: null },
  objects: 412,
  inspectors: 32,
  items: 13,
  recusals: 14,
  draws: ['YL01-2026-0001'],
}
const comparison: BackupComparison = {
  token: '00000000-0000-4000-8000-000000000001',
  name: 'backup.sqlite',
  now: contents,
  backup: { ...contents, ledger: { ...contents.ledger, entries: 4 }, draws: [] },
  relation: 'older',
  lost: 5,
  drawsLost: ['YL01-2026-0001'],
  documentNumbersLost: [],
}

test('an older backup says what would be lost before anything is restored', () => {
  expect(relationInWords(comparison)).toContain('5 条')
  expect(relationInWords(comparison)).toContain('1 场摇号')
})
test('a newer backup loses nothing, and says so', () => {
  expect(relationInWords({ ...comparison, relation: 'newer', lost: 0, drawsLost: [] })).toContain('不会丢失')
})
test('both sides stand beside each other', () => {
  expect(comparedLines(comparison)).toContainEqual(['摇号', '1 场', '0 场'])
  expect(comparedLines(comparison)).toContainEqual(['台账', '9 条', '4 条'])
})

test('文号 that would be given again are named, the first five of many, with what to do', () => {
  expect(numbersLostInWords(['检通〔2026〕3号'])).toContain('备份之后编列的文号：检通〔2026〕3号。')
  const many = Array.from({ length: 7 }, (_, index) => `检通〔2026〕${index + 1}号`)
  const words = numbersLostInWords(many)
  expect(words).toContain('检通〔2026〕5号等7个')
  expect(words).not.toContain('检通〔2026〕6号')
  expect(words).toContain('起始号')
})
