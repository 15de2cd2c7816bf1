import { namePinyin } from './name-pinyin.ts'

/** The format of the search texts: whoever changes what they hold counts it up, and opening fills the index anew. */
export const searchFormat = 2

/** Full-width signs become those of the keyboard, capitals small letters; each sign for itself, so that a piece of a text stays a piece of it. */
export function foldSearch(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** What a search looks through for one row: its values, each on a line, and the sound of its name. */
export function searchText(values: readonly (string | null)[], name: string | null): string {
  const lines = values.filter((value) => value !== null).map(foldSearch)
  if (name !== null) lines.push(...namePinyin(foldSearch(name)))
  return lines.join('\n')
}

/** The words that are searched for, all of which must occur. */
export function searchWords(piece: string): readonly string[] {
  return [...new Set(foldSearch(piece).split(/\s+/))].filter((word) => word !== '')
}
