import { inflateSync } from 'node:zlib'
import { RefusalError } from '../outcome.ts'

/** Bytes of a logo at most. */
const logoMost = 200 * 1024
/** Dots of a side at most: more than a head of 60 mm shows in print. */
const sideMost = 3000
const pngBeginning = Buffer.from('89504e470d0a1a0a', 'hex')
/** Samples of a dot by PNG's colour type; 4 and 6 are see-through and not here. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 }

/**
 * Refuses with `LOGO_NOT_A_PICTURE` a logo that cannot be printed on every paper: what is no whole PNG or JPEG, is
 * too large, or is see-through, which an archive copy may not be (PDF/A-1b, ISO 19005-1 6.4).
 */
export function requirePicture(logo: string): void {
  const bytes = Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64')
  const problem =
    bytes.length > logoMost
      ? `有${Math.ceil(bytes.length / 1024)}KB，超过${logoMost / 1024}KB`
      : bytes.subarray(0, pngBeginning.length).equals(pngBeginning)
        ? problemOfPng(bytes)
        : problemOfJpeg(bytes)
  if (problem === null) return
  throw new RefusalError(
    'LOGO_NOT_A_PICTURE',
    `所选的单位标志${problem}，没有保存；原来的文书版式保持不变。请换一张200KB以内、不透明的PNG或JPEG图片。`,
  )
}

function sideProblem(width: number, height: number): string | null {
  if (width < 1 || height < 1) return '没有内容'
  return width > sideMost || height > sideMost
    ? `为${width}×${height}点，超过${sideMost}×${sideMost}点`
    : null
}

const broken = '不是完整的PNG或JPEG图片'

/** Every chunk is there, and the picture's data unpack to as many bytes as its head says (PNG 5, 10). */
function problemOfPng(bytes: Buffer): string | null {
  const parts: Buffer[] = []
  let head: Buffer | null = null
  for (let at = pngBeginning.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (data.length < length) return broken
    if (type === 'IHDR') head = data
    if (type === 'tRNS') return '含有透明部分'
    if (type === 'IDAT') parts.push(data)
    if (type === 'IEND') return head === null ? broken : problemOfDots(head, parts)
    at += length + 12
  }
  return broken
}

function problemOfDots(head: Buffer, parts: readonly Buffer[]): string | null {
  if (head.length !== 13) return broken
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const [depth = 0, colour = -1, , , interlaced = 1] = head.subarray(8)
  if (colour === 4 || colour === 6) return '含有透明部分'
  const dot = samples[colour]
  if (dot === undefined) return broken
  if (interlaced !== 0) return '是隔行扫描的PNG，不能印在文书上'
  const side = sideProblem(width, height)
  if (side !== null) return side
  const wanted = height * (1 + Math.ceil((width * dot * depth) / 8))
  try {
    const dots = inflateSync(Buffer.concat(parts), { maxOutputLength: wanted + 1 })
    return dots.length === wanted ? null : broken
  } catch {
    return broken
  }
}

/** Beginning, frame and end are there, in grey or three colours (JFIF; ISO 10918-1 B.1). */
function problemOfJpeg(bytes: Buffer): string | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xff_d8) return broken
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < bytes.length - 64) return broken
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return broken
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      if (bytes[at + 9] !== 1 && bytes[at + 9] !== 3) return '是印刷四色的JPEG，不能印在归档文书上'
      return sideProblem(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return broken
}
