import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { run } from '../../../electron/cli.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { compileCache } from '../compile-cache.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** The project's own sample county. */
export const county = path.join(root, 'build/resources/sample-county')

/** How a command ended. */
export interface Ran {
  readonly exit: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line as a process of its own. */
export function ssj(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'electron/cli.ts'), ...args],
    {
      encoding: 'utf8',
      cwd: root,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', NODE_COMPILE_CACHE: compileCache, ...environment },
      maxBuffer: 1 << 28,
    },
  )
  return { exit: status, out: stdout, err: stderr }
}

/** Runs a command with `--json` and gives its exit and its one JSON; there must be nothing else. */
export function ssjJson(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { exit, out, err } = ssj([...args, '--json'], environment)
  expect(err).toBe('')
  expect(out.endsWith('\n')).toBe(true)
  expect(out.trimEnd().split('\n')).toHaveLength(1)
  const json: Record<string, unknown> = JSON.parse(out)
  return { exit, json }
}

/** A refusal in words: exit 2, nothing on stdout, a Chinese sentence on stderr and no trace of the program. */
export function refusedWith(ran: Ran): string {
  expect(ran.exit).toBe(2)
  expect(ran.out).toBe('')
  expect(ran.err).toMatch(/\p{Script=Han}/u)
  expect(ran.err).not.toMatch(/\n\s+at |Error:|node:/)
  return ran.err
}

/** A configuration of the sample county. */
export function sampleConfig(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(county, 'draws', file), 'utf8'))
}

/** Writes a configuration into a file of its own. */
export function configFile(config: unknown): string {
  const file = path.join(temporaryFolder(), '配置.json')
  writeFileSync(file, JSON.stringify(config))
  return file
}

/**
 * Runs a command in this process: for the many cases whose way to the terminal other tests prove with a process
 * of its own. Without a data folder named it has none.
 */
export async function here(args: readonly string[]) {
  return run(args, { SSJ_DATA: '/dev/null/nowhere' })
}

/** What a command says that is refused, run in this process. */
export async function refusedHere(args: readonly string[]): Promise<string> {
  const { exit, text } = await here(args)
  expect(exit).toBe(2)
  expect(text).toMatch(/\p{Script=Han}/u)
  return text
}
