import { expect, test } from 'vitest'
import { comparedLines, relationInWords } from '../../../renderer/console/settings/comparison-words.ts'
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
