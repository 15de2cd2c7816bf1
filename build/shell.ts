import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where the built program stands. */
export const shellFolder = join(root, 'build/out/electron')

/** Builds the Electron shell, its preload script and the core's process. Returns their folder. */
export async function buildShell(): Promise<string> {
  const { bundleCore, bundlePreload } = await import('./shell.vite.ts')
  rmSync(shellFolder, { recursive: true, force: true })
  await bundleCore(root, shellFolder)
  await bundlePreload(root, shellFolder)
  return shellFolder
}

if (import.meta.main) await buildShell()
