import { describe, expect, test } from 'vitest'
import { emptyLedger, type LedgerHead, type SealedEntry, sealEntry } from '../../../shared/ledger/ledger.ts'
import { readLedgerLines, renderLedgerLines, verifyChain } from '../../../shared/package/ledger-lines.ts'
import { knownAnswer, knownAnswers } from './known-answers.ts'

const decoder = new TextDecoder()

function chain(length: number): SealedEntry[] {
  const entries: SealedEntry[] = []
  let head: LedgerHead = emptyLedger
  for (let n = 1; n <= length; n++) {
    const draw = `YL01-2026-000${n % 3}`
    const sealed = sealEntry(head, {
      actor: '赵敏',
      at: '2026-11-20T09:30:00+08:00',
      event: 'draw.commit',
      data: { draw, n },
    })
    entries.push(sealed)
    head = { seq: n, hash: sealed.hash }
  }
  return entries
}
const rows = (entries: readonly SealedEntry[]) =>
  entries.map(({ entry, canonical, digest, hash }) => ({
    seq: entry.seq,
    prev: entry.prev,
    canonical,
    digest,
    hash,
  }))

describe('ledger.jsonl', () => {
  test('what was rendered is read again: own entries in full, others by digest alone', () => {
    const entries = chain(7)
    const text = renderLedgerLines(entries, 'YL01-2026-0001')
    const lines = readLedgerLines(text, 'YL01-2026-0001')
    expect(lines.map((line) => line.kind)).toEqual(['own', 'other', 'other', 'own', 'other', 'other', 'own'])
    expect(lines.map((line) => line.hash)).toEqual(entries.map((entry) => entry.hash))
    expect(text).not.toContain('YL01-2026-0002')
  })

  test('a known answer is rendered byte for byte from what it says', () => {
    for (const { name } of knownAnswers) {
      const files = knownAnswer(name)
      const text = decoder.decode(files.get('ledger.jsonl'))
      const draw = /^draw=(.*)$/m.exec(decoder.decode(files.get('manifest.txt')))?.[1] ?? ''
      const lines = readLedgerLines(text, draw)
      const again = renderLedgerLines(
        lines.flatMap((line) =>
          line.kind === 'own' ? [sealEntry({ seq: line.seq - 1, hash: line.entry.prev }, line.entry)] : [],
        ),
        draw,
      )
      expect(
        text
          .split('\n')
          .filter((line) => line.startsWith('{"entry"'))
          .join('\n'),
      ).toBe(again.trimEnd())
    }
  })

  test('a line that is not canonical, of another draw, twice, left out or exchanged is named', () => {
    const lines = renderLedgerLines(chain(7), 'YL01-2026-0001').trimEnd().split('\n')
    const read =
      (changed: readonly string[], draw = 'YL01-2026-0001') =>
      () =>
        readLedgerLines(`${changed.join('\n')}\n`, draw)
    expect(read(lines)).not.toThrow()
    expect(read(lines.with(0, (lines[0] ?? '').replace('{"entry"', '{ "entry"')))).toThrow(
      '第1行：不是规范写法',
    )
    expect(read(lines.with(3, (lines[3] ?? '').replace('"n":4', '"n":4.5')))).toThrow('第4行')
    expect(read(lines.with(3, (lines[3] ?? '').replace('"n":4', '"n":null')))).toThrow('第4行')
    expect(read(lines, 'YL01-2026-0009')).toThrow('第1行：写明的不是本次摇号')
    expect(read(lines.toSpliced(1, 1))).toThrow('第2行')
    expect(read(lines.toSpliced(1, 0, lines[1] ?? ''))).toThrow('第3行')
    expect(read(lines.with(1, lines[2] ?? '').with(2, lines[1] ?? ''))).toThrow('第2行')
    expect(read(lines.with(2, '{"seq":3}'))).toThrow('第3行：不是台账的一行')
    expect(read(lines.with(2, '['))).toThrow('第3行：不是JSON')
  })
})

describe('a whole stored ledger', () => {
  test('walks to its head; an empty one too', () => {
    const entries = chain(20)
    expect(verifyChain(rows(entries))).toEqual({ ok: true, head: { seq: 20, hash: entries.at(-1)?.hash } })
    expect(verifyChain([])).toEqual({ ok: true, head: emptyLedger })
  })

  test('the first broken entry is named, whatever was changed in it', () => {
    const good = rows(chain(20))
    const ninth = good[8]
    if (ninth === undefined) throw new Error('no ninth row')
    const other = good[3]
    const changes = [
      { ...ninth, seq: 10 },
      { ...ninth, prev: other?.hash ?? '' },
      { ...ninth, digest: other?.digest ?? '' },
      { ...ninth, hash: other?.hash ?? '' },
      { ...ninth, canonical: ninth.canonical.replace('赵敏', '赵明') },
      { ...ninth, canonical: 'null' },
    ]
    for (const change of changes)
      expect(verifyChain(good.with(8, change))).toMatchObject({ ok: false, seq: 9 })
    expect(verifyChain(good.toSpliced(8, 1))).toMatchObject({ ok: false, seq: 9 })
  })

  test('an entry whose columns agree but whose text tells another place is named', () => {
    const good = chain(3)
    const liar = sealEntry(
      { seq: 5, hash: good[0]?.hash ?? '' },
      { actor: 'a', at: 'b', event: 'c', data: {} },
    )
    const [first] = rows(good)
    const second = rows([liar]).map((row) => ({ ...row, seq: 2 }))
    expect(verifyChain([...(first === undefined ? [] : [first]), ...second])).toMatchObject({
      ok: false,
      seq: 2,
      problem: expect.stringContaining('内容中的序号'),
    })
  })
})
