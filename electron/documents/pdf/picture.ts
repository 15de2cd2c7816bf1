import { readJpeg } from './read-jpeg.ts'
import { readPng } from './read-png.ts'
import { writePng } from './write-png.ts'

/** A picture as a paper draws it: without transparency, in grey or red, green and blue (PDF/A-1b allows no other). */
export interface Picture {
  /** pixels */
  readonly width: number
  readonly height: number
  /** a PNG of three colours, or the JPEG as it is */
  readonly data: Uint8Array
}

const known = new Map<string, Picture>()
/** So many pictures are kept read: an office has one logo. */
const kept = 4

/**
 * The picture of a data: URL. A PNG is read to its last pixel and laid on white, since what shows through is lost on
 * paper. Throws with the reason where it is no whole PNG or JPEG, or a JPEG of four inks.
 */
export function readPicture(url: string): Picture {
  const before = known.get(url)
  if (before !== undefined) return before
  const [, type, content = ''] = /^data:image\/(png|jpeg);base64,([0-9A-Za-z+/]+=*)$/.exec(url) ?? []
  if (type === undefined) throw new Error('no data: URL of a PNG or JPEG')
  const bytes = Buffer.from(content, 'base64')
  const picture = type === 'png' ? flatPng(bytes) : { ...readJpeg(bytes), data: bytes }
  if (known.size >= kept) known.clear()
  known.set(url, picture)
  return picture
}

function flatPng(bytes: Uint8Array): Picture {
  const { width, height, pixels } = readPng(bytes)
  return { width, height, data: writePng(width, height, pixels) }
}
