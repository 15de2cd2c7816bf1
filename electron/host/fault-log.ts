import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import type { FaultLog } from '../core/contract/connection.ts'

/** Bytes of the log (程序日志) before it makes room; the one before it is kept. */
const most = 1024 * 1024

/** Writes faults of the program to `program.log` in the data folder. What cannot be written goes to the terminal. */
export function faultLog(folder: string, now: () => Date = () => new Date()): FaultLog {
  const file = path.join(folder, 'program.log')
  return ({ call, error }) => {
    const line = `${now().toISOString()} ${call} ${inspect(error)}\n`
    try {
      mkdirSync(folder, { recursive: true })
      makeRoom(file)
      appendFileSync(file, line, { mode: 0o600 })
    } catch {
      process.stderr.write(line)
    }
  }
}

function makeRoom(file: string): void {
  const stands = statSync(file, { throwIfNoEntry: false })
  if (stands !== undefined && stands.size > most) renameSync(file, `${file}.old`)
}
