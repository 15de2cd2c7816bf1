import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  describeIdentityNumberProblem,
  identityCheckCharacter,
  identityNumberProblem,
  isCalendarDay,
} from '../../../shared/registry/identity-number.ts'

describe('公民身份号码 (GB 11643)', () => {
  it.each(['11010519491231002X', '440524188001010014'])(
    'accepts the example %s of the standard',
    (number) => {
      expect(identityNumberProblem(number)).toBeNull()
    },
  )

  it.each([
    ['1101051949123100', { problem: 'length', length: 16 }],
    ['1101051949123100 X', { problem: 'character', position: 17, character: ' ' }],
    ['11010519491231002x', { problem: 'character', position: 18, character: 'x' }],
    ['X1010519491231002X', { problem: 'character', position: 1, character: 'X' }],
    ['110105194913310022', { problem: 'birthday', birthday: '19491331' }],
    ['110105194902290024', { problem: 'birthday', birthday: '19490229' }],
    ['110105194912310021', { problem: 'check' }],
  ])('names what is wrong with %s', (number, problem) => {
    expect(identityNumberProblem(number)).toEqual(problem)
  })

  it('never repeats the number or its check character in a sentence', () => {
    const problem = identityNumberProblem('110105194912310021')
    expect(problem && describeIdentityNumberProblem(problem)).not.toMatch(/1101051949|X/)
  })

  it('finds every single changed digit', () => {
    const numbers = fc
      .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.nat(999))
      .map(([year, month, order]) => {
        const first17 = `350899${year}${String(month).padStart(2, '0')}15${String(order).padStart(3, '0')}`
        return first17 + (identityCheckCharacter(first17) ?? '?')
      })
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.nat(9), (number, at, digit) => {
        expect(identityNumberProblem(number)).toBeNull()
        fc.pre(number.charAt(at) !== String(digit))
        expect(identityNumberProblem(number.slice(0, at) + digit + number.slice(at + 1))).not.toBeNull()
      }),
    )
  })

  it('knows the 29th of February of leap years alone', () => {
    expect([2000, 2024].every((year) => isCalendarDay(year, 2, 29))).toBe(true)
    expect([1900, 2023, 2100].some((year) => isCalendarDay(year, 2, 29))).toBe(false)
  })
})
