import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Arch, build, Platform } from 'electron-builder'
import { layOutApp, type Target } from './app-folder.ts'
import { packaging } from './packaging.ts'
import { buildShell } from './shell.ts'
import { standInElectron } from './stand-in-electron.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Who is served: Windows 10 and 11, 麒麟 and 统信. */
export const targets = [
  { platform: 'win32', arch: 'x64' },
  { platform: 'linux', arch: 'x64' },
  { platform: 'linux', arch: 'arm64' },
] as const satisfies readonly Target[]

/** Where packed programs are left. */
export const packed = join(root, 'build/out/packed')

/** The version of Electron that is packed: the one that is named in package.json. */
function electronVersion(): string {
  const text = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/**
 * Packs the program of one platform. `dir`: an unpacked folder over a stand-in of Electron, without a download.
 * `installers`: the real ones, for which electron-builder downloads Electron and its tools. Returns the folder.
 */
export async function pack(target: Target, what: 'dir' | 'installers'): Promise<string> {
  const app = layOutApp(target)
  const version = electronVersion()
  const output = join(packed, `${what}-${target.platform}-${target.arch}`)
  const config = packaging({
    app,
    output,
    electronVersion: version,
    ...(what === 'dir' ? { electronDist: standInElectron(target, version) } : {}),
  })
  const platform = target.platform === 'win32' ? Platform.WINDOWS : Platform.LINUX
  const arch = target.arch === 'x64' ? Arch.x64 : Arch.arm64
  const kinds =
    what === 'dir' ? ['dir'] : target.platform === 'win32' ? ['nsis', 'portable'] : ['AppImage', 'deb']
  await build({ projectDir: app, targets: platform.createTarget(kinds, arch), config, publish: 'never' })
  return output
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { installers: { type: 'boolean' }, platform: { type: 'string' } } })
  await buildShell()
  for (const target of targets)
    if (values.platform === undefined || values.platform === target.platform)
      process.stdout.write(`${await pack(target, values.installers === true ? 'installers' : 'dir')}\n`)
}
