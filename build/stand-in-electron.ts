import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SENTINEL } from '@electron/fuses/dist/constants.js'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import type { Target } from './app-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The fuses of Electron 45 as they leave its build: version, count, then one character each. */
const fuseWire = Buffer.concat([
  Buffer.from(SENTINEL),
  Buffer.from([1, 8]),
  Buffer.from('10110001', 'latin1'),
])

/**
 * Writes a stand-in of an Electron distribution: what the packer looks for and nothing that runs. With it CI packs
 * the very same files without a download; what it cannot show is that Electron starts. Returns its folder.
 */
export function standInElectron({ platform, arch }: Target, version: string): string {
  const folder = join(root, 'build/out/stand-in-electron', `${platform}-${arch}`)
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['resources', 'locales']) mkdirSync(join(folder, part), { recursive: true })
  const program =
    platform === 'win32' ? windowsProgram() : Buffer.concat([Buffer.from('#!/bin/false\n'), fuseWire])
  writeFileSync(join(folder, platform === 'win32' ? 'electron.exe' : 'electron'), program, { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'stand-in\n')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stand-in\n')
  for (const language of ['zh-CN', 'en-US']) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  if (platform === 'linux')
    for (const helper of ['chrome-sandbox', 'chrome_crashpad_handler'])
      writeFileSync(join(folder, helper), '#!/bin/false\n', { mode: 0o755 })
  return folder
}

/** A program of Windows without code, with the version information that the packer edits. */
function windowsProgram(): Buffer {
  const executable = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  version.setFileVersion(45, 0, 0, 0, 1033)
  version.setStringValues(
    { lang: 1033, codepage: 1200 },
    { ProductName: 'Electron', FileDescription: 'Electron' },
  )
  version.outputToResourceEntries(resources.entries)
  // As a resource the fuses stay where they are when the packer writes the file anew.
  resources.entries.push({ type: 'FUSES', id: 'WIRE', lang: 1033, codepage: 1200, bin: copyOf(fuseWire) })
  resources.outputResource(executable)
  return Buffer.from(executable.generate())
}

function copyOf(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}
