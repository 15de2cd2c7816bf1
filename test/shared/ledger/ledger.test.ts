import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventWords } from '../../../shared/ledger/events.ts'
import {
  canonicalJson,
  chainHash,
  emptyLedger,
  entryDigest,
  type LedgerEntry,
  type LedgerValue,
  sealEntry,
} from '../../../shared/ledger/ledger.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** A canonical entry written by hand: keys in code unit order at every depth, no spaces, characters as they are. */
const first =
  '{"actor":"周𬭎","at":"2026-11-20T09:00:00+08:00","data":{"A":true,"a":[1,"二",{"x":false,"y":-3}],"draw":"YL01-2026-0001","引号":"\\"\\\\/\\n\\u001f"},"event":"draw.commit","prev":"-","seq":1}'
const happened = {
  event: 'draw.commit',
  data: { 引号: '"\\/\n\u001f', draw: 'YL01-2026-0001', a: [1, '二', { y: -3, x: false }], A: true },
  at: '2026-11-20T09:00:00+08:00',
  actor: '周𬭎',
}

describe('an entry', () => {
  const sealed = sealEntry(emptyLedger, happened)

  it('is canonical JSON, to the byte, whatever the order of its keys', () => {
    expect(sealed.canonical).toBe(first)
    const turned = {
      actor: happened.actor,
      at: happened.at,
      event: happened.event,
      data: { A: true, a: happened.data.a, draw: happened.data.draw, 引号: happened.data.引号 },
    }
    expect(sealEntry(emptyLedger, turned)).toEqual(sealed)
  })

  it('has the SHA-256 of that text as its digest, and is chained to the hash before it', () => {
    // By sha256sum, of the text above and of "SSJ-LEDGER-1\n-\n<digest>\n".
    expect(sealed.digest).toBe('7b25471143352f5dcf79dd26a991b3fbb282c0f3b78961f584d69b627bdefb8d')
    expect(sealed.hash).toBe('4b8c39c28dda25a526368452170bd74348a9a15534dea94a1358517a1e69673f')
    expect(entryDigest(sealed.entry)).toBe(sealed.digest)
    expect(chainHash('-', sealed.digest)).toBe(sealed.hash)
  })

  it('counts from 1, and the first has “-” before it', () => {
    expect(emptyLedger).toEqual({ seq: 0, hash: '-' })
    const second = sealEntry(
      { seq: sealed.entry.seq, hash: sealed.hash },
      { ...happened, event: 'draw.freeze' },
    )
    expect(second.entry).toMatchObject({ seq: 2, prev: sealed.hash, event: 'draw.freeze' })
    expect(second.hash).toBe(sha256(`SSJ-LEDGER-1\n${sealed.hash}\n${sha256(second.canonical)}\n`))
  })

  it('holds who, when, what, its data, the hash before it and its number, and nothing else', () => {
    const more = { ...happened, secret: 'S' }
    expect(sealEntry(emptyLedger, more).canonical).toBe(first)
  })
})

describe('what an entry may carry', () => {
  it.each<[LedgerValue, string]>([
    ['', '""'],
    ['𬭎\u2028é', '"𬭎\u2028é"'],
    [true, 'true'],
    [0, '0'],
    [-0, '0'],
    [9007199254740991, '9007199254740991'],
    [[], '[]'],
    [{}, '{}'],
    // RFC 8785 sorts keys by UTF-16 units: an astral character (d83d…) before U+FB33, and capitals before small.
    [
      { '\ufb33': 1, '\ud83d\ude00': 2, b: 3, B: 4, '10': 5, '9': 6, '': 7 },
      '{"":7,"10":5,"9":6,"B":4,"b":3,"\ud83d\ude00":2,"\ufb33":1}',
    ],
  ])('%j is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each<[string, unknown, string]>([
    ['null', null, '$ is null'],
    ['nothing', undefined, '$ is undefined'],
    ['a fraction', { a: [0.5] }, '$.a[0] is not an integer'],
    ['a number too large to be exact', { n: 2 ** 53 }, '$.n is not an integer'],
    ['not a number', { n: Number.NaN }, '$.n is not an integer'],
    ['infinity', { n: Number.POSITIVE_INFINITY }, '$.n is not an integer'],
    ['a big integer', { n: 1n }, '$.n is bigint'],
    ['a function', { f: () => 1 }, '$.f is function'],
    ['a lone surrogate', { s: '\ud86d' }, '$.s holds a lone surrogate'],
    ['a key with a lone surrogate', { o: { '\udf4e': 1 } }, '$.o has a key with a lone surrogate'],
    ['null inside', { a: [1, null] }, '$.a[1] is null'],
    ['a hole in an array', { a: new Array(1) }, '$.a[0] is undefined'],
  ])('%s is refused, and where it stands is said', (_name, value, words) => {
    expect(() => canonicalJson(value as LedgerValue)).toThrow(words)
  })
})

describe('the chain', () => {
  const event = fc.record({
    actor: fc.string(),
    at: fc.constant('2026-11-20T09:00:00+08:00'),
    event: fc.constantFrom(...Object.keys(eventWords)),
    data: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
  })

  it('changes from an entry on when anything in that entry changes', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 2, maxLength: 6 }), fc.nat(5), (events, number) => {
        const at = number % events.length
        const chain = (of: typeof events): string[] => {
          const hashes: string[] = []
          let head = emptyLedger
          for (const what of of) {
            const sealed = sealEntry(head, what)
            head = { seq: sealed.entry.seq, hash: sealed.hash }
            hashes.push(sealed.hash)
          }
          return hashes
        }
        const changed = events.map((what, i) => (i === at ? { ...what, actor: `${what.actor}·` } : what))
        const [one, other] = [chain(events), chain(changed)]
        expect(other.slice(0, at)).toEqual(one.slice(0, at))
        for (let i = at; i < one.length; i++) expect(other[i]).not.toBe(one[i])
      }),
      { numRuns: 200, seed: 20261120 },
    )
  })

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(event, (what) => {
        const sealed = sealEntry(emptyLedger, what)
        const read = JSON.parse(sealed.canonical) as LedgerEntry
        expect(canonicalJson(read)).toBe(sealed.canonical)
        expect(sealed.digest).toBe(sha256(sealed.canonical))
      }),
      { numRuns: 200, seed: 20261120 },
    )
  })
})

describe('the catalogue of events', () => {
  it('gives every event words, each its own', () => {
    const words = Object.values(eventWords)
    expect(new Set(words).size).toBe(words.length)
    for (const [name, said] of Object.entries(eventWords)) {
      expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
      expect(said).toMatch(/^[\u4e00-\u9fff]+$/)
    }
  })
})
