import { describe, expect, test } from 'vitest'
import { coveredFor, coveredValue, coverKnown, type KnownValue } from '../../../shared/forms/masking.ts'

describe('a personal value is covered by what it means', () => {
  test('a phone number keeps three and four digits, an identity number its first and last', () => {
    expect(coveredValue('phone', '13800001234')).toBe('138****1234')
    expect(coveredValue('identity', '530000199001011234')).toBe('5****************4')
  })

  test('a 执法证号 of eleven digits is covered as a certificate, not as the phone number that it looks like', () => {
    expect(coveredValue('certificate', '13800001234')).toBe('*******1234')
    expect(coveredValue('certificate', '123456')).toBe('******')
  })

  test('of a name the surname is left, also one of two characters', () => {
    expect(coveredValue('person-name', '张小明')).toBe('张**')
    expect(coveredValue('person-name', '欧阳小明')).toBe('欧阳**')
    expect(coveredValue('person-name', '欧阳')).toBe('欧*')
    expect(coveredValue('person-name', '䶮')).toBe('*')
    expect(coveredValue('person-name', '𬭎小明')).toBe('𬭎**')
  })

  test('a home address ends with its 乡镇 or 街道, and one that names none is not shown at all', () => {
    expect(coveredValue('home-address', '云岭县城关镇人民路3号2单元')).toBe('云岭县城关镇')
    expect(coveredValue('home-address', '云岭县云溪街道8号')).toBe('云岭县云溪街道')
    expect(coveredValue('home-address', '人民路3号2单元')).toBe('（住址不公开）')
  })

  test('the public sees nothing personal; the party sees who inspects it, the office everything', () => {
    expect([...coveredFor('public', 'covered')].sort()).toEqual(
      ['certificate', 'home-address', 'identity', 'person-name', 'phone', 'secret-name'].sort(),
    )
    expect(coveredFor('public', 'full').has('certificate')).toBe(false)
    expect(coveredFor('public', 'full').has('phone')).toBe(true)
    expect(coveredFor('party', 'covered').has('certificate')).toBe(false)
    expect(coveredFor('internal', 'covered').size).toBe(0)
  })
})

describe('free text', () => {
  const known: readonly KnownValue[] = [
    { meaning: 'phone', value: '13800001234' },
    { meaning: 'identity', value: '530000199001011234' },
    { meaning: 'person-name', value: '郑小明' },
  ]

  test('loses the personal values that are known, each wherever it stands', () => {
    const { text, found } = coverKnown('郑小明（13800001234）称：请找郑小明，530000199001011234。', known)
    expect(text).toBe('郑**（138****1234）称：请找郑**，5****************4。')
    expect(found.map(({ shown }) => shown).sort()).toEqual(['138****1234', '5****************4', '郑**'])
  })

  test.each([
    ['郑小明13800001234', '郑**138****1234'],
    ['138 0000 1234', '138****1234'],
    ['138-0000-1234', '138****1234'],
    ['１３８００００１２３４', '138****1234'],
    ['+86 13800001234', '138****1234'],
    ['8613800001234', '138****1234'],
    ['电话tel13800001234', '电话tel138****1234'],
    ['郑 小明、郑　小　明', '郑**、郑**'],
    ['身份证530000 19900101 1234', '身份证5****************4'],
  ])('finds them as people write them: %s', (said, shown) => {
    expect(coverKnown(said, known).text).toBe(shown)
  })

  test('keeps numbers that only contain a known one, and whatever nobody knows', () => {
    const said = '编号9138000012345，张三说没有。'
    expect(coverKnown(said, known)).toEqual({ text: said, found: [] })
  })

  test('takes a known value as it stands, not as a pattern', () => {
    const dotted: readonly KnownValue[] = [{ meaning: 'person-name', value: '买.*' }]
    expect(coverKnown('买东西的人和买.*都在', dotted).text).toBe('买东西的人和买**都在')
  })

  test('a name of one character is left alone: it would be found in every sentence', () => {
    expect(coverKnown('王府路', [{ meaning: 'person-name', value: '王' }]).text).toBe('王府路')
  })
})
