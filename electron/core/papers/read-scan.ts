import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'

/** A scan or photograph, as its content says what it is. */
export interface Scan {
  readonly data: Uint8Array
  readonly type: string
  readonly extension: string
  /** one for a picture; of a PDF it is not counted */
  readonly pages: number | null
  /** what the file was called, without its ending and without what a file name cannot hold */
  readonly stem: string
}

/** Bytes of a scan at most: a page of 600 dpi in colour stays far below. */
const scanMost = 50 * 1024 * 1024
/** Characters of the stem at most: with number and ending the name stays below what file systems take. */
const stemMost = 40

/** How the files begin that are taken (PDF 7.5.2, JFIF and Exif, PNG 5.2). */
const kinds = [
  { beginning: '255044462d', type: 'application/pdf', extension: '.pdf', pages: null },
  { beginning: 'ffd8ff', type: 'image/jpeg', extension: '.jpg', pages: 1 },
  { beginning: '89504e470d0a1a0a', type: 'image/png', extension: '.png', pages: 1 },
] as const

/** Reads an upload as a scan. Refuses with `UPLOAD_UNKNOWN` or `FILE_NOT_A_SCAN`; the upload stays. */
export function readScan(context: CoreContext, upload: string): Scan {
  const { name, path: file } = context.uploads.take(upload)
  // Looked at before it is read: it may be as large as an upload can be.
  if (statSync(file).size > scanMost)
    throw new RefusalError(
      'FILE_NOT_A_SCAN',
      `“${name}”超过${scanMost / 1024 / 1024}MB，没有归档。已保存的数据保持原样。请降低扫描分辨率后重新选择。`,
    )
  const data = readFileSync(file)
  const kind = kinds.find(({ beginning }) => data.toString('hex', 0, beginning.length / 2) === beginning)
  if (kind === undefined)
    throw new RefusalError(
      'FILE_NOT_A_SCAN',
      `“${name}”不是PDF、JPEG或PNG文件，没有归档。已保存的数据保持原样。请将纸质文件扫描或拍照后重新选择。`,
    )
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
