import { type Picture, readPicture } from '../../documents/pdf/picture.ts'
import { RefusalError } from '../outcome.ts'

/** Bytes of a logo at most. */
const logoMost = 200 * 1024
/** Dots of a side at most: more than a head of 60 mm shows in print. */
const sideMost = 3000

/**
 * Refuses with `LOGO_NOT_A_PICTURE` a logo that cannot be printed on every paper: it is read just as it is printed.
 * What is see-through is printed white.
 */
export function requirePicture(logo: string): void {
  const problem = problemOf(logo)
  if (problem === null) return
  throw new RefusalError(
    'LOGO_NOT_A_PICTURE',
    `所选的单位标志${problem}，没有保存；原来的文书版式保持不变。请换一张200KB以内的PNG或JPEG图片。`,
  )
}

function problemOf(logo: string): string | null {
  const bytes = Buffer.byteLength(logo.slice(logo.indexOf(',') + 1), 'base64')
  if (bytes > logoMost) return `有${Math.ceil(bytes / 1024)}KB，超过${logoMost / 1024}KB`
  const picture = read(logo)
  if (picture === null) return '不是完整的PNG或JPEG图片，或者是印刷四色的JPEG，不能印在归档文书上'
  const { width, height } = picture
  return width > sideMost || height > sideMost
    ? `为${width}×${height}点，超过${sideMost}×${sideMost}点`
    : null
}

function read(logo: string): Picture | null {
  try {
    return readPicture(logo)
  } catch {
    return null
  }
}
