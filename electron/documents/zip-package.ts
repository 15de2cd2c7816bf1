import { ZipFile } from 'yazl'

/**
 * A zip of `files` with no directory entries and every name marked as UTF-8 (draw-spec section 7). `at` is the
 * time that every entry carries. The zip has no digest of its own: SHA256SUMS in it covers what matters.
 */
export async function zipPackage(files: ReadonlyMap<string, Uint8Array>, at: Date): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, bytes] of files) zip.addBuffer(Buffer.from(bytes), name, { mtime: at, mode: 0o100644 })
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
