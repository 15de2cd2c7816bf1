/** Markers that begin a frame: baseline and progressive, Huffman coding (ITU-T T.81, table B.1). */
const frames = new Set([0xc0, 0xc1, 0xc2])
const endMarker = Buffer.from([0xff, 0xd9])

/**
 * Size of a JPEG in pixels. Throws where it is none, is cut off, or has four inks, whose colours a paper cannot keep.
 */
export function readJpeg(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) throw new Error('no JPEG: it does not begin as one')
  // Cameras write more behind the end.
  if (!Buffer.from(bytes).includes(endMarker)) throw new Error('a JPEG that ends too early')
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) throw new Error('a JPEG whose parts do not follow one another')
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (frames.has(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      const colours = bytes[at + 9] ?? 0
      if (width === 0 || height === 0) throw new Error('a JPEG without pixels')
      if (bytes[at + 4] !== 8 || (colours !== 1 && colours !== 3))
        throw new Error('a JPEG that is neither grey nor of three colours')
      return { width, height }
    }
    at += 2 + view.getUint16(at + 2)
  }
  throw new Error('a JPEG without a frame')
}
