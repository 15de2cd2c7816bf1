import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  describeUsccProblem,
  usccAlphabet,
  usccCheckCharacter,
  usccProblem,
} from '../../../shared/registry/uscc.ts'

/** Codes that keep to the standard: positions 3 to 8 are digits, the last is computed by the weights written out. */
const codes = fc
  .tuple(
    fc.stringMatching(/^[0-9A-HJ-NP-RTUWXY]{2}$/),
    fc.stringMatching(/^[0-9]{6}$/),
    fc.stringMatching(/^[0-9A-HJ-NP-RTUWXY]{9}$/),
  )
  .map(([head, region, body]) => {
    const first17 = head + region + body
    let sum = 0
    let weight = 1
    for (const character of first17) {
      sum += usccAlphabet.indexOf(character) * weight
      weight = (weight * 3) % 31
    }
    return first17 + usccAlphabet.charAt((31 - (sum % 31)) % 31)
  })

describe('统一社会信用代码 (GB 32100-2015)', () => {
  it('accepts the example of the standard and a code worked out by hand', () => {
    expect(usccProblem('91350100M000100Y43')).toBeNull()
    // 9×1 + 1×3 = 12, all others 0: 31 − 12 = 19, the character of value 19 is K.
    expect(usccProblem('91000000000000000K')).toBeNull()
  })

  it('gives the check character 0 when the weighted sum is a multiple of 31', () => {
    expect(usccCheckCharacter('00000000000000000')).toBe('0')
    // 4×1 + 9×3 = 31
    expect(usccProblem('490000000000000000')).toBeNull()
  })

  it('says which character the check should be', () => {
    const code = '91350100M000100Y44'
    const problem = usccProblem(code)
    expect(problem).toEqual({ problem: 'check', expected: '3', found: '4' })
    expect(problem && describeUsccProblem(code, problem)).toContain('应为“3”')
  })

  it.each(['I', 'O', 'S', 'V', 'Z', 'a', '９', '-'])('does not know the character %s', (character) => {
    expect(usccProblem(`91350100M0001${character}0Y43`)).toEqual({
      problem: 'character',
      position: 14,
      character,
    })
  })

  it('has digits alone where the region stands', () => {
    expect(usccProblem('9135A100M000100Y43')).toEqual({ problem: 'character', position: 5, character: 'A' })
  })

  it('counts characters and not code units', () => {
    expect(usccProblem('9135010')).toEqual({ problem: 'length', length: 7 })
    expect(usccProblem('91350100M000100Y4𬭎')).toEqual({
      problem: 'character',
      position: 18,
      character: '𬭎',
    })
  })

  it('finds every single changed character', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...usccAlphabet), (code, at, other) => {
        expect(usccProblem(code)).toBeNull()
        fc.pre(code.charAt(at) !== other)
        expect(usccProblem(code.slice(0, at) + other + code.slice(at + 1))).not.toBeNull()
      }),
    )
  })

  it('finds every exchange of two different neighbours', () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, at) => {
        fc.pre(code.charAt(at) !== code.charAt(at + 1))
        const exchanged = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
        expect(usccProblem(exchanged)).not.toBeNull()
      }),
    )
  })
})
