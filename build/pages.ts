import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PageName } from './pages.vite.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, 'build/out/pages')
const names = ['console', 'stage'] as const satisfies readonly PageName[]

/** Where the built windows stand, a folder each. */
export const pagesFolder = output

/** Digest of everything that a page may be made of. */
function inputsDigest(): string {
  const files = ['renderer', 'shared', 'build/resources/fonts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const single = ['build/pages.ts', 'build/pages.vite.ts', 'package-lock.json'].map((name) =>
    join(root, name),
  )
  const hash = createHash('sha256')
  for (const file of [...files, ...single].sort()) {
    const content = readFileSync(file)
    hash.update(`${file.slice(root.length)}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** Builds the windows. A page that is being read is replaced only when the new one is whole. */
export async function buildPages(): Promise<string> {
  const digest = inputsDigest()
  const { bundlePage } = await import('./pages.vite.ts')
  mkdirSync(output, { recursive: true })
  for (const name of names) {
    const fresh = join(output, `.${name}.${process.pid}`)
    await bundlePage(root, name, fresh)
    const old = join(output, `.${name}.old.${process.pid}`)
    if (existsSync(join(output, name))) renameSync(join(output, name), old)
    renameSync(fresh, join(output, name))
    rmSync(old, { recursive: true, force: true })
  }
  writeFileSync(join(output, 'inputs'), digest)
  return output
}

/** Builds the windows unless they are there and nothing that they depend on has changed. */
export async function freshPages(): Promise<string> {
  const stamp = join(output, 'inputs')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsDigest()) return output
  return buildPages()
}

if (import.meta.main) await freshPages()
