import { fileLines, SpecError } from '../draw/notation.ts'
import { byUtf8Bytes, encodeUtf8, sha256BytesHex } from './bytes.ts'

/** The files of a package (draw-spec section 7) by path: `manifest.txt`, `earlier/1/result.txt`, …. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

export const SUMS = 'SHA256SUMS'
export const MANIFEST = 'manifest.txt'
export const RESULT = 'result.txt'
export const LEDGER = 'ledger.jsonl'
export const ABORTED = 'aborted.txt'
export const VOID = 'void.txt'
export const VERIFY_PAGE = 'verify.html'
export const FORMS = 'forms/'
export const EARLIER = 'earlier/'

/** The list files, in the order in which a manifest names them. */
export const listFiles = {
  objects: 'objects.txt',
  inspectors: 'inspectors.txt',
  recusals: 'recusals.txt',
  excluded: 'excluded.txt',
} as const
export const listNames: readonly string[] = Object.values(listFiles)

/** What every package has; `forms/`, `verify.html` and `earlier/` may be absent. */
export const requiredFiles: readonly string[] = [MANIFEST, RESULT, ...listNames, LEDGER, SUMS]

/** The folder of the `n`-th earlier record, oldest first, from 1. */
export function earlierFolder(n: number): string {
  return `${EARLIER}${n}/`
}

/** Whether `path` may be the path of a file: relative, with `/`, no empty, `.` or `..` part, no control character. */
export function isSafePath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to be found.
  if (!path.isWellFormed() || /[\u0000-\u001f\u007f-\u009f\\:]/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** The text of SHA256SUMS over all of `files` but SHA256SUMS itself: hash, two spaces, path, by the bytes of the path. */
export function renderSums(files: PackageFiles): string {
  return [...files]
    .filter(([path]) => path !== SUMS)
    .sort(([a], [b]) => byUtf8Bytes(a, b))
    .map(([path, bytes]) => `${sha256BytesHex(bytes)}  ${path}\n`)
    .join('')
}

/** `files` with their SHA256SUMS. */
export function withSums(files: PackageFiles): Map<string, Uint8Array> {
  return new Map(files).set(SUMS, encodeUtf8(renderSums(files)))
}

/** One line of SHA256SUMS. */
export interface SumLine {
  readonly digest: string
  readonly path: string
  /** from 1 */
  readonly line: number
}

/** Reads SHA256SUMS. Throws {@link SpecError} with the line that is not canonical: form, order, a path twice. */
export function parseSums(text: string): SumLine[] {
  let before: string | null = null
  return fileLines(text).map((content, index) => {
    const line = index + 1
    const found = /^([0-9a-f]{64}) {2}(.+)$/u.exec(content)
    const [, digest = '', path = ''] = found ?? []
    if (found === null) throw new SpecError('应为“64位校验码、两个空格、路径”', line)
    if (!isSafePath(path)) throw new SpecError('路径写法有误', line)
    if (path === SUMS) throw new SpecError('校验清单不列它自己', line)
    if (before !== null && byUtf8Bytes(before, path) >= 0)
      throw new SpecError('路径重复，或没有按字节次序排列', line)
    before = path
    return { digest, path, line }
  })
}

/** What stands in the folders of a package, and what should not be there or is missing, in words. */
export interface Inventory {
  /** how many folders there are under `earlier/` */
  readonly earlier: number
  readonly forms: readonly string[]
  readonly problems: readonly { readonly path: string; readonly meaning: string }[]
}

const recordFiles = new Set([MANIFEST, RESULT, ABORTED, VOID, ...listNames])

/** Sorts the files of a package by what they are. */
export function takeInventory(files: PackageFiles): Inventory {
  const paths = [...files.keys()].sort(byUtf8Bytes)
  const problems: { path: string; meaning: string }[] = []
  const folders = new Map<string, Set<string>>()
  const forms: string[] = []
  for (const path of paths) {
    const [, folder, name] = /^earlier\/([1-9][0-9]{0,5})\/([^/]+)$/.exec(path) ?? []
    if (folder !== undefined && name !== undefined && recordFiles.has(name))
      folders.set(folder, (folders.get(folder) ?? new Set()).add(name))
    else if (/^forms\/[^/]+\.pdf$/.test(path)) forms.push(path)
    else if (!requiredFiles.includes(path) && path !== VERIFY_PAGE)
      problems.push({ path, meaning: '包内不应有这个文件' })
  }
  for (const path of requiredFiles) if (!files.has(path)) problems.push({ path, meaning: '包内缺少这个文件' })
  for (let n = 1; n <= folders.size; n++) {
    const names = folders.get(String(n))
    if (names === undefined) {
      problems.push({ path: earlierFolder(n), meaning: '较早记录的文件夹编号不连续，缺这一个' })
      break
    }
    problems.push(...folderProblems(earlierFolder(n), names))
  }
  return { earlier: folders.size, forms, problems }
}

/** An earlier record: lists and manifest with a result, an ending or (void) both; before the freeze `aborted.txt` alone. */
function folderProblems(folder: string, names: ReadonlySet<string>): { path: string; meaning: string }[] {
  if (names.size === 1 && names.has(ABORTED)) return []
  const missing = [MANIFEST, ...listNames].filter((name) => !names.has(name))
  const problems = missing.map((name) => ({ path: `${folder}${name}`, meaning: '包内缺少这个文件' }))
  if (names.has(ABORTED) === names.has(RESULT))
    problems.push({
      path: folder,
      meaning: names.has(ABORTED) ? '既有结果又有中止记录，两者只能有其一' : '既没有结果，也没有中止记录',
    })
  else if (names.has(VOID) && names.has(ABORTED))
    problems.push({ path: `${folder}${VOID}`, meaning: '中止的场次不会再作废' })
  return problems
}
