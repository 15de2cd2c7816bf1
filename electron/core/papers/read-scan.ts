import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { maximumUpload } from '../../../shared/api/upload-contract.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'

/** A scan, photograph or recording, as its content says what it is. */
export interface Scan {
  readonly data: Uint8Array
  readonly type: string
  readonly extension: string
  /** one for a picture; of a PDF it is not counted, and a recording has none */
  readonly pages: number | null
  /** what the file was called, without its ending and without what a file name cannot hold */
  readonly stem: string
}

/** What a file is to be. */
export type Media = 'scan' | 'photograph' | 'recording'

/** A way that a file can begin: digits of its first bytes, `.` for any. */
interface Kind {
  readonly beginning: RegExp
  readonly type: string
  readonly extension: string
  readonly pages: number | null
}

// PDF 7.5.2, JFIF and Exif, PNG 5.2.
const pdf = { beginning: /^255044462d/, type: 'application/pdf', extension: '.pdf', pages: null }
const jpeg = { beginning: /^ffd8ff/, type: 'image/jpeg', extension: '.jpg', pages: 1 }
const png = { beginning: /^89504e470d0a1a0a/, type: 'image/png', extension: '.png', pages: 1 }
// ISO 14496-12 4.3, ID3v2 3.1 and the frame of MPEG-1 or -2 layer III, RIFF with WAVE.
const mp4 = { beginning: /^.{8}66747970/, type: 'video/mp4', extension: '.mp4', pages: null }
const mp3 = { beginning: /^(?:494433|ff[ef][23ab])/, type: 'audio/mpeg', extension: '.mp3', pages: null }
const wav = { beginning: /^52494646.{8}57415645/, type: 'audio/wav', extension: '.wav', pages: null }

const media: Readonly<
  Record<
    Media,
    {
      readonly kinds: readonly Kind[]
      readonly mebibytes: number
      readonly smaller: string
      readonly other: string
    }
  >
> = {
  // A page of 600 dpi in colour stays far below.
  scan: {
    kinds: [pdf, jpeg, png],
    mebibytes: 50,
    smaller: '请降低扫描分辨率后重新选择。',
    other: '不是PDF、JPEG或PNG文件，没有归档。已保存的数据保持原样。请将纸质文件扫描或拍照后重新选择。',
  },
  photograph: {
    kinds: [jpeg, png],
    mebibytes: 50,
    smaller: '请缩小照片后重新选择。',
    other: '不是JPEG或PNG照片，没有归档。已保存的数据保持原样。请另存为JPEG后重新选择。',
  },
  recording: {
    kinds: [mp4, mp3, wav],
    mebibytes: maximumUpload / 1024 / 1024,
    smaller: '请分段后重新选择。',
    other: '不是MP4、MP3或WAV文件，没有归档。已保存的数据保持原样。请转换格式后重新选择。',
  },
}

/** Characters of the stem at most: with number and ending the name stays below what file systems take. */
const stemMost = 40

/** First bytes that tell what a file is. */
const looked = 16

/** Reads an upload. Refuses with `UPLOAD_UNKNOWN` or `FILE_NOT_A_SCAN`; the upload stays. */
export function readScan(context: CoreContext, upload: string, as: Media = 'scan'): Scan {
  const { name, path: file } = context.uploads.take(upload)
  const { kinds, mebibytes, smaller, other } = media[as]
  // Looked at before it is read: it may be as large as an upload can be.
  if (statSync(file).size > mebibytes * 1024 * 1024)
    throw new RefusalError(
      'FILE_NOT_A_SCAN',
      `“${name}”超过${mebibytes}MB，没有归档。已保存的数据保持原样。${smaller}`,
    )
  const data = readFileSync(file)
  const beginning = data.toString('hex', 0, looked)
  const kind = kinds.find((one) => one.beginning.test(beginning))
  if (kind === undefined) throw new RefusalError('FILE_NOT_A_SCAN', `“${name}”${other}`)
  return { data, type: kind.type, extension: kind.extension, pages: kind.pages, stem: stemOf(name) }
}

function stemOf(name: string): string {
  const { name: stem } = path.win32.parse(name)
  const plain = stem
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"/\\|?*]/gu, ' ')
    .trim()
  return (
    [...plain]
      .slice(0, stemMost)
      .join('')
      .replace(/[. ]+$/, '') || '材料'
  )
}
