import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, 'build/out/verify.html')
const stamp = `${output}.inputs`

/** Folders whose files the page is made of, besides the libraries that package-lock.json names. */
const sources = ['renderer/verify', 'shared/package', 'shared/draw', 'shared/ledger', 'shared/hash']
const single = ['build/verify-page.ts', 'build/verify-page.vite.ts', 'package-lock.json']

/** Where the page is written. */
export const verifyPagePath = output

/** Digest of everything that the page depends on. */
function inputsDigest(): string {
  const files = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const hash = createHash('sha256')
  for (const file of [...files, ...single.map((name) => join(root, name))].sort()) {
    const content = readFileSync(file)
    hash.update(`${file.slice(root.length)}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** The page is named complete only when it is: other processes may be reading it. */
function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${randomUUID()}`
  writeFileSync(temporary, text)
  renameSync(temporary, file)
}

const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Builds verify.html: one file, no request to anywhere, its one script and one style named by their hashes in its
 * own policy. The same inputs give the same bytes. Returns the path.
 */
export async function buildVerifyPage(): Promise<string> {
  const digest = inputsDigest()
  const { bundleVerifyScript } = await import('./verify-page.vite.ts')
  const script = await bundleVerifyScript(root)
  const style = readFileSync(join(root, 'renderer/verify/verify.css'), 'utf8')
  if (/<\/(script|style)/i.test(script + style)) throw new Error('the page would end inside its own script')
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const page = readFileSync(join(root, 'renderer/verify/index.html'), 'utf8')
    // By functions: a replacement text would have its dollar signs read as patterns.
    .replace('POLICY', () => policy)
    .replace('/*STYLE*/', () => style)
    .replace('/*SCRIPT*/', () => script)
  mkdirSync(join(root, 'build/out'), { recursive: true })
  writeWhole(output, page)
  writeWhole(stamp, digest)
  return output
}

/** Builds verify.html unless it is there and nothing it depends on has changed. Returns the path. */
export async function freshVerifyPage(): Promise<string> {
  if (readOrNull(stamp) === inputsDigest() && readOrNull(output) !== null) return output
  return buildVerifyPage()
}

if (import.meta.main) await freshVerifyPage()
