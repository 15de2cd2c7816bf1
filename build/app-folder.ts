import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { external } from './shell.vite.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A platform that is packed. */
export interface Target {
  readonly platform: 'linux' | 'win32'
  readonly arch: 'x64' | 'arm64'
}

interface Manifest {
  readonly version: string
  readonly description: string
  readonly author: string
  readonly license: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** What was built and what it reads, at the places that the program knows them by. */
const parts = [
  'build/out/electron',
  'build/out/pages',
  'build/out/verify.html',
  'build/resources',
  'build/icons/256x256.png',
]

/** Of a library only what runs: no source, no types, no maps, no tests, no tools, no pages about it. Licences stay. */
const left = [
  /\.(map|md|markdown|d\.[cm]?ts|ts|gyp|gypi|flow|h|c|cc|cpp|machine)$/i,
  /(^|\/)(test|tests|docs?|tools|examples?|demos?|benchmarks?)\//i,
  /(^|\/)(jsconfig\.json|[^/]*\.config\.[cm]?js)$/i,
  /(^|\/)\./,
]

/** Whether a file of a library is of use at run time on this platform. */
export function isRuntimeFile(file: string, { platform, arch }: Target): boolean {
  if (left.some((pattern) => pattern.test(file))) return false
  if (/^(src|deps)\/.*\.(cpp|hpp|lzz|sh|tar\.gz|c|h)$|^deps\//.test(file)) return false
  if (file.startsWith('prebuilds/')) return file === `prebuilds/${platform}-${arch}.node`
  return /\.[A-Za-z0-9]+$|(^|\/)licen[sc]e/i.test(file)
}

/**
 * Lays out the program of one platform in a folder of its own, as electron-builder packs it: the built files, the
 * resources, and the three libraries that are not bundled with what they need. Returns the folder.
 */
export function layOutApp(target: Target): string {
  const name = `${target.platform}-${target.arch}`
  const folder = join(root, 'build/out/app', name)
  rmSync(folder, { recursive: true, force: true })
  for (const part of parts) {
    if (!existsSync(join(root, part))) throw new Error(`${part} was not built: run npm run build first`)
    const isWanted = (source: string) => !/^inputs$|^\.|\.map$/.test(basename(source))
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: isWanted })
  }
  const libraries = closure(external)
  for (const library of libraries) copyLibrary(library, folder, target)
  const { version, description, author, license, dependencies = {} } = manifestOf(root)
  const kept = Object.fromEntries(external.map((library) => [library, dependencies[library] ?? '']))
  const manifest = {
    name: 'shuangsuiji',
    productName: '双随机',
    version,
    description,
    author: { name: author, email: 'shuangsuiji@localhost' },
    homepage: 'http://localhost/',
    license,
    type: 'module',
    main: 'build/out/electron/main.js',
    dependencies: kept,
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  return folder
}

/** These libraries and whatever they need, by the folders that hold them, below the root. */
function closure(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (name: string, from: string): void => {
    const place = find(name, from)
    if (found.has(place)) return
    found.add(place)
    for (const needed of Object.keys(manifestOf(join(root, place)).dependencies ?? {})) add(needed, place)
  }
  for (const name of names) add(name, '.')
  return found
}

/** Where Node would find a library that is asked for in this place. */
function find(name: string, from: string): string {
  for (let place = from; ; place = dirname(place)) {
    const candidate = join(place, 'node_modules', name)
    if (existsSync(join(root, candidate, 'package.json'))) return candidate
    if (place === '.') throw new Error(`${name} is not installed`)
  }
}

function copyLibrary(place: string, folder: string, target: Target): void {
  for (const found of globSync('**/*', {
    cwd: join(root, place),
    exclude: (name) => name === 'node_modules',
  })) {
    const file = found.split(sep).join('/')
    const source = join(root, place, file)
    if (!isRuntimeFile(file, target) || !statSync(source).isFile()) continue
    const copy = join(folder, place, file)
    mkdirSync(dirname(copy), { recursive: true })
    cpSync(source, copy)
  }
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
