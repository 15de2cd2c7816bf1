import type { Column } from './column.ts'

/** A phone number with its middle covered: `138****1234`. */
export function coveredPhone(number: string): string {
  return number.length < 8 ? covered(number, 0, 2) : covered(number, 3, 4)
}

/** An identity number of which only the first and the last sign are seen. */
export function coveredIdentity(number: string): string {
  return covered(number, 1, 1)
}

/**
 * Whether a column holds personal numbers. Told by what the column means, never by what the digits look like: a
 * 执法证号 of eleven digits is no phone number.
 */
export function isPersonal(column: Pick<Column, 'type'>): boolean {
  return column.type === 'phone' || column.type === 'identity'
}

function covered(words: string, head: number, tail: number): string {
  const letters = [...words]
  if (letters.length <= head + tail) return '*'.repeat(letters.length)
  const middle = letters.length - head - tail
  return [...letters.slice(0, head), '*'.repeat(middle), ...letters.slice(-tail)].join('')
}
