/**
 * 执法证号. Issuers number as they like (eleven digits in S1 附件5, `闽K-123` or `〔2024〕0123号` elsewhere), so
 * only the kinds of characters are checked. It is never taken for a phone number, whatever its digits.
 */
const allowed = /^[0-9A-Za-z\p{Script=Han}()（）[\]〔〕【】_./-]{1,40}$/u

/** Whether `value` can be a certificate number: 1 to 40 letters, digits, Han characters, brackets and `-_./`. */
export function isCertificateNumber(value: string): boolean {
  return allowed.test(value)
}
