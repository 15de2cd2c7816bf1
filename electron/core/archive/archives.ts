import { createHash } from 'node:crypto'
import type { DocumentRow } from '../../../db/document-store.ts'
import type { ArchivedFileState } from '../../../shared/api/archive-contract.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import type { Disk } from '../../documents/write-files.ts'
import type { CoreContext } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { archivedFiles, archiveFolders } from './archived-files.ts'
import { archiveRoot, fileCatalogue } from './file-catalogue.ts'
import { type WrittenArchive, writeArchive } from './write-archive.ts'

/** The archive (档案) of inspections: everything that is kept of a draw and of what amends it. */
export class Archives {
  readonly #context: CoreContext
  readonly #stored: (row: DocumentRow) => StoredDocument
  readonly #disk: Disk | undefined
  /** one at a time, so that two windows that ask at once are given the same 档案目录 */
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    context: CoreContext,
    stored: (row: DocumentRow) => StoredDocument,
    disk: Disk | undefined = undefined,
  ) {
    this.#context = context
    this.#stored = stored
    this.#disk = disk
  }

  /** Everything that is kept, the oldest first. Refuses with `DRAW_UNKNOWN`. */
  list(number: string): ArchivedFileState[] {
    readSession(this.#context, number)
    const root = this.#context.database.draws.draw(number)?.root ?? number
    return archivedFiles(this.#context, root).map(({ path: _path, isPaper, folder, ...said }) => ({
      ...said,
      folder: archiveFolders[folder],
      printable: isPaper,
    }))
  }

  /**
   * Files the 档案目录, then writes everything into a new folder or a zip below `folder`. Refuses with
   * `DRAW_UNKNOWN`, `NOT_DRAWN_YET` or `DOCUMENT_CHANGED`.
   */
  write(
    actor: string,
    order: { readonly number: string; readonly folder: string; readonly as: 'folder' | 'zip' },
  ): Promise<WrittenArchive> {
    return this.#alone(async () => {
      const { folder, as } = order
      const root = archiveRoot(this.#context, order.number)
      const bytesOf = this.#bytesOf
      const catalogue = await fileCatalogue(this.#context, actor, root, bytesOf)
      return writeArchive(this.#context, actor, {
        root,
        folder,
        as,
        catalogue,
        bytesOf,
        disk: this.#disk,
      })
    })
  }

  /** The 档案目录 as a paper, archived. Refuses with `DRAW_UNKNOWN` or `NOT_DRAWN_YET`. */
  catalogue(actor: string, number: string): Promise<StoredDocument> {
    return this.#alone(async () => {
      const root = archiveRoot(this.#context, number)
      return this.#stored(await fileCatalogue(this.#context, actor, root, this.#bytesOf))
    })
  }

  #alone<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#last.then(run, run)
    this.#last = next
    return next
  }

  readonly #bytesOf = (file: { readonly path: string; readonly sha256: string }): Uint8Array | null => {
    const bytes = this.#context.papers.read(file.path)
    const same = bytes !== null && createHash('sha256').update(bytes).digest('hex') === file.sha256
    return same ? bytes : null
  }
}
