import { randomUUID } from 'node:crypto'
import * as nodeFs from 'node:fs'
import path from 'node:path'

/** What of `node:fs` is needed to write files; a test hands in a disk that is full. */
export type Disk = Pick<
  typeof nodeFs,
  'mkdirSync' | 'openSync' | 'writeSync' | 'fsyncSync' | 'closeSync' | 'renameSync' | 'rmSync'
>

/** How a file ends that is not whole yet. */
export const partialEnding = '.partial'

/**
 * Writes files into a folder so that each of them is whole or not there: all to temporary names, flushed, and
 * only when every one has succeeded renamed. After a failure no temporary file is left, and no file changed but
 * those renamed before a rename failed, which are whole; the error of the file system is thrown on. Existing files
 * of the same name are replaced.
 */
export function writeFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  disk: Disk = nodeFs,
): void {
  disk.mkdirSync(folder, { recursive: true })
  const staged: { readonly temporary: string; readonly final: string }[] = []
  try {
    for (const [name, bytes] of files) {
      const final = path.join(folder, name)
      const temporary = `${final}.${randomUUID()}${partialEnding}`
      staged.push({ temporary, final })
      writeFlushed(disk, temporary, bytes)
    }
    for (const { temporary, final } of staged) disk.renameSync(temporary, final)
  } finally {
    for (const { temporary } of staged) disk.rmSync(temporary, { force: true })
  }
  flushFolder(disk, folder)
}

/** Writes a file that is not there yet, whole and flushed. */
export function writeFlushed(disk: Disk, file: string, bytes: Uint8Array): void {
  const handle = disk.openSync(file, 'wx')
  try {
    // writeSync may take a part only: a disk that fills up first writes short, and fails the next time.
    for (let done = 0; done < bytes.length; ) done += disk.writeSync(handle, bytes, done)
    disk.fsyncSync(handle)
  } finally {
    disk.closeSync(handle)
  }
}

/** Flushes the renames. Windows cannot open a folder for that and does not need it. */
export function flushFolder(disk: Disk, folder: string): void {
  if (process.platform === 'win32') return
  const handle = disk.openSync(folder, 'r')
  try {
    disk.fsyncSync(handle)
  } finally {
    disk.closeSync(handle)
  }
}
