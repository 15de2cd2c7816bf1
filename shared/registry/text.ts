import { z } from 'zod'

/**
 * Characters that never stand in a field of the draw's lists (draw-spec section 1): controls, line and
 * paragraph separators, byte-order mark, marks and overrides of direction, lone surrogates.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to be found.
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Whether `value` may stand in a field of a list as it is: not empty, not `-` (which means absent), NFC, none of the forbidden characters. */
export function isFieldText(value: string): boolean {
  return value !== '' && value !== '-' && value.normalize('NFC') === value && !forbidden.test(value)
}

/** Text that may stand in a field: not empty, NFC, no forbidden characters, no blank at either end. */
export const text = z
  .string()
  .max(500, '不超过500字')
  .refine(
    (value) => isFieldText(value) && value.trim() === value,
    '为空、只有“-”，或含有不可见字符、首尾空格',
  )

/** Text or nothing; an empty cell is `null`, never `''`. */
export const optionalText = text.nullable()

/** A calendar day, `2026-06-30`. */
export const isoDate = z.iso.date()
