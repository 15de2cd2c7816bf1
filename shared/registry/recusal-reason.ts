import type { recusalReasonCodes } from './recusal.ts'

type RecusalReasonCode = (typeof recusalReasonCodes)[number]

/**
 * The words by which a 回避事由 is given its code, in the order they are looked for: 近亲属任职 is about the
 * relative, not about a former post. This table is the one place; what has none of the words is `other`. The
 * words of the office stay in `reason` as they are.
 */
export const recusalReasonWords: readonly (readonly [RecusalReasonCode, readonly string[]])[] = [
  ['kin', ['亲属', '亲戚', '配偶', '夫妻', '父', '母', '子女', '兄弟', '姐妹', '姻亲', '血亲']],
  ['former-post', ['任职', '工作过', '曾在该单位', '兼职', '从业']],
  ['interest', ['股份', '持股', '股权', '入股', '投资', '利益', '利害', '债权', '债务', '借贷']],
  ['contract', ['合同', '协议', '委托', '代理']],
  ['self-declared', ['自行申报', '本人申报', '主动申报', '本人申请', '自行回避', '主动回避']],
]

/** The code of a 回避事由. */
export function recusalReasonCode(reason: string): RecusalReasonCode {
  const found = recusalReasonWords.find(([, words]) => words.some((word) => reason.includes(word)))
  return found === undefined ? 'other' : found[0]
}
