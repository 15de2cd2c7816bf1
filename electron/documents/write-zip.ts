import * as nodeFs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { type Disk, flushFolder } from './write-files.ts'
import { type FileInFolder, temporaryName } from './write-folder.ts'

/** How files end that are packed already: they are stored as they are. */
const packed = /\.(?:pdf|jpe?g|png|zip|xlsx|mp3|mp4)$/i

/**
 * Writes a zip so that it is whole or not there, as {@link writeFolder} does: one file is in memory at a time.
 * `at` is the time that every entry carries.
 */
export async function writeZip(
  file: string,
  files: readonly FileInFolder[],
  at: Date,
  publish: (rename: () => void) => void,
  disk: Disk = nodeFs,
): Promise<void> {
  const temporary = temporaryName(file)
  disk.mkdirSync(path.dirname(file), { recursive: true })
  try {
    await pour(zipOf(files, at), temporary, disk)
    publish(() => disk.renameSync(temporary, file))
  } finally {
    disk.rmSync(temporary, { force: true })
  }
  flushFolder(disk, path.dirname(file))
}

function zipOf(files: readonly FileInFolder[], at: Date): ZipFile {
  const zip = new ZipFile()
  for (const { path: name, bytes } of files) {
    const options = { mtime: at, mode: 0o100644, compress: !packed.test(name) }
    zip.addReadStreamLazy(name, options, (give) => {
      try {
        give(null, Readable.from([Buffer.from(bytes())]))
      } catch (error) {
        zip.emit('error', error)
      }
    })
  }
  zip.end()
  return zip
}

async function pour(zip: ZipFile, file: string, disk: Disk): Promise<void> {
  const handle = disk.openSync(file, 'wx')
  try {
    const failed = new Promise<never>((_, reject) => zip.once('error', reject))
    await Promise.race([failed, written(zip, handle, disk)])
    disk.fsyncSync(handle)
  } finally {
    disk.closeSync(handle)
  }
}

async function written(zip: ZipFile, handle: number, disk: Disk): Promise<void> {
  for await (const part of zip.outputStream) {
    const bytes = Buffer.from(part)
    for (let done = 0; done < bytes.length; ) done += disk.writeSync(handle, bytes, done)
  }
}
