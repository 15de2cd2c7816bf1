import { describe, expect, it } from 'vitest'
import {
  assertContributions,
  commitment,
  type EndingRecord,
  LineReader,
  parseEnding,
  readDigits,
  renderEnding,
  seatValue,
  seed,
} from '../../../shared/draw/ceremony.ts'
import { H, SpecError } from '../../../shared/draw/notation.ts'
import { golden, hexA, hexB, hexC, knownCommitment, knownSecret } from './golden.ts'

describe('the commitment', () => {
  it('is made of a secret of 64 lowercase hex digits and of nothing else', () => {
    expect(commitment(knownSecret)).toBe(knownCommitment)
    for (const secret of ['', knownSecret.slice(1), `${knownSecret}0`, knownSecret.toUpperCase()])
      expect(() => commitment(secret)).toThrow(SpecError)
  })
})

describe('the seed', () => {
  it('takes the digits in seat order, each on its own line', () => {
    const of = (digits: string[]): string => seed(hexA, knownSecret, digits)
    expect(of(['123456', '654321'])).not.toBe(of(['654321', '123456']))
    expect(of(['123456', '654321'])).not.toBe(of(['123456654321']))
    expect(of(['000000123456'])).not.toBe(of(['123456']))
  })
})

describe('what a witness typed', () => {
  it.each([
    ['123456', '123456'],
    ['000000', '000000'],
    ['０１２３４５６７８９', '0123456789'],
    [' 12 34\u300056 ', '123456'],
    ['1２3４5６', '123456'],
    ['7'.repeat(64), '7'.repeat(64)],
    [` ${'0'.repeat(64)} `, '0'.repeat(64)],
  ])(
    '“%s” is the contribution %s: full-width digits mapped, spaces removed, leading zeros kept',
    (typed, digits) => {
      expect(readDigits(typed)).toEqual({ ok: true, digits })
    },
  )

  it.each([
    ['', 'none'],
    [' \u3000 ', 'none'],
    ['12345', 'too-few'],
    ['7'.repeat(65), 'too-many'],
    ['12345a', 'not-digits'],
    ['123-456', 'not-digits'],
    ['123\t456', 'not-digits'],
    ['123\u00a0456', 'not-digits'],
    ['一二三四五六', 'not-digits'],
    ['١٢٣٤٥٦', 'not-digits'],
    ['123456\n', 'not-digits'],
    ['+123456', 'not-digits'],
  ])('“%s” is none: %s', (typed, problem) => {
    expect(readDigits(typed)).toEqual({ ok: false, problem })
  })
})

describe('the contributions', () => {
  it.each([[['123456', '123456']], [['123456789012']], [['1'.repeat(64), '123456', '000000']]])(
    '%j are enough',
    (digits) => {
      expect(() => assertContributions(digits, digits.length)).not.toThrow()
    },
  )
  it.each([
    [[], 1, '见证人1名，见证数字0组'],
    [['123456', '123456'], 1, '见证人1名，见证数字2组'],
    [['12345678901'], 1, '合计不足12位'],
    [['12345', '123456789'], 2, '第1位见证人'],
    [['123456789', '1'.repeat(65)], 2, '第2位见证人'],
    [['１２３４５６', '123456'], 2, '第1位见证人'],
    [['123456\n', '123456'], 2, '第1位见证人'],
  ])('%j of %i are not: one a witness, 6 to 64 digits each, 12 together', (digits, witnesses, words) => {
    expect(() => assertContributions(digits, witnesses)).toThrow(words)
  })
})

const aborted: EndingRecord = {
  kind: 'aborted',
  draw: 'YL01-2026-0007',
  attempt: 1,
  previous: null,
  commitment: knownCommitment,
  manifest: null,
  secret: knownSecret,
  contributions: [],
  result: null,
  reason: '名单有误',
  decision: null,
  approver: '苏文彬',
  supervisor: '陈国栋',
  at: '2026-11-20T09:20:00+08:00',
}
const voided: EndingRecord = {
  ...aborted,
  kind: 'void',
  attempt: 2,
  previous: hexA,
  manifest: hexB,
  contributions: ['000000', '123456'],
  result: hexC,
  reason: '见证人身份不实',
  decision: '云住建〔2026〕12号',
  at: '2026-11-21T09:20:00+08:00',
}

