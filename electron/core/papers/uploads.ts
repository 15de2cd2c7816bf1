import { randomUUID } from 'node:crypto'
import * as nodeFs from 'node:fs'
import path from 'node:path'
import { maximumUpload } from '../../../shared/api/upload-contract.ts'
import { RefusalError } from '../outcome.ts'

/** A whole uploaded file: what it was called, and where its bytes lie until it is discarded. */
export interface TakenUpload {
  readonly name: string
  readonly path: string
}

/** Uploads that are there at most: a window that is closed leaves its own behind, and the oldest goes first. */
const uploadsKept = 32

interface Upload {
  readonly name: string
  readonly size: number
  received: number
}

/**
 * Files from windows (上传) in `<data>/uploads`, each under an id of its own and never under the name it came with.
 * None outlives the core: whatever lies there when it opens is removed.
 */
export class Uploads {
  readonly #folder: string
  readonly #known = new Map<string, Upload>()

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'uploads')
    nodeFs.rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Begins an upload of `size` bytes and gives its id. Refuses with `FILE_TOO_LARGE`. */
  begin(name: string, size: number): string {
    if (size > maximumUpload)
      throw new RefusalError(
        'FILE_TOO_LARGE',
        `“${name}”超过${maximumUpload / 1024 / 1024}MB，没有上传。没有写入任何数据。请缩小或拆分文件后重试。`,
      )
    const [oldest] = this.#known.keys()
    if (this.#known.size >= uploadsKept && oldest !== undefined) this.discard(oldest)
    const id = randomUUID()
    nodeFs.mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    nodeFs.writeFileSync(path.join(this.#folder, id), '', { flag: 'wx', mode: 0o600 })
    this.#known.set(id, { name, size, received: 0 })
    return id
  }

  /**
   * Writes the next piece and gives how many bytes are there. Refuses with `UPLOAD_UNKNOWN`, and with
   * `UPLOAD_BROKEN` where the piece does not follow what is there or goes beyond the size that was begun.
   */
  append(id: string, offset: number, bytes: Uint8Array): number {
    const upload = this.#require(id)
    if (offset !== upload.received || offset + bytes.length > upload.size)
      throw new RefusalError(
        'UPLOAD_BROKEN',
        `“${upload.name}”上传中断，各段接不上。没有写入任何数据。请重新选择该文件。`,
      )
    const handle = nodeFs.openSync(path.join(this.#folder, id), 'r+')
    try {
      for (let done = 0; done < bytes.length; )
        done += nodeFs.writeSync(handle, bytes, done, bytes.length - done, offset + done)
    } finally {
      nodeFs.closeSync(handle)
    }
    upload.received += bytes.length
    return upload.received
  }

  /**
   * Name and path of a whole upload. The file stays until {@link discard}, so that what takes it can fail and be
   * tried again. Refuses with `UPLOAD_UNKNOWN`, also while a part of it is missing.
   */
  take(id: string): TakenUpload {
    const { name, size, received } = this.#require(id)
    if (received !== size)
      throw new RefusalError('UPLOAD_UNKNOWN', `“${name}”没有上传完整。没有写入任何数据。请重新选择该文件。`)
    return { name, path: path.join(this.#folder, id) }
  }

  /** Removes an upload. An unknown one is no error. */
  discard(id: string): void {
    if (this.#known.delete(id)) nodeFs.rmSync(path.join(this.#folder, id), { force: true })
  }

  #require(id: string): Upload {
    const upload = this.#known.get(id)
    if (upload === undefined)
      throw new RefusalError(
        'UPLOAD_UNKNOWN',
        '上传的文件已不在（程序可能重新启动过）。没有写入任何数据。请重新选择该文件。',
      )
    return upload
  }
}
