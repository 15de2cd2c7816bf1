import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FoundElectron } from './choose-shell.ts'

const installed = fileURLToPath(new URL('../../node_modules/electron', import.meta.url))

/** How long the first start waits for Electron's program to be fetched. */
const patience = 5_000

/**
 * Electron's program. Its package carries none and fetches it at the first start, which this tries for five
 * seconds at most: whoever has no network is not kept waiting.
 */
export async function findElectron(): Promise<FoundElectron> {
  const script = path.join(installed, 'install.js')
  if (!existsSync(script)) return { missing: '没有安装Electron' }
  const there = electronProgram()
  if (there !== null) return { program: there }
  const result = await fetchProgram(script)
  const fetched = electronProgram()
  if (fetched !== null) return { program: fetched }
  return { missing: result === 'late' ? '五秒内没有取到Electron' : '没有取到Electron' }
}

function electronProgram(): string | null {
  try {
    const program = path.join(installed, 'dist', readFileSync(path.join(installed, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

function fetchProgram(script: string): Promise<'ended' | 'late'> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore' })
    const timer = setTimeout(() => {
      resolve('late')
      child.kill('SIGKILL')
    }, patience)
    const end = () => {
      clearTimeout(timer)
      resolve('ended')
    }
    child.once('error', end)
    child.once('exit', end)
  })
}
