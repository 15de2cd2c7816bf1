import { describe, expect, it } from 'vitest'
import { at, present } from '../../../shared/draw/checked.ts'
import {
  cells,
  digest,
  field,
  fileLines,
  H,
  id,
  isField,
  isId,
  officeId,
  officeOfDraw,
  optionalDigest,
  optionalField,
  parseNumber,
  SpecError,
  time,
} from '../../../shared/draw/notation.ts'

const hex = '6f46762aba231a74e7d31c557bac058f8cf6a99a9ef4110d2115af7ce1da31ee'
const point = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

describe('H', () => {
  // FIPS 180-4 examples, and the UTF-8 of 中 (e4 b8 ad) by coreutils' sha256sum.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['中', 'a567bdaa11367f260f0708391f4d10766b5962f565d9e432f17981a3584fe1e2'],
  ])('of “%s” is lowercase hex SHA-256 of its UTF-8', (text, expected) => {
    expect(H(text)).toBe(expected)
  })
})

describe('a field', () => {
  it.each([
    '李建国',
    'A',
    ' ',
    '中 文',
    '*',
    '--',
    '周𬭎',
    '龚䶮',
    '沈㛃',
    '堃犇垚',
    'é',
    '（一）；:,|',
    '𠮷',
  ])('may be “%s”', (value) => {
    expect(isField(value)).toBe(true)
    expect(field(value, '名称')).toBe(value)
  })

  it('is never empty, and never the sign for absence', () => {
    for (const value of ['', '-']) expect(() => field(value, '地点'), value).toThrow(/^地点/)
  })

  it.each(
    [
      ...range(0x00, 0x1f),
      ...range(0x7f, 0x9f),
      0x2028,
      0x2029,
      0xfeff,
      0x061c,
      0x200e,
      0x200f,
      ...range(0x202a, 0x202e),
      ...range(0x2066, 0x2069),
    ].map((code) => [point(code), String.fromCharCode(code)]),
  )('never holds %s', (_name, character) => {
    for (const value of [character, `甲${character}乙`, `a${character}`, `${character}b`])
      expect(isField(value)).toBe(false)
  })

  it.each(
    [0x20, 0x7e, 0xa0, 0x061b, 0x061d, 0x200d, 0x2010, 0x2027, 0x202f, 0x2065, 0x206a, 0xfefe].map((code) => [
      point(code),
      String.fromCharCode(code),
    ]),
  )('may hold %s, beside the forbidden ones', (_name, character) => {
    expect(isField(`甲${character}`)).toBe(true)
  })

  it('holds no lone surrogate', () => {
    for (const value of ['\ud86d', '\udf4e', '甲\ud86d', '\udf4e\ud86d']) expect(isField(value)).toBe(false)
  })

  it('is NFC: what is decomposed is refused, not mended', () => {
    expect(isField('caf\u00e9')).toBe(true)
    expect(isField('cafe\u0301')).toBe(false)
    expect(isField('\u212b')).toBe(false)
    expect(isField('\uf900')).toBe(false)
    expect(isField('豈')).toBe(true)
  })

  it('that is optional is “-” when there is nothing, and cannot say “-” itself', () => {
    expect(optionalField(null, '原因')).toBe('-')
    expect(optionalField('停电', '原因')).toBe('停电')
    expect(() => optionalField('-', '原因')).toThrow(SpecError)
  })
})

describe('an id', () => {
  it.each(['YL01-O000123', '0', 'a', 'Z.9_-', 'x'.repeat(64)])('may be “%s”', (value) => {
    expect(isId(value)).toBe(true)
    expect(id(value, '编号')).toBe(value)
  })

  it.each(['', '-', '*', '-a', '.a', '_a', 'a b', 'a\n', 'a,b', '中', 'é', 'x'.repeat(65), 'a\u200d'])(
    'may not be “%s”',
    (value) => {
      expect(isId(value)).toBe(false)
      expect(() => id(value, '编号')).toThrow(SpecError)
    },
  )

  it('begins with the code of the office and a hyphen', () => {
    expect(officeId('YL01-O1', 'YL01', '编号')).toBe('YL01-O1')
    for (const value of ['YL02-O1', 'YL01', 'YL01O1', 'YL011-O1', 'yl01-O1', 'O1'])
      expect(() => officeId(value, 'YL01', '编号'), value).toThrow('不以单位代码“YL01-”开头')
    expect(() => officeId('YL01-O 1', 'YL01', '编号')).toThrow('不符合编号格式')
  })

  it('has the code of the office that stands before the first hyphen of the draw number', () => {
    expect(officeOfDraw('YL01-2026-0007')).toBe('YL01')
    expect(officeOfDraw('A.B-1')).toBe('A.B')
    for (const draw of ['YL01', '-2026-0007', ''])
      expect(() => officeOfDraw(draw), draw).toThrow('没有单位代码')
  })
})

