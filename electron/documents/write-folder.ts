import { randomUUID } from 'node:crypto'
import * as nodeFs from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Disk, flushFolder, partialEnding, writeFlushed } from './write-files.ts'

/** A file of a folder: its path below it with `/` on every system, and its bytes, asked for when it is written. */
export interface FileInFolder {
  readonly path: string
  readonly bytes: () => Uint8Array
}

/**
 * Writes a folder with its subfolders so that it is whole or not there: under another name, every file flushed, and
 * renamed at the end. `publish` does the renaming, so that it can be the last step of a transaction. After a failure
 * nothing is left; whatever was thrown, by the disk or by a file's bytes, is thrown on.
 */
export async function writeFolder(
  folder: string,
  files: readonly FileInFolder[],
  publish: (rename: () => void) => void,
  disk: Disk = nodeFs,
): Promise<void> {
  const temporary = temporaryName(folder)
  disk.mkdirSync(temporary, { recursive: true })
  try {
    const folders = new Set(files.map((file) => path.posix.dirname(file.path)))
    for (const inside of folders) disk.mkdirSync(path.join(temporary, inside), { recursive: true })
    for (const file of files) {
      writeFlushed(disk, path.join(temporary, ...file.path.split('/')), file.bytes())
      // One file at a time, and whoever waits for the core is answered in between.
      await setImmediate()
    }
    for (const inside of folders) flushFolder(disk, path.join(temporary, inside))
    publish(() => disk.renameSync(temporary, folder))
  } finally {
    disk.rmSync(temporary, { recursive: true, force: true })
  }
  flushFolder(disk, path.dirname(folder))
}

/** Short, so that no path becomes longer than the one that was asked for. */
export function temporaryName(final: string): string {
  const name = `${randomUUID().slice(0, 8)}${partialEnding}`
  return path.join(path.dirname(final), name)
}
