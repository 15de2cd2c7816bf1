import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from '../db/temporary-folder.ts'

/** The last page of the archived record as a scanner gives it: the signed sheet, as far as a program can tell. */
export function lastPageOfRecord(folder: string, number = ''): string {
  const record = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (name) => name.includes(number) && /抽查工作记录表.*\.pdf$/.test(name),
  )
  if (record === undefined) throw new Error('no record was archived')
  const out = temporaryFolder()
  const run = spawnSync('pdftoppm', ['-png', '-r', '150', path.join(folder, record), path.join(out, 'page')])
  if (run.status !== 0) throw new Error(String(run.stderr))
  return path.join(out, String(readdirSync(out).sort().at(-1)))
}
