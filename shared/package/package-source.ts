import { SpecError } from '../draw/notation.ts'
import { decodeUtf8, sha256BytesHex } from './bytes.ts'
import type { PackageFiles } from './package-files.ts'

/** The files of a package with their digests and texts, each worked out once. */
export class PackageSource {
  readonly files: PackageFiles
  readonly #digests = new Map<string, string>()

  constructor(files: PackageFiles) {
    this.files = files
  }

  has(path: string): boolean {
    return this.files.has(path)
  }

  /** `H` of the file. Throws {@link SpecError} where there is none. */
  digest(path: string): string {
    const known = this.#digests.get(path)
    if (known !== undefined) return known
    const digest = sha256BytesHex(this.#bytes(path))
    this.#digests.set(path, digest)
    return digest
  }

  /** The text of the file. Throws {@link SpecError} where there is none or it is not UTF-8. */
  text(path: string): string {
    const text = decodeUtf8(this.#bytes(path))
    if (text === null) throw new SpecError('不是UTF-8文本')
    return text
  }

  /** Number and value of the first line `name=…`, read without judging the rest of the file; `null`: no such line. */
  named(path: string, name: string): { readonly line: number; readonly value: string } | null {
    const bytes = this.files.get(path)
    const lines = bytes === undefined ? [] : (decodeUtf8(bytes) ?? '').split('\n')
    const index = lines.findIndex((line) => line.startsWith(`${name}=`))
    const line = lines[index]
    return line === undefined ? null : { line: index + 1, value: line.slice(name.length + 1) }
  }

  #bytes(path: string): Uint8Array {
    const bytes = this.files.get(path)
    if (bytes === undefined) throw new SpecError('包内缺少这个文件')
    return bytes
  }
}
