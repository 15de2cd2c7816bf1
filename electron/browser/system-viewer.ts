import { spawn } from 'node:child_process'

/** Opens a file or folder with the program that the system has for it; `false` where it could not. */
export type OpenInSystem = (path: string) => Promise<boolean>

/** How each system is asked, with the path as the last argument and never through a shell. */
export function viewerCommand(
  platform: NodeJS.Platform,
): readonly [program: string, ...before: readonly string[]] {
  if (platform === 'win32') return ['explorer.exe']
  return platform === 'darwin' ? ['open'] : ['xdg-open']
}

/** Whether anything can be shown at all: Linux says so by its environment, the others always can. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return true
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY)
}

export const openInSystem: OpenInSystem = (path) =>
  new Promise((resolve) => {
    if (!hasDisplay(process.platform, process.env)) return resolve(false)
    const [program, ...before] = viewerCommand(process.platform)
    const child = spawn(program, [...before, path], { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
