import { statSync } from 'node:fs'
import path from 'node:path'

/** What the process that has a data folder open holds locks on, beside the database itself. */
const beside = ['-wal', '-shm', '-journal']

/**
 * Whether `file` is one that this process holds open with locks: the database, its logs, or the lock of the folder,
 * by whatever name or link. Reading such a file and closing it would drop the locks (POSIX), and a second program
 * could open the folder.
 */
export function isHeldFile(
  database: { readonly folder: string; readonly file: string },
  file: string,
): boolean {
  const found = identity(file)
  if (found === null) return false
  const lock = path.join(database.folder, 'instance.lock')
  return [database.file, lock]
    .flatMap((held) => [held, ...beside.map((end) => `${held}${end}`)])
    .some((held) => identity(held) === found)
}

function identity(file: string): string | null {
  const stands = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stands === undefined ? null : `${stands.dev}:${stands.ino}`
}
