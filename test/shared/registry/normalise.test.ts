import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  foldName,
  normaliseCode,
  normaliseName,
  normalisePhone,
  normaliseText,
  visible,
} from '../../../shared/registry/normalise.ts'
import { isFieldText } from '../../../shared/registry/text.ts'

describe('cleaning of cell text', () => {
  it.each([
    ['plain', ' 云岭县达天工程监理有限公司 '],
    ['ideographic', '\u3000云岭县达天工程监理有限公司\u3000'],
    ['no-break', '\u00a0云岭县达天工程监理有限公司\u00a0'],
    ['thin', '\u2009云岭县达天工程监理有限公司\u202f'],
    ['tab and line break', '\t云岭县达天工程监理有限公司\r\n'],
  ])('takes %s blanks from the ends of a name, and says so', (_, name) => {
    expect(normaliseName(name)).toEqual({
      value: '云岭县达天工程监理有限公司',
      whats: ['去掉首尾空格'],
      refusal: null,
    })
  })

  it.each(['\u200b', '\ufeff', '\u200e', '\u202d', '\u00ad', '\u0007', '\u2060'])(
    'removes the unseen character %j, and names it by its number',
    (character) => {
      const outcome = normaliseName(`张${character}平`)
      expect(outcome.value).toBe('张平')
      const number = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      expect(outcome.whats).toEqual([`去掉不可见字符（U+${number}）`])
    },
  )

  it('joins a name that is broken over two lines', () => {
    expect(normaliseName('云岭县达厦工程监理有限公司\n（分公司）')).toMatchObject({
      value: '云岭县达厦工程监理有限公司（分公司）',
      whats: ['去掉单元格内换行'],
    })
  })

  it('keeps words of a Latin name apart', () => {
    expect(normaliseName('Yunling\nGas  Ltd').value).toBe('Yunling Gas Ltd')
    expect(normaliseName('Yunling Gas')).toEqual({ value: 'Yunling Gas', whats: [], refusal: null })
  })

  it('draws together a name of two characters that was spread out', () => {
    expect(normaliseName('张\u3000平')).toMatchObject({ value: '张平', whats: ['去掉名称中间的空格'] })
  })

  it('leaves full-width characters inside a name as they are', () => {
    const name = '云岭县鑫华建筑（集团）有限公司３＃楼'
    expect(normaliseName(name)).toEqual({ value: name, whats: [], refusal: null })
  })

  it('leaves rare characters alone', () => {
    for (const name of ['龚䶮', '沈㛃', '周𬭎', '犇垚堃']) {
      expect(normaliseName(name)).toEqual({ value: name, whats: [], refusal: null })
    }
  })

  it('brings composed characters to NFC, visibly', () => {
    expect(normaliseName('Cafe\u0301')).toMatchObject({
      value: 'Caf\u00e9',
      whats: ['改为标准字形编码（NFC）'],
    })
  })

  it.each(['云岭\ufffd公司', '云岭\ud800公司'])('refuses %j, of which a character is lost', (name) => {
    expect(normaliseName(name).refusal).toContain('无法识别')
  })

  it('makes codes half-width, without blanks, in capitals', () => {
    expect(normaliseCode(' ９１３５０８８１ ma', true)).toMatchObject({
      value: '91350881MA',
      whats: ['去掉首尾空格', '去掉中间空格', '全角字母、数字、符号改为半角', '小写字母改为大写'],
    })
  })

  it('closes up one mobile number and keeps two numbers apart', () => {
    expect(normalisePhone('139 0000-1234').value).toBe('13900001234')
    expect(normalisePhone('13900001234 0597－7531234').value).toBe('13900001234 0597-7531234')
  })

  it('keeps plain blanks in free text and turns others into them', () => {
    expect(normaliseText('滨河路 266号').whats).toEqual([])
    expect(normaliseText('一\n二')).toMatchObject({ value: '一 二', whats: ['单元格内换行改为空格'] })
  })

  it('gives text that may stand in a list of the draw, or nothing, or refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        for (const normalise of [normaliseName, normaliseText, normalisePhone]) {
          const outcome = normalise(value)
          if (outcome.refusal !== null) continue
          expect(outcome.value === '' || isFieldText(outcome.value)).toBe(true)
          expect(outcome.value).toBe(outcome.value.trim())
          expect(outcome.whats.length > 0).toBe(outcome.value !== value)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('云', 'A', '1', ' ', '\u3000', '\n', '\u200b', '（', 'é') }),
        (value) => {
          const once = normaliseName(value)
          expect(normaliseName(once.value)).toEqual({ value: once.value, whats: [], refusal: null })
        },
      ),
    )
  })

  it('shows what cannot be seen', () => {
    expect(visible(' 云岭\u200b县\u3000')).toBe('⟨U+0020⟩云岭⟨U+200B⟩县⟨U+3000⟩')
  })

  it('compares names without regard to the width of brackets', () => {
    expect(foldName('云岭（集团） 公司')).toBe(foldName('云岭(集团)公司'))
  })
})
