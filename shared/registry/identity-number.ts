/** 公民身份号码 (GB 11643): 6 digits 地址码, 8 digits 出生日期, 3 digits 顺序码, 1 校验码 (0–9 or X). */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** What is wrong with a number. Positions count from 1. */
export type IdentityNumberProblem =
  | { readonly problem: 'length'; readonly length: number }
  | { readonly problem: 'character'; readonly position: number; readonly character: string }
  | { readonly problem: 'birthday'; readonly birthday: string }
  | { readonly problem: 'check' }

/** The check character for the first 17 digits (ISO 7064 MOD 11-2), or `null` where one is not a digit. */
export function identityCheckCharacter(first17: string): string | null {
  if (!/^\d{17}$/.test(first17)) return null
  let sum = 0
  for (const [index, weight] of weights.entries()) sum += Number(first17.charAt(index)) * weight
  return checkCharacters.charAt(sum % 11)
}

/** Whether the day exists: the calendar alone is asked, never the clock. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (lengths[month - 1] ?? 0)
}

/** The first thing that is wrong with `value` (half-width, capital X), or `null` when it is a valid number. */
export function identityNumberProblem(value: string): IdentityNumberProblem | null {
  const characters = [...value]
  if (characters.length !== 18) return { problem: 'length', length: characters.length }
  for (const [index, character] of characters.entries()) {
    if (!(/^[0-9]$/.test(character) || (index === 17 && character === 'X'))) {
      return { problem: 'character', position: index + 1, character }
    }
  }
  const year = Number(value.slice(6, 10))
  if (year < 1800 || !isCalendarDay(year, Number(value.slice(10, 12)), Number(value.slice(12, 14)))) {
    return { problem: 'birthday', birthday: value.slice(6, 14) }
  }
  return identityCheckCharacter(value.slice(0, 17)) === value.charAt(17) ? null : { problem: 'check' }
}

/**
 * The problem in words. The number itself is not repeated: reports are printed and passed on, and the cell's
 * address is enough to find it. For the same reason the right check character is not given away.
 */
export function describeIdentityNumberProblem(problem: IdentityNumberProblem): string {
  switch (problem.problem) {
    case 'length':
      return `身份证号有${problem.length}位，应为18位（GB 11643），请核对后补全`
    case 'character':
      return `身份证号第${problem.position}位是“${problem.character}”，应为数字（末位可为X），请核对`
    case 'birthday':
      return '身份证号第7至14位不是有效的出生日期，请对照身份证核对'
    case 'check':
      return '身份证号校验不符（GB 11643）：18位中至少有一位写错，请对照身份证逐位核对'
  }
}
