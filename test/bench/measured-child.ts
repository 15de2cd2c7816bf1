import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What a child process measured of itself. */
const measured = z.object({
  /** of the work alone: without the start of Node, the loading of modules, the making of sample data */
  seconds: z.number().positive(),
  /** peak resident memory of the whole process, in 10^6 bytes */
  megabytes: z.number().positive(),
  /** what the work came to: rows read, pages set */
  count: z.number().int().nonnegative(),
  /** size of what was made, where it is told */
  bytes: z.number().int().nonnegative().default(0),
})
export type Measured = z.infer<typeof measured>

/**
 * Runs a script of `children` in a Node process of its own, where nothing is warm and nothing else is in memory.
 * Throws with its words where it fails.
 */
export async function measureInChild(script: string, ...parameters: readonly string[]): Promise<Measured> {
  return measured.parse(JSON.parse(await runChild(script, ...parameters)))
}

/** Runs a script of `children` and gives what it printed. Throws where it fails. */
export async function runChild(script: string, ...parameters: readonly string[]): Promise<string> {
  const file = fileURLToPath(new URL(`./children/${script}`, import.meta.url))
  const child = spawn(process.execPath, [file, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(String(code ?? signal)))
  })
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (code !== '0') throw new Error(`${script} ended with ${code}: ${complaint}`)
  return output
}