describe('the record of an attempt that ended', () => {
  it.each([
    ['aborted.txt', aborted, '50ff82588df828a37ef0f2ed362a228c8c08da32625a783ef517710d2d7bf5f8'],
    ['void.txt', voided, '4a59c7632b0a3216204f858036a1fe70d2e2aea65118bde7f8511f5ac4aa9c53'],
  ])('%s is the golden file, to the byte, and read back it says the same', (name, record, digest) => {
    expect(renderEnding(record)).toBe(golden(name))
    expect(parseEnding(golden(name))).toEqual(record)
    expect(H(golden(name))).toBe(digest)
  })

  it('aborted after some contributions has those', () => {
    const record: EndingRecord = { ...aborted, manifest: hexB, contributions: ['123456'] }
    expect(renderEnding(record)).toContain(
      `manifest=${hexB}\nsecret=${knownSecret}\ncontribution=1\t123456\nresult=-\n`,
    )
    expect(parseEnding(renderEnding(record))).toEqual(record)
  })

  it.each<[string, EndingRecord]>([
    ['an abort with a result', { ...aborted, result: hexA }],
    ['an abort with a decision', { ...aborted, decision: '云住建〔2026〕12号' }],
    ['a void without a result', { ...voided, result: null }],
    ['a void without a decision', { ...voided, decision: null }],
    ['a void with a decision “-”', { ...voided, decision: '-' }],
    ['a void without a freeze', { ...voided, manifest: null }],
    ['a void without contributions', { ...voided, contributions: [] }],
    ['contributions before the freeze', { ...aborted, contributions: ['123456'] }],
    ['a contribution too short', { ...aborted, manifest: hexB, contributions: ['12345'] }],
    ['a first attempt with one before it', { ...aborted, previous: hexA }],
    ['a second attempt with none before it', { ...voided, previous: null }],
    ['an attempt 0', { ...aborted, attempt: 0 }],
    ['an attempt that is no integer', { ...voided, attempt: 1.5 }],
    ['no reason', { ...aborted, reason: '' }],
    ['nobody who approved', { ...aborted, approver: '-' }],
    ['nobody who supervised', { ...aborted, supervisor: '' }],
    ['a draw number without an office', { ...aborted, draw: '2026' }],
    ['a draw number that is no id', { ...aborted, draw: 'YL01-甲' }],
    ['a manifest that is no digest', { ...aborted, manifest: 'x' }],
    ['a result that is no digest', { ...voided, result: 'x' }],
    ['a commitment that is no digest', { ...aborted, commitment: 'x' }],
    ['a secret that is not 64 hex digits', { ...aborted, secret: 'x' }],
    ['a time without an offset', { ...aborted, at: '2026-11-20T09:20:00' }],
  ])('cannot have %s', (_name, record) => {
    expect(() => renderEnding(record)).toThrow(SpecError)
  })

  const text = golden('void.txt')
  it.each([
    ['another first line', text.replace('SSJ-DRAW-1 void', 'SSJ-DRAW-1 lost')],
    ['a void called an abort', text.replace('SSJ-DRAW-1 void', 'SSJ-DRAW-1 aborted')],
    ['lines in another order', text.replace(/(approver=.*\n)(supervisor=.*\n)/, '$2$1')],
    ['contributions in another order', text.replace(/(contribution=1.*\n)(contribution=2.*\n)/, '$2$1')],
    ['something after the end', `${text}\n`],
    ['nothing after its second line', `${text.split('\n').slice(0, 2).join('\n')}\n`],
    ['a number that cannot be told exactly', text.replace('attempt=2', 'attempt=9007199254740993')],
    ['a CR', text.replaceAll('\n', '\r\n')],
  ])('is refused on reading: %s', (_name, changed) => {
    expect(changed).not.toBe(text)
    expect(() => parseEnding(changed)).toThrow(SpecError)
  })
})

describe('reading line by line', () => {
  it('a seat has its number, a tab and its value, tabs and all', () => {
    expect(seatValue('2\ta\tb', 2)).toBe('a\tb')
    for (const line of ['2', '1\ta', '02\ta', '\ta'])
      expect(() => seatValue(line, 2), line).toThrow(SpecError)
  })
  it('a line of another name is named by its number', () => {
    const reader = new LineReader(['a=1', 'b=-', 'b=2'])
    expect(reader.value('a')).toBe('1')
    expect(reader.values('c')).toEqual([])
    expect(reader.optional('b')).toBeNull()
    expect(() => reader.end()).toThrow('第3行')
    expect(reader.values('b')).toEqual(['2'])
    expect(() => reader.end()).not.toThrow()
    expect(() => reader.next()).toThrow('第4行：文件不完整')
  })
})
