import { describe, expect, it } from 'vitest'
import { SpecError } from '../../../shared/draw/notation.ts'
import { type DrawResult, parseResult, recordDigest, renderResult } from '../../../shared/draw/result.ts'
import { golden, hexA, hexB, knownSecret } from './golden.ts'

const drawn: DrawResult = {
  freeze: hexA,
  secret: knownSecret,
  contributions: ['000000', '123456'],
  seed: hexB,
  at: '2026-11-20T09:45:00+08:00',
  objects: [
    { stratum: 'RQ', id: 'YL01-O9' },
    { stratum: 'RQ', id: 'YL01-O10' },
    { stratum: 'GC', id: 'YL01-O1' },
  ],
  teams: [
    ['YL01-P1', 'YL01-P2'],
    ['YL01-P4', 'YL01-P3'],
  ],
  pairs: [
    { object: 'YL01-O9', team: 2, inspectors: ['YL01-P4', 'YL01-P3'] },
    { object: 'YL01-O10', team: null, inspectors: ['YL01-P1', 'YL01-P3'] },
    { object: 'YL01-O1', team: 1, inspectors: ['YL01-P1', 'YL01-P2'] },
  ],
  replaced: null,
}
const replaced: DrawResult = {
  ...drawn,
  contributions: ['271828182845'],
  objects: [],
  teams: [],
  pairs: [],
  replaced: { vacated: 'YL01-P1', drawn: 'YL01-P9' },
}

describe('a result', () => {
  it.each([
    ['result.txt', drawn, 'a715b5ae463534a9685e1a389fe152551e8a3df7a1d72f1f2d68279fd3e158d8'],
    ['result-replacement.txt', replaced, '7f1205719d72b762aa133441415d216e94db56414448b372d92b928aaced35a2'],
  ])(
    '%s is the golden file, to the byte, drawn order kept; read back it says the same',
    (name, result, digest) => {
      expect(renderResult(result)).toBe(golden(name))
      expect(parseResult(golden(name))).toEqual(result)
      expect(recordDigest(golden(name))).toBe(digest)
    },
  )

  it('has a time with an offset', () => {
    expect(() => renderResult({ ...drawn, at: '2026-11-20' })).toThrow('抽取时间')
  })

  const text = golden('result.txt')
  const one = golden('result-replacement.txt')
  it.each([
    ['another first line', text.replace('SSJ-DRAW-1 result', 'SSJ-DRAW-2 result')],
    ['a freeze that is no digest', text.replace(hexA, '-')],
    ['a secret that is not 64 hex digits', text.replace(knownSecret, knownSecret.slice(1))],
    ['a seed in upper case', text.replace(hexB, hexB.toUpperCase())],
    ['contributions too short', text.replace('\t123456', '\t12345')],
    ['no contributions', text.replaceAll(/contribution=.*\n/g, '')],
    ['a time that is none', text.replace('at=2026-11-20', 'at=2026-11-31')],
    ['objects not numbered in order', text.replace('object=2\t', 'object=3\t')],
    ['an object without a stratum', text.replace('object=1\tRQ\t', 'object=1\t')],
    ['a stratum that is no id', text.replace('\tGC\t', '\t工程\t')],
    ['an object that is no id', text.replace('GC\tYL01-O1', 'GC\tYL01-O 1')],
    ['teams not numbered in order', text.replace('team=2\t', 'team=1\t')],
    ['a member of a team who is no id', text.replace('YL01-P4\t', '\t')],
    ['a pair without people', text.replace('pair=YL01-O1\t1\tYL01-P1\tYL01-P2', 'pair=YL01-O1\t1')],
    ['a pair with an object that is no id', text.replace('pair=YL01-O1\t', 'pair=\t')],
    ['a pair with a team that is no number', text.replace('YL01-O1\t1\t', 'YL01-O1\t01\t')],
    ['a person who is no id', text.replace('YL01-O1\t1\tYL01-P1', 'YL01-O1\t1\t甲')],
    ['lines in another order', text.replace(/(team=2.*\n)(pair=YL01-O9.*\n)/, '$2$1')],
    ['something after the end', `${text}x\n`],
    ['two replaced', one.replace(/(replace=.*\n)/, '$1$1')],
    ['a replacement with three fields', one.replace('\tYL01-P9', '\tYL01-P9\tYL01-P8')],
    ['a replacement that is no id', one.replace('\tYL01-P9', '\t-')],
    ['one replaced who is no id', one.replace('=YL01-P1', '=-')],
  ])('is refused on reading: %s', (_name, changed) => {
    expect([text, one]).not.toContain(changed)
    expect(() => parseResult(changed)).toThrow(SpecError)
  })

  it('is refused where a number cannot be told exactly', () => {
    const changed = text.replace('YL01-O1\t1\t', 'YL01-O1\t9007199254740993\t')
    expect(() => parseResult(changed)).toThrow('不是规范写法')
  })
})
