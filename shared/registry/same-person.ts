/** A name as it is kept: normalised, without what nobody sees, without blanks at its ends, one blank for many. */
export function nameAsTyped(name: string): string {
  return name
    .replaceAll(/[\p{Default_Ignorable_Code_Point}--\p{Variation_Selector}]/gv, '')
    .normalize('NFC')
    .trim()
    .replaceAll(/\s+/g, ' ')
}

/**
 * Whether two typed names are one person's: blanks, signs, letter case, full width and characters that nobody sees make
 * no second person.
 */
export function isSamePerson(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(name: string): string {
  return name
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