describe('a number', () => {
  it('is decimal', () => {
    expect(parseNumber('0', '数')).toBe(0)
    expect(parseNumber('1000000', '数')).toBe(1000000)
  })
  it.each(['', '00', '01', '+1', '-1', '1.0', '1e3', ' 1', '１', '1\n', '0x1', '1'.repeat(17)])(
    'is not “%s”: no sign, no leading zero, nothing else',
    (value) => {
      expect(() => parseNumber(value, '数')).toThrow(SpecError)
    },
  )
})

describe('a time', () => {
  it.each(['2026-11-20T09:30:00+08:00', '2024-02-29T23:59:59-03:30', '2026-12-31T00:00:00+00:00'])(
    'may be %s',
    (value) => {
      expect(time(value, '时间')).toBe(value)
    },
  )
  it.each([
    '2026-11-20T09:30:00Z',
    '2026-11-20T09:30:00',
    '2026-11-20T09:30:00.000+08:00',
    '2026-11-20 09:30:00+08:00',
    '2026-11-20T09:30+08:00',
    '2026-11-20T24:00:00+08:00',
    '2026-11-20T09:60:00+08:00',
    '2026-11-20T09:30:60+08:00',
    '2026-11-20T09:30:00+24:00',
    '2026-11-20T09:30:00+08:60',
    '2026-11-20T09:30:00+0800',
    '2026-02-29T09:30:00+08:00',
    '2026-11-31T09:30:00+08:00',
    '2026-13-01T09:30:00+08:00',
    '2026-00-01T09:30:00+08:00',
    '2026-11-00T09:30:00+08:00',
    '2026-11-20T09:30:00+08:00\n',
    '26-11-20T09:30:00+08:00',
  ])('is not %s: ISO 8601 to the second with a numeric offset, of a day that exists', (value) => {
    expect(() => time(value, '时间')).toThrow('时间')
  })
})

describe('a digest', () => {
  it('is 64 lowercase hex digits, or “-” where it may be absent', () => {
    expect(digest(hex, '校验码')).toBe(hex)
    expect(optionalDigest(hex, '校验码')).toBe(hex)
    expect(optionalDigest('-', '校验码')).toBeNull()
    for (const value of [
      '-',
      '',
      hex.toUpperCase(),
      hex.slice(1),
      `${hex}0`,
      `${hex}\n`,
      hex.replace('6', 'g'),
    ])
      expect(() => digest(value, '校验码'), value).toThrow(SpecError)
    expect(() => optionalDigest('--', '校验码')).toThrow(SpecError)
  })
})

describe('a file', () => {
  it('has lines that each end in LF', () => {
    expect(fileLines('a\nb\n')).toEqual(['a', 'b'])
    expect(fileLines('\n')).toEqual([''])
  })
  it.each([
    ['a BOM', '\ufeffa\n', 'BOM'],
    ['a carriage return', 'a\r\n', '回车'],
    ['no last LF', 'a\nb', '换行'],
    ['nothing in it', '', '换行'],
  ])('is refused with %s', (_name, text, words) => {
    expect(() => fileLines(text)).toThrow(words)
  })
  it('has as many fields a line as the line should have', () => {
    expect(cells('a\tb', 2)).toEqual(['a', 'b'])
    expect(() => cells('a\tb', 3)).toThrow('应有3栏，实有2栏')
    expect(() => cells('a\tb', 1, 7)).toThrow('第7行：应有1栏，实有2栏')
  })
})

describe('a SpecError', () => {
  it('says its line where it knows one', () => {
    expect(new SpecError('有误').line).toBeNull()
    expect(new SpecError('有误', 3)).toMatchObject({ name: 'SpecError', line: 3, message: '第3行：有误' })
  })
})

describe('an invariant', () => {
  it('that holds gives its value, also an empty one', () => {
    expect(present(0, 'number')).toBe(0)
    expect(at(['', 'b'], 0)).toBe('')
  })
  it('that is broken is an Error that names what is missing', () => {
    expect(() => present(null, 'holder')).toThrow('there is no holder')
    expect(() => at([1, 2], 2)).toThrow('there is no element 2 of 2')
  })
})
