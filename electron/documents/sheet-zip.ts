import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { damaged, type SheetLimits, SheetRefusal, tooLarge } from './sheet-refusal.ts'

/*
 * The parts of a workbook, by the zip's central directory (APPNOTE 6.3). The directory is read first, so what
 * the parts claim to unpack to is known before anything is unpacked; while unpacking, the claim is held against
 * what comes, and the checksum against the whole. Parts are read in the order we need, without temporary files.
 */

/** One part of the zip. Sizes in bytes. */
export interface ZipPart {
  readonly path: string
  readonly method: number
  readonly packedSize: number
  readonly size: number
  readonly crc: number
  readonly offset: number
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const wide = 0xffffffff

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return bytesRead === length ? buffer : buffer.subarray(0, bytesRead)
}

async function findEnd(file: FileHandle, fileSize: number): Promise<Buffer> {
  // The end record is 22 bytes and a comment of up to 65,535.
  const length = Math.min(fileSize, 22 + 65_535)
  const tail = await readAt(file, fileSize - length, length)
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endSignature) return tail.subarray(at)
  }
  throw damaged('缺少压缩包的结尾，可能没有下载或复制完整')
}

/** Sizes and offset of a part beyond 4 GiB are in an extra field, in the order of those that overflow. */
function wideValues(extra: Buffer): (value: number) => number {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  let next = at + 4
  return (value) => {
    if (value !== wide) return value
    if (next + 8 > extra.length) throw damaged('压缩包目录不完整')
    const result = Number(extra.readBigUInt64LE(next))
    next += 8
    return result
  }
}

/**
 * The parts of a zip, checked against `limits`.
 *
 * @throws SheetRefusal FILE_DAMAGED, FILE_IS_ENCRYPTED or FILE_TOO_LARGE
 */
export async function readZipParts(
  file: FileHandle,
  fileSize: number,
  limits: SheetLimits,
): Promise<ReadonlyMap<string, ZipPart>> {
  const end = await findEnd(file, fileSize)
  const count = end.readUInt16LE(10)
  const directorySize = end.readUInt32LE(12)
  const directoryOffset = end.readUInt32LE(16)
  if (directoryOffset + directorySize > fileSize) throw damaged('压缩包目录不完整')
  if (directorySize > 16 * 1024 * 1024) throw tooLarge('压缩包内的文件太多')
  const directory = await readAt(file, directoryOffset, directorySize)
  const parts = new Map<string, ZipPart>()
  let total = 0
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== centralSignature) {
      throw damaged('压缩包目录不完整')
    }
    const flags = directory.readUInt16LE(at + 8)
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
    if (next > directory.length) throw damaged('压缩包目录不完整')
    const path = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const widen = wideValues(directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength))
    const size = widen(directory.readUInt32LE(at + 24))
    const packedSize = widen(directory.readUInt32LE(at + 20))
    const offset = widen(directory.readUInt32LE(at + 42))
    if ((flags & 1) !== 0) throw encrypted()
    total += size
    if (size > limits.ratioFrom && size > packedSize * limits.ratio) {
      throw tooLarge(`${path}压缩比超过${limits.ratio}倍，疑似压缩炸弹`)
    }
    if (total > limits.unpackedBytes)
      throw tooLarge(`解压后超过${Math.round(limits.unpackedBytes / 1048576)} MB`)
    const method = directory.readUInt16LE(at + 10)
    const crc = directory.readUInt32LE(at + 16)
    parts.set(path, { path, method, packedSize, size, crc, offset })
    at = next
  }
  return parts
}

/** The refusal of a workbook behind a password. */
export function encrypted(): SheetRefusal {
  return new SheetRefusal(
    'FILE_IS_ENCRYPTED',
    '文件设有打开密码，无法读取',
    '请在WPS表格或Excel中取消密码，另存后重新导入',
  )
}

async function* packedChunks(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  const chunk = 64 * 1024
  for (let done = 0; done < length; ) {
    const buffer = await readAt(file, start + done, Math.min(chunk, length - done))
    if (buffer.length === 0) throw damaged('内容不完整')
    done += buffer.length
    yield buffer
  }
}

async function* inflate(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unzip = createInflateRaw({ chunkSize: 64 * 1024 })
  let failure: unknown = null
  const feeding = pipeline(packed, unzip).catch((error: unknown) => {
    failure = error
  })
  try {
    for await (const chunk of unzip) yield chunk
  } catch (error) {
    await feeding
    if (failure instanceof SheetRefusal) throw failure
    throw damaged(error instanceof Error ? error.message : '解压失败')
  } finally {
    // Ends the feeding too when whoever reads has stopped early.
    unzip.destroy()
    await feeding
  }
}

/**
 * The bytes of a part, unpacked.
 *
 * @throws SheetRefusal FILE_DAMAGED when they are not those the directory promises; FILE_TOO_LARGE as soon as
 *   more comes than it promises
 */
export async function* partBytes(file: FileHandle, part: ZipPart): AsyncGenerator<Buffer> {
  const local = await readAt(file, part.offset, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== localSignature) throw damaged(`${part.path}不完整`)
  const start = part.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = packedChunks(file, start, part.packedSize)
  if (part.method !== 0 && part.method !== 8) throw damaged(`${part.path}的压缩方式不受支持`)
  let size = 0
  let crc = 0
  for await (const chunk of part.method === 0 ? packed : inflate(packed)) {
    size += chunk.length
    if (size > part.size) throw tooLarge(`${part.path}解压后比文件所称的大，疑似压缩炸弹`)
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (size !== part.size || crc !== part.crc) throw damaged(`${part.path}校验不符`)
}

/** The text of a part, UTF-8 (or UTF-16 where it says so), decoded across the borders of chunks. */
export async function* partText(file: FileHandle, part: ZipPart): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  try {
    for await (const chunk of partBytes(file, part)) {
      decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8', {
        fatal: true,
      })
      const text = decoder.decode(chunk, { stream: true })
      if (text !== '') yield text
    }
    const rest = decoder?.decode() ?? ''
    if (rest !== '') yield rest
  } catch (error) {
    if (error instanceof TypeError) throw damaged(`${part.path}不是有效的文本`)
    throw error
  }
}
