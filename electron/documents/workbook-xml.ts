/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What XML 1.0 cannot say at all, and the beginning of what a workbook reads as such a character. */
const unsaid =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to be found.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g
const marked = /[&<>"\r]/g
const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

const escaped = (character: string) =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text of a cell: what XML does not allow as `_x0007_`, as workbooks do (ECMA-376 22.9.2.19). */
export function cellText(value: string): string {
  return attributeText(value.toWellFormed().replace(unsaid, escaped))
}

/** Text in an attribute or an element. */
export function attributeText(value: string): string {
  return value.replace(marked, (character) => marks[character] ?? character)
}

/** The letters of a column, from 0: `A`, `Z`, `AA`. */
export function lettersOf(column: number): string {
  const before = Math.floor(column / 26)
  return (before === 0 ? '' : lettersOf(before - 1)) + String.fromCharCode(65 + (column % 26))
}
