/** `2026年11月20日 09:30:00` of a time as records have it. */
export function timeWords(time: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})/.exec(time)
  if (found === null) return time
  const [, year, month, day, clock] = found
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}`
}

/** Text in groups of four, as people read digests and digits to each other. */
export function groupsOfFour(text: string): readonly string[] {
  return text.match(/.{1,4}/g) ?? []
}

/** How wide a text is set, in widths of a Chinese character; generous, so that what is reckoned to fit does. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 ? 0.65 : 1
  return width
}

/** What a QR code on the stage says: the same as the one on paper. */
export function codeText(number: string, letter: 'C' | 'F' | 'D', digest: string): string {
  return `SSJ-DRAW-1 ${number} ${letter}=${digest}`
}

const numberWords = /^(对象|人员) ([OP]\d+)$/

/** The number that stands for a name in a confidential draw, in its two parts; `null` for a name. */
export function numberParts(name: string): { readonly kind: string; readonly number: string } | null {
  const [, kind, number] = numberWords.exec(name) ?? []
  return kind === undefined || number === undefined ? null : { kind, number }
}

/** Text in which no number is taken apart at the end of a line. */
export function unbroken(text: string): string {
  return text.replace(/(对象|人员) (?=[OP]\d)/g, '$1\u00a0')
}
