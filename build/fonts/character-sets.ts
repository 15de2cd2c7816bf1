/** Which characters the shipped fonts keep, as code points. Ranges are Unicode blocks; fonts lack parts of them. */

function* range(first: number, last: number): Generator<number> {
  for (let point = first; point <= last; point++) yield point
}

/** Latin, Greek, Cyrillic, numbers, arrows, shapes, CJK and full-width punctuation, compatibility units. */
export function* punctuation(): Generator<number> {
  yield* range(0x0020, 0x007e)
  yield* range(0x00a0, 0x017f)
  yield* range(0x01cd, 0x01dc) // letters of pinyin
  yield* range(0x0391, 0x03c9)
  yield* range(0x0400, 0x045f)
  yield* range(0x2010, 0x2044)
  yield* range(0x2070, 0x209f)
  yield* range(0x20ac, 0x20ac)
  yield* range(0x2100, 0x218f)
  yield* range(0x2190, 0x22ff)
  yield* range(0x2460, 0x24ff)
  yield* range(0x2500, 0x26ff)
  yield* range(0x2e80, 0x2fdf) // radicals
  yield* range(0x2ff0, 0x312f)
  yield* range(0x31a0, 0x33ff)
  yield* range(0xfe10, 0xfe6f)
  yield* range(0xff00, 0xffef)
}

/** URO and Extension A, the compatibility ideographs: level 1 and 2 of GB 18030-2022. */
export function* unifiedIdeographs(): Generator<number> {
  yield* range(0x3400, 0x4dbf)
  yield* range(0x4e00, 0x9fff)
  yield* range(0xf900, 0xfaff)
}

/** Extensions B to F and the compatibility supplement: level 3, and beyond. */
export function* hanExtensions(): Generator<number> {
  yield* range(0x20000, 0x2fa1f)
}

/** The 6,763 characters of GB 2312-80: what titles and labels are made of. */
export function* commonCharacters(): Generator<number> {
  const gbk = new TextDecoder('gbk')
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const point = gbk.decode(new Uint8Array([lead, trail])).codePointAt(0)
      if (point !== undefined && point >= 0x3400 && point < 0xe000) yield point
    }
  }
}
