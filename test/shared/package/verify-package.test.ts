import { describe, expect, test } from 'vitest'
import { sealEntry } from '../../../shared/ledger/ledger.ts'
import { withSums } from '../../../shared/package/package-files.ts'
import { comparePaper, readTypedDigest } from '../../../shared/package/paper-anchor.ts'
import { verifyPackage } from '../../../shared/package/verify-package.ts'
import { edited, knownAnswer, knownAnswers } from './known-answers.ts'

const decoder = new TextDecoder()
const encoder = new TextEncoder()

describe('a known-answer package is recomputed', () => {
  for (const { name, seed, freeze, record } of knownAnswers)
    test(name, () => {
      const verification = verifyPackage(knownAnswer(name))
      expect(verification.first).toBeNull()
      expect(verification).toMatchObject({ ok: true, freeze, record, facts: { seed, mode: 'official' } })
      const states = verification.steps.map((step) => step.state)
      expect(states.every((state) => state === 'ok' || state === 'absent')).toBe(true)
    })

  test('every pick is shown as published: stage key, number, index and who', () => {
    const { steps } = verifyPackage(knownAnswer('1-each'))
    const tables = steps.find((step) => step.id === 'picks')?.tables ?? []
    expect(tables.map((table) => [table.label, table.key])).toEqual([
      ['objects/GC', 'f49450117359a6501391164eebd16d234c62dc3fe3236ca2cc4c5aae288bcd4d'],
      ['objects/RQ', 'edce332c3bf267ed83564000819575b1552992a58a119e958000f6f29af6418c'],
      ['pairing', '2959c50f79b1a7aebd86c927c2157381e458dcb06e12abfa2db68e54814e3e62'],
    ])
    const picks = (label: string) =>
      tables
        .find((table) => table.label === label)
        ?.rows.slice(0, 5)
        .map(({ i, n, index, chosen, taken }) => [i, n, index, chosen, taken])
    expect(picks('objects/RQ')).toEqual([
      [1, 10, 5, 'YL01-O000206', true],
      [2, 10, 0, 'YL01-O000201', true],
      [3, 10, 1, 'YL01-O000202', true],
      [4, 10, 0, 'YL01-O000201', false],
      [5, 10, 1, 'YL01-O000202', false],
    ])
    expect(picks('pairing')).toEqual([
      [1, 3, 1, 'YL01-P000003', true],
      [2, 6, 1, 'YL01-P000004', true],
      [3, 2, 1, 'YL01-P000009', true],
      [4, 4, 0, 'YL01-P000001', true],
      [5, 2, 1, 'YL01-P000009', true],
    ])
  })

  test('forms and verify.html that are not there are said to be absent; when there, they are covered', () => {
    const files = knownAnswer('1-each')
    expect(verifyPackage(files).steps.at(-1)).toMatchObject({ id: 'attachments', state: 'absent' })
    const whole = withSums(
      new Map(files)
        .set('forms/抽查工作记录表.pdf', encoder.encode('%PDF-1.7'))
        .set('verify.html', encoder.encode('<!doctype html>')),
    )
    expect(verifyPackage(whole)).toMatchObject({ ok: true })
    expect(verifyPackage(whole).steps.at(-1)).toMatchObject({ id: 'attachments', state: 'ok' })
    const changed = new Map(whole).set('forms/抽查工作记录表.pdf', encoder.encode('%PDF-1.6'))
    expect(verifyPackage(changed).first?.difference.file).toBe('forms/抽查工作记录表.pdf')
  })
})

