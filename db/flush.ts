import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Forces what was written to a file, or the names in a folder, onto the disk. */
export function flush(file: string): void {
  // Windows flushes only what is open for writing; a folder can only be opened for reading.
  const descriptor = openSync(file, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes new names in a folder durable; Windows knows no such flush. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder)
}
