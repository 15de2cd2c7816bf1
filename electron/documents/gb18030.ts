/**
 * GB18030 out of the very table by which our own import reads it: `TextDecoder` decodes it, no part of Node encodes
 * it. So every character is read again as it was written (GBK has not 𬭎), but for a few of private use that the
 * table does not have.
 */

/** Code units with two bytes, as `high << 8 | low`; filled when it is first needed. */
let twoBytes: Uint16Array | null = null
/** Of the rest of the plane the four bytes as their linear number plus 1. */
let fourBytes: Uint16Array | null = null

/** How many four-byte codes there are before the first of the supplementary planes that belong to the BMP. */
const linearOfBmp = 39_420
/** Linear number of the four-byte code of U+10000: 90 30 81 30. */
const linearOfSupplement = 189_000

function fill(): { readonly two: Uint16Array; readonly four: Uint16Array } {
  if (twoBytes !== null && fourBytes !== null) return { two: twoBytes, four: fourBytes }
  const decoder = new TextDecoder('gb18030')
  const two = new Uint16Array(0x10000)
  const four = new Uint16Array(0x10000)
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue
      const text = decoder.decode(Uint8Array.of(high, low))
      const code = text.charCodeAt(0)
      if (text.length === 1 && code > 0x7f && code !== 0xfffd && two[code] === 0)
        two[code] = (high << 8) | low
    }
  for (let linear = 0; linear < linearOfBmp; linear++) {
    const text = decoder.decode(Uint8Array.from(fourOf(linear)))
    const code = text.charCodeAt(0)
    if (text.length === 1 && two[code] === 0) four[code] = linear + 1
  }
  twoBytes = two
  fourBytes = four
  return { two, four }
}

function fourOf(linear: number): readonly [number, number, number, number] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1_260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]
}

/** What is no character of GB18030 is written as U+FFFD, which every reader shows and our import refuses. */
const noCharacter = 0xfffd

/** Text as GB18030. */
export function encodeGb18030(text: string): Uint8Array {
  const { two, four } = fill()
  const bytes = new Uint8Array(text.length * 4)
  let at = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) ?? 0
    if (code < 0x80) {
      bytes[at++] = code
      continue
    }
    if (code > 0xffff) index++
    const pair = code > 0xffff ? 0 : (two[code] ?? 0)
    if (pair !== 0) {
      bytes[at++] = pair >> 8
      bytes[at++] = pair & 0xff
      continue
    }
    const linear =
      code > 0xffff ? linearOfSupplement + code - 0x10000 : (four[code] || (four[noCharacter] ?? 0)) - 1
    bytes.set(fourOf(linear), at)
    at += 4
  }
  return bytes.subarray(0, at)
}
