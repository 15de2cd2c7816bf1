/** A name as it is kept: normalised, without blanks at its ends, one blank for many. */
export function nameAsTyped(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
}

/** Whether two typed names are one person's: blanks, letter case and full width make no second person. */
export function isSamePerson(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}
