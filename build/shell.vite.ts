import { globSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix, relative, sep } from 'node:path'
import { build, type Plugin } from 'vite'
import { softwareName } from '../electron/core/software.ts'

/** Not bundled: what is native, and what reads its own data files beside its code. */
export const external = ['better-sqlite3', 'pdfkit', 'fontkit'] as const

const outside = ['electron', ...external, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** Programs of their own: the shell, the core's process, and every worker. */
const programs = ['electron/main.ts', 'electron/host/core-process.ts', 'electron/cli.ts']

/** The preload script, which is built on its own. */
const preload = 'electron/preload'

/** Where the place of a module is asked for. */
const placeAsked = /\bimport\.meta\.(url|dirname|filename)\b/g
/** A worker or process of ours, named beside a module. */
const programNamed = /new URL\(\s*'(\.{1,2}\/[^']+)\.ts'\s*,\s*import\.meta\.url\s*\)/g

/**
 * Every module goes on seeing itself in its own place below the program's folder, though many are now in one file:
 * `electron/x/y.ts` still finds `../../build/resources`. The package keeps the places of the repository.
 */
function ownPlaces(root: string, outDir: string): Plugin {
  return {
    name: 'own-places',
    enforce: 'pre',
    transform: {
      filter: { id: /\.ts$/ },
      handler(code, id) {
        const place = relative(root, id).split(sep).join('/')
        if (place.startsWith('..') || place.startsWith('node_modules')) return null
        const named = code.replaceAll(programNamed, (_whole, path: string) => {
          const program = posix.join(posix.dirname(place), path)
          const built = program === preload ? `${program}.cjs` : `${program}.js`
          return `__ssjBuilt(${JSON.stringify(built.replace(/^electron\//, ''))})`
        })
        const quoted = JSON.stringify(place)
        const moved = named
          .replaceAll(/\bimport\.meta\.main\b/g, `(import.meta.main && ${String(programs.includes(place))})`)
          .replaceAll(placeAsked, (_whole, what: string) => `__ssjPlace(${quoted}).${what}`)
        return moved === code ? null : { code: moved, map: null }
      },
    },
    renderChunk(code, chunk) {
      if (!/__ssj(Place|Built)\(/.test(code)) return null
      const depth = relative(root, join(outDir, chunk.fileName)).split(sep).length - 1
      const up = '../'.repeat(depth)
      return {
        code: `${[
          "import { fileURLToPath as __ssjPath, pathToFileURL as __ssjUrl } from 'node:url'",
          "import { dirname as __ssjDirname } from 'node:path'",
          'const __ssjPlace = (place) => {',
          `  const filename = __ssjPath(new URL(${JSON.stringify(up)} + place, import.meta.url))`,
          '  return { filename, dirname: __ssjDirname(filename), url: __ssjUrl(filename).href }',
          '}',
          `const __ssjBuilt = (name) => new URL(${JSON.stringify(`${up}${relative(root, outDir).split(sep).join('/')}/`)} + name, import.meta.url)`,
        ].join('\n')}\n${code}`,
        map: null,
      }
    },
  }
}

/** The program's name with its digest, which is over sources that the package does not carry. */
function namedSoftware(root: string): Plugin {
  const file = join(root, 'electron/core/software.ts')
  return {
    name: 'named-software',
    load: {
      filter: { id: /software\.ts$/ },
      handler(id) {
        if (id !== file) return null
        return `export function softwareName() { return ${JSON.stringify(softwareName())} }`
      },
    },
  }
}

/** The shell and the core, as modules of Node, each at its source's place. */
export async function bundleCore(root: string, outDir: string): Promise<void> {
  const workers = globSync('electron/**/*worker.ts', { cwd: root })
  const entries = [...programs, ...workers].map((file) => file.split(sep).join('/'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [ownPlaces(root, outDir), namedSoftware(root)],
    ssr: { target: 'node', noExternal: true, external: [...external] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: Object.fromEntries(
          entries.map((file) => [file.replace(/^electron\//, '').replace(/\.ts$/, ''), join(root, file)]),
        ),
        external: outside,
        treeshake: { moduleSideEffects: 'no-external' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  })
}

/** The preload script: one file of the old kind, which a sandboxed window takes. */
export async function bundlePreload(root: string, outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'chrome130',
      minify: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
}
