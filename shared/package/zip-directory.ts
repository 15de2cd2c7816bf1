import { decodeUtf8 } from './bytes.ts'

/** One file of a zip as its central directory describes it, checked against its local header. */
export interface ZipEntry {
  readonly name: string
  readonly method: 0 | 8
  readonly crc: number
  readonly size: number
  /** the stored, maybe deflated bytes */
  readonly data: Uint8Array
}

/** A zip that cannot be taken: why, in a sentence of Chinese without its full stop. */
export class ZipRefusal extends Error {}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DESCRIPTOR = 0x08074b50
const ENCRYPTED = 0x2041
const HAS_DESCRIPTOR = 0x0008
const IS_UTF8 = 0x0800

/**
 * Reads the directory of a zip in which every byte has its place: entries one after the other from the first byte,
 * then the central directory, then the end record, nothing before, between or behind. So no second program can
 * see other files in it than this one. Throws {@link ZipRefusal}.
 */
export function readZipDirectory(zip: Uint8Array): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - 22
  if (end < 0 || view.getUint32(end, true) !== END) throw notAZip(zip, view)
  const count = view.getUint16(end + 10, true)
  const directorySize = view.getUint32(end + 12, true)
  const directory = view.getUint32(end + 16, true)
  if (
    view.getUint32(end + 4, true) !== 0 ||
    view.getUint16(end + 8, true) !== count ||
    view.getUint16(end + 20, true) !== 0 ||
    count === 0xffff ||
    directory + directorySize !== end
  )
    throw new ZipRefusal('压缩包的目录不完整，或是分卷、超大格式的压缩包')
  const entries: ZipEntry[] = []
  let at = directory
  let data = 0
  for (let n = 0; n < count; n++) {
    const { entry, next, dataEnd } = readEntry(zip, view, at, end, data, directory)
    entries.push(entry)
    at = next
    data = dataEnd
  }
  if (at !== end || data !== directory) throw new ZipRefusal('压缩包中有不属于任何文件的内容')
  return entries
}

function notAZip(zip: Uint8Array, view: DataView): ZipRefusal {
  if (zip.length === 0) return new ZipRefusal('文件是空的')
  const looksLikeZip = zip.length >= 4 && view.getUint32(0, true) === LOCAL
  return new ZipRefusal(looksLikeZip ? '压缩包不完整，或末尾附有多余的内容' : '这不是zip压缩包')
}

function readEntry(
  zip: Uint8Array,
  view: DataView,
  at: number,
  end: number,
  expectedOffset: number,
  directory: number,
): { readonly entry: ZipEntry; readonly next: number; readonly dataEnd: number } {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new ZipRefusal('压缩包的目录损坏')
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const crc = view.getUint32(at + 16, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const local = view.getUint32(at + 42, true)
  if (next > end) throw new ZipRefusal('压缩包的目录损坏')
  const nameBytes = zip.subarray(at + 46, at + 46 + nameLength)
  const name = readName(nameBytes, (flags & IS_UTF8) !== 0)
  if ((flags & ENCRYPTED) !== 0) throw new ZipRefusal(`“${name}”是加密的，核对用的包不加密`)
  if (method !== 0 && method !== 8) throw new ZipRefusal(`“${name}”的压缩方式不认识`)
  if (local !== expectedOffset || local + 30 > directory || view.getUint32(local, true) !== LOCAL)
    throw new ZipRefusal(`“${name}”的位置与目录不符`)
  const localNameLength = view.getUint16(local + 26, true)
  const start = local + 30 + localNameLength + view.getUint16(local + 28, true)
  const localName = zip.subarray(local + 30, local + 30 + localNameLength)
  const isSame =
    view.getUint16(local + 6, true) === flags &&
    view.getUint16(local + 8, true) === method &&
    localName.length === nameBytes.length &&
    localName.every((byte, index) => byte === nameBytes[index])
  if (!isSame) throw new ZipRefusal(`“${name}”在目录中和在文件前写的不一样`)
  const dataEnd = start + packed
  const after =
    (flags & HAS_DESCRIPTOR) === 0 ? dataEnd : dataEnd + descriptorLength(view, dataEnd, directory)
  if (after > directory) throw new ZipRefusal(`“${name}”不完整`)
  return {
    entry: { name, method, crc, size, data: zip.subarray(start, dataEnd) },
    next,
    dataEnd: after,
  }
}

/** A data descriptor has 12 bytes, 16 with its optional signature. */
function descriptorLength(view: DataView, at: number, directory: number): number {
  return at + 16 <= directory && view.getUint32(at, true) === DESCRIPTOR ? 16 : 12
}

function readName(bytes: Uint8Array, isUtf8: boolean): string {
  const isAscii = bytes.every((byte) => byte < 0x80)
  if (!isAscii && !isUtf8) throw new ZipRefusal('有文件名既不是英文，也没有注明是UTF-8')
  const name = decodeUtf8(bytes)
  if (name === null) throw new ZipRefusal('有文件名不是UTF-8')
  return name
}
