import { inflateSync } from 'fflate'
import { crc32 } from './bytes.ts'
import { isSafePath, type PackageFiles } from './package-files.ts'
import { readZipDirectory, type ZipEntry, ZipRefusal } from './zip-directory.ts'

/** Nothing larger is unpacked: a package of a million objects has about a quarter of it. */
export const MAX_UNPACKED_BYTES = 512 * 1024 * 1024

/** The files of a zip, or why it is not taken, in a sentence. */
export type ReadPackage =
  | { readonly ok: true; readonly files: PackageFiles }
  | { readonly ok: false; readonly sentence: string }

/**
 * Unpacks a package. Refused, each with its sentence: what is no zip or is cut short or has anything behind its end,
 * directories, duplicate names, names that are not ASCII or UTF-8 (and so marked) or lead outside, encryption, a
 * wrong CRC, and more than {@link MAX_UNPACKED_BYTES}. Never throws.
 */
export function readPackage(zip: Uint8Array): ReadPackage {
  try {
    return { ok: true, files: unpack(readZipDirectory(zip)) }
  } catch (error) {
    // Anything but a refusal is the unpacker giving up on bytes that are no deflate stream.
    const why = error instanceof ZipRefusal ? error.message : '压缩包损坏，无法解开'
    return { ok: false, sentence: `${why}。没有核对任何内容，请换用原始的包。` }
  }
}

function unpack(entries: readonly ZipEntry[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of entries) {
    if (entry.name.endsWith('/'))
      throw new ZipRefusal(`压缩包里有文件夹条目“${entry.name}”，原始的包没有；它可能被重新压缩过`)
    if (!isSafePath(entry.name)) throw new ZipRefusal(`文件名“${printable(entry.name)}”不允许`)
    if (files.has(entry.name)) throw new ZipRefusal(`压缩包里有两个“${entry.name}”`)
    total += entry.size
    if (total > MAX_UNPACKED_BYTES) throw new ZipRefusal('解开后超过512兆字节，不予解开')
    files.set(entry.name, unpackEntry(entry))
  }
  return files
}

function unpackEntry({ name, method, data, size, crc }: ZipEntry): Uint8Array {
  // One byte more than announced: a stream that goes on beyond shows itself, and memory stays bounded.
  const bytes = method === 0 ? data : inflateSync(data, { out: new Uint8Array(size + 1) })
  if (bytes.length !== size) throw new ZipRefusal(`“${name}”的长度与目录不符，压缩包损坏`)
  if (crc32(bytes) !== crc) throw new ZipRefusal(`“${name}”的CRC校验不符，压缩包损坏`)
  return bytes
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be shown.
const printable = (name: string): string => name.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?').slice(0, 100)