describe('the first difference is named: file, line, what it means', () => {
  const first = (files: ReturnType<typeof knownAnswer>) => {
    const { ok, first: found } = verifyPackage(files)
    expect(ok).toBe(false)
    return found
  }

  test('a file changed after packing', () => {
    const found = first(
      edited(knownAnswer('1-each'), 'objects.txt', (t) => t.replace('碧溪', '碧水'), 'kept'),
    )
    expect(found).toMatchObject({ step: 'sums', difference: { file: 'objects.txt' } })
    expect(found?.sentence).toContain('SHA256SUMS 第5行')
  })

  test('a list changed, with SHA256SUMS made anew', () => {
    const found = first(edited(knownAnswer('1-each'), 'objects.txt', (t) => t.replace('碧溪', '碧水')))
    expect(found).toMatchObject({ step: 'lists', difference: { file: 'objects.txt' } })
    expect(found?.sentence).toContain('manifest.txt 第17行')
  })

  test('a list and its digest in the manifest changed', () => {
    const files = knownAnswer('1-each')
    const list = edited(files, 'excluded.txt', (t) => t.replace('leave', 'level'))
    const digest = verifyPackage(list).first?.difference.found ?? ''
    const found = first(
      edited(list, 'manifest.txt', (t) => t.replace(/^excluded=.*$/m, `excluded=${digest}`)),
    )
    expect(found).toMatchObject({ step: 'manifest', difference: { file: 'manifest.txt' } })
    expect(found?.sentence).toContain('result.txt 第2行')
  })

  test('another object named as drawn', () => {
    const found = first(
      edited(knownAnswer('1-each'), 'result.txt', (t) =>
        t.replace('object=1\tGC\tYL01-O000101', 'object=1\tGC\tYL01-O000102'),
      ),
    )
    expect(found).toMatchObject({
      step: 'result',
      difference: {
        file: 'result.txt',
        line: 8,
        expected: 'object=1\tGC\tYL01-O000101',
        found: 'object=1\tGC\tYL01-O000102',
      },
    })
  })

  test('another person named for an object', () => {
    const found = first(
      edited(knownAnswer('8-census-batch-order'), 'result.txt', (t) =>
        t.replace(
          'pair=YL01-O000632\t-\tYL01-P000001\tYL01-P000008',
          'pair=YL01-O000632\t-\tYL01-P000001\tYL01-P000002',
        ),
      ),
    )
    expect(found?.difference.expected).toBe('pair=YL01-O000632\t-\tYL01-P000001\tYL01-P000008\tYL01-P000007')
  })

  test('another secret than the one committed to', () => {
    const found = first(
      edited(knownAnswer('3-none'), 'result.txt', (t) => t.replace('secret=4041', 'secret=4042')),
    )
    expect(found).toMatchObject({ step: 'commitment', difference: { file: 'result.txt', line: 3 } })
  })

  test('digits too few', () => {
    const found = first(
      edited(knownAnswer('3-none'), 'result.txt', (t) => t.replace('\t17320508', '\t17320')),
    )
    expect(found?.difference).toMatchObject({ file: 'result.txt' })
    expect(found?.sentence).toContain('6至64位')
  })

  test('other digits', () => {
    const found = first(
      edited(knownAnswer('3-none'), 'result.txt', (t) => t.replace('\t17320508', '\t17320509')),
    )
    expect(found).toMatchObject({ step: 'seed', difference: { file: 'result.txt', line: 6 } })
  })

  test('the operator as a witness of an official draw', () => {
    const found = first(
      edited(knownAnswer('1-each'), 'manifest.txt', (t) => t.replace('operator=赵敏', 'operator=陈国栋')),
    )
    expect(found?.step).toBe('manifest')
  })

  test('the time of the draw, which nothing but the ledger knows', () => {
    const found = first(
      edited(knownAnswer('1-each'), 'result.txt', (t) =>
        t.replace('at=2026-11-20T09:36', 'at=2026-11-20T09:37'),
      ),
    )
    expect(found).toMatchObject({ step: 'ledger', difference: { file: 'ledger.jsonl', line: 6 } })
  })

  test('an abort whose reason was rewritten', () => {
    const found = first(
      edited(knownAnswer('7-second-attempt-after-abort'), 'earlier/1/aborted.txt', (t) =>
        t.replace('停电', '断网'),
      ),
    )
    expect(found).toMatchObject({ step: 'attempts', difference: { file: 'manifest.txt' } })
  })

  test('an earlier attempt left out', () => {
    const files = new Map(knownAnswer('7-second-attempt-after-abort'))
    for (const path of [...files.keys()]) if (path.startsWith('earlier/')) files.delete(path)
    expect(first(withSums(files))).toMatchObject({ step: 'attempts' })
  })

  test('the newest record of the amended chain left out', () => {
    const files = new Map(knownAnswer('6-replace-object'))
    for (const path of [...files.keys()]) if (path.startsWith('earlier/2/')) files.delete(path)
    expect(first(withSums(files))).toMatchObject({
      step: 'chain',
      difference: { file: 'manifest.txt', line: 7 },
    })
  })

  test('a chain in another order', () => {
    const files = new Map(knownAnswer('6-replace-object'))
    const swapped = new Map(
      [...files].map(([path, bytes]) => [
        path.replace(/^earlier\/([12])\//, (_, n) => `earlier/${n === '1' ? 2 : 1}/`),
        bytes,
      ]),
    )
    expect(first(withSums(swapped))?.step).toBe('chain')
  })
})

describe('files added, removed, exchanged', () => {
  const files = knownAnswer('5-replace-inspector')

  test('a file that SHA256SUMS does not know', () => {
    const more = new Map(files).set('forms/表.pdf', encoder.encode('%PDF'))
    expect(verifyPackage(more).first).toMatchObject({ step: 'sums', difference: { file: 'forms/表.pdf' } })
  })

  test('a file that belongs to no package, although SHA256SUMS lists it', () => {
    for (const path of [
      'readme.txt',
      'earlier/01/result.txt',
      'earlier/note.txt',
      'void.txt',
      'forms/a/b.pdf',
    ])
      expect(verifyPackage(withSums(new Map(files).set(path, encoder.encode('x')))).first).toMatchObject({
        step: 'files',
        difference: { file: path },
      })
  })

  test('any file removed', () => {
    for (const path of files.keys()) {
      const fewer = new Map(files)
      fewer.delete(path)
      expect(verifyPackage(fewer).ok).toBe(false)
      if (path !== 'SHA256SUMS') expect(verifyPackage(withSums(fewer)).ok).toBe(false)
    }
  })

  test('any two files exchanged', () => {
    const paths = [...files.keys()].filter((path) => path !== 'SHA256SUMS')
    for (const [index, a] of paths.entries())
      for (const b of paths.slice(index + 1)) {
        const left = files.get(a) ?? new Uint8Array()
        const right = files.get(b) ?? new Uint8Array()
        if (decoder.decode(left) === decoder.decode(right)) continue
        expect(verifyPackage(withSums(new Map(files).set(a, right).set(b, left))).ok).toBe(false)
      }
  })

  test('a package of another draw with this one’s ledger', () => {
    const mixed = new Map(knownAnswer('1-each')).set(
      'ledger.jsonl',
      files.get('ledger.jsonl') ?? new Uint8Array(),
    )
    expect(verifyPackage(withSums(mixed)).first).toMatchObject({ step: 'ledger' })
  })

  test('nothing at all, and nonsense, are failures and no crash', () => {
    expect(verifyPackage(new Map()).ok).toBe(false)
    const nonsense = ['', '\n', '{', '\ufeff', 'SSJ-DRAW-1 manifest\n', '[]\n', '\ud83d', 'null\n']
    for (const text of nonsense)
      for (const path of files.keys())
        expect(verifyPackage(withSums(new Map(files).set(path, encoder.encode(text)))).ok).toBe(
          path === 'SHA256SUMS',
        )
    for (const byte of [0xff, 0x80, 0x00])
      expect(verifyPackage(new Map([...files.keys()].map((p) => [p, Uint8Array.of(byte)]))).ok).toBe(false)
  })

  test('a manifest with absurd numbers is refused at once', () => {
    const base = knownAnswer('2-teams-own-group')
    for (const teams of ['4000000000', '9007199254740991', '9999999999999999'])
      expect(
        verifyPackage(edited(base, 'manifest.txt', (t) => t.replace('teams=3', `teams=${teams}`))).ok,
      ).toBe(false)
  })

  test('a ledger nested without end is a failure and no crash', () => {
    const deep = `{"entry":{"actor":"a","at":"b","data":{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}},"event":"e","prev":"-","seq":1},"hash":"h"}\n`
    const tampered = withSums(new Map(files).set('ledger.jsonl', encoder.encode(deep)))
    expect(verifyPackage(tampered).first).toMatchObject({ step: 'ledger', difference: { line: 1 } })
  })
})

describe('what only signed paper can tell', () => {
  /** Everything made anew as the owner of the machine could: another time of the draw, and a chain to match. */
  function rewritten() {
    const files = edited(knownAnswer('1-each'), 'result.txt', (t) =>
      t.replace('at=2026-11-20T09:36', 'at=2026-11-20T09:37'),
    )
    const record = verifyPackage(files).record ?? ''
    const lines = decoder.decode(files.get('ledger.jsonl')).trimEnd().split('\n')
    const last = JSON.parse(lines.at(-1) ?? '')
    const { actor, at, event, data, prev, seq } = last.entry
    const sealed = sealEntry(
      { seq: seq - 1, hash: prev },
      { actor, at, event, data: { ...data, result: record } },
    )
    const ledger = [...lines.slice(0, -1), `{"entry":${sealed.canonical},"hash":"${sealed.hash}"}`, ''].join(
      '\n',
    )
    return withSums(new Map(files).set('ledger.jsonl', encoder.encode(ledger)))
  }
  const [{ record, freeze }] = knownAnswers

  test('a package rewritten from end to end is right by itself; the D on paper shows it', () => {
    const verification = verifyPackage(rewritten())
    expect(verification.ok).toBe(true)
    expect(comparePaper(verification, { record, freeze })).toMatchObject([
      { what: 'record', state: 'different' },
      { what: 'freeze', state: 'same' },
    ])
  })

  test('the digests of paper and package agree', () => {
    const verification = verifyPackage(knownAnswer('1-each'))
    const ledger = '9829a83f7bc61840967598e83e934e5f06201e8a7308a56a9208405162ef4c40'
    const typed = { record: record.toUpperCase().replace(/.{8}/g, '$& '), freeze, ledger }
    expect(comparePaper(verification, typed).map((c) => c.state)).toEqual(['same', 'same', 'same'])
    expect(comparePaper(verification, {})).toEqual([])
    expect(comparePaper(verification, { record: '', ledger: freeze })).toMatchObject([
      { what: 'ledger', state: 'different' },
    ])
  })

  test('what was typed is read leniently, and not taken for a digest when it is none', () => {
    const digest = '0123456789abcdef'.repeat(4)
    expect(readTypedDigest(`　${'０１２３４５６７８９ＡＢＣＤＥＦ-'.repeat(4)}\n`)).toEqual({
      kind: 'digest',
      digest,
    })
    expect(readTypedDigest(digest.slice(1))).toEqual({ kind: 'malformed', length: 63 })
    expect(readTypedDigest('摇号')).toEqual({ kind: 'malformed', length: 2 })
    expect(readTypedDigest(' \n')).toEqual({ kind: 'empty' })
  })
})
