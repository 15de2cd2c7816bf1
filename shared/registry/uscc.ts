/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters; 1 登记管理部门, 2 机构类别, 3–8 登记管理机关行政区划码
 * (digits), 9–17 主体标识码, 18 校验码.
 */

/** The 31 characters of the code in the order of their values (GB 32100-2015 table 2): without I, O, S, V, Z. */
export const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Weight of the i-th character: 3^(i−1) mod 31 (GB 32100-2015, 4.2.3). */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** What is wrong with a code. Positions count from 1. */
export type UsccProblem =
  | { readonly problem: 'length'; readonly length: number }
  | { readonly problem: 'character'; readonly position: number; readonly character: string }
  | { readonly problem: 'check'; readonly expected: string; readonly found: string }

/** The check character for the first 17 characters, or `null` where one of them is not in the alphabet. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0
  for (const [index, weight] of weights.entries()) {
    const value = usccAlphabet.indexOf(first17.charAt(index) || '?')
    if (value < 0) return null
    sum += value * weight
  }
  return usccAlphabet.charAt((31 - (sum % 31)) % 31)
}

/**
 * The first thing that is wrong with `code`, or `null` when it is a valid code. `code` is expected in half-width
 * capitals; normalising is not done here. Since 31 is prime, one changed character, and two neighbours
 * exchanged, are always found.
 */
export function usccProblem(code: string): UsccProblem | null {
  const characters = [...code]
  if (characters.length !== 18) return { problem: 'length', length: characters.length }
  for (const [index, character] of characters.entries()) {
    const digitOnly = index >= 2 && index <= 7
    if (!usccAlphabet.includes(character) || (digitOnly && !/\d/.test(character))) {
      return { problem: 'character', position: index + 1, character }
    }
  }
  const expected = usccCheckCharacter(code.slice(0, 17))
  const found = code.charAt(17)
  return expected === null || expected === found ? null : { problem: 'check', expected, found }
}

/** The problem in words: what is wrong, by which standard, and what to do. */
export function describeUsccProblem(code: string, problem: UsccProblem): string {
  switch (problem.problem) {
    case 'length':
      return `统一社会信用代码“${code}”有${problem.length}位，应为18位（GB 32100-2015），请核对后补全`
    case 'character':
      return problem.position >= 3 && problem.position <= 8
        ? `统一社会信用代码“${code}”第${problem.position}位是“${problem.character}”，第3至8位是行政区划码，只能是数字（GB 32100-2015），请核对`
        : `统一社会信用代码“${code}”第${problem.position}位是“${problem.character}”，代码只用数字和不含I、O、S、V、Z的大写字母（GB 32100-2015），请核对`
    case 'check':
      return `统一社会信用代码“${code}”校验不符：按前17位推算，第18位校验码应为“${problem.expected}”，表中是“${problem.found}”（GB 32100-2015）。任何一位写错都会这样，请对照营业执照逐位核对`
  }
}
