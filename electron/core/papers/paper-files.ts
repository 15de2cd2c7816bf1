import * as nodeFs from 'node:fs'
import path from 'node:path'
import { type Disk, partialEnding, writeFiles } from '../../documents/write-files.ts'

/** A file to be kept, under the name that a person reads. */
export interface FileToKeep {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file that lies in its place: its name, and its path below `documents` with `/` on every system. */
export interface KeptFile {
  readonly name: string
  readonly path: string
}

/**
 * The files of documents (文书与材料) in `<data>/documents/<number>`. They are durable before any row names them, so a
 * core that dies in between leaves at most a file that no list shows. Nothing is ever written over: a name that is
 * taken, by whatever file, gets a number. At opening only what was never written whole is removed.
 */
export class PaperFiles {
  readonly #folder: string
  readonly #disk: Disk

  /** @param folder in the data folder: `documents`, or another whose files no person reads */
  constructor(dataFolder: string, disk: Disk = nodeFs, folder = 'documents') {
    this.#folder = path.join(dataFolder, folder)
    this.#disk = disk
    if (!nodeFs.existsSync(this.#folder)) return
    for (const name of nodeFs.readdirSync(this.#folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith(partialEnding)) nodeFs.rmSync(path.join(this.#folder, name), { force: true })
  }

  /**
   * Writes files of a draw, all or none, and says where they lie. `named` are the names that rows give already, of
   * files that may be gone. Throws what the disk says.
   */
  keep(draw: string, files: readonly FileToKeep[], named: readonly string[]): readonly KeptFile[] {
    const folder = path.join(this.#folder, draw)
    this.#disk.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const taken = new Set([...named, ...nodeFs.readdirSync(folder)].map(folded))
    const free = files.map(({ name, bytes }) => {
      const own = freeName(name, taken)
      taken.add(folded(own))
      return { name: own, bytes }
    })
    try {
      writeFiles(folder, new Map(free.map(({ name, bytes }) => [name, bytes])), this.#disk)
    } catch (error) {
      this.remove(free.map(({ name }) => `${draw}/${name}`))
      throw error
    }
    return free.map(({ name }) => ({ name, path: `${draw}/${name}` }))
  }

  /** Takes files away again that no row names. */
  remove(paths: readonly string[]): void {
    for (const file of paths) this.#disk.rmSync(this.fullPath(file), { force: true })
  }

  /** The bytes of a file, `null` where it cannot be read. */
  read(file: string): Buffer | null {
    try {
      return nodeFs.readFileSync(this.fullPath(file))
    } catch {
      return null
    }
  }

  /** How many bytes a file has, `null` where it is not there. */
  size(file: string): number | null {
    return nodeFs.statSync(this.fullPath(file), { throwIfNoEntry: false })?.size ?? null
  }

  /** The full path of a file on this computer. */
  fullPath(file: string): string {
    return path.join(this.#folder, ...file.split('/'))
  }
}

/** `name`, or `name-2`, `name-3` … where that is taken. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const { name: stem, ext } = path.parse(name)
  let free = name
  for (let copy = 2; taken.has(folded(free)); copy++) free = `${stem}-${copy}${ext}`
  return free
}

/** Names that some file system takes for one. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
