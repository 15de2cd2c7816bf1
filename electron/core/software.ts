import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = ['db', 'electron', 'shared']

/**
 * Version and build digest as every manifest names them: `双随机抽查 0.1.0 (0123456789abcdef)`. The digest is over
 * paths and contents of the program's own sources and its lockfile, so that two copies can be compared.
 */
export function softwareName(): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const hash = createHash('sha256')
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  )
  for (const file of [...files, 'package-lock.json'].sort()) {
    hash.update(`${file}\0`)
    hash.update(readFileSync(path.join(root, file)))
  }
  return `双随机抽查 ${version} (${hash.digest('hex').slice(0, 16)})`
}
