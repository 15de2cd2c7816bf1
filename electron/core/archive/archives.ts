import type { DocumentRow } from '../../../db/document-store.ts'
import type { ArchivedFileState } from '../../../shared/api/archive-contract.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { archiveCatalogueForm } from '../../../shared/forms/archive-catalogue.ts'
import type { Disk } from '../../documents/write-files.ts'
import type { CoreContext } from '../context.ts'
import { readSession } from '../draws/session.ts'
import type { FormPress } from '../forms/form-press.ts'
import { archiveRoot } from './archive-root.ts'
import { archivedFiles, archiveFolders } from './archived-files.ts'
import { type WrittenArchive, writeArchive } from './write-archive.ts'

/** The archive (档案) of inspections: everything that is kept of a draw and of what amends it. */
export class Archives {
  readonly #context: CoreContext
  readonly #press: FormPress
  readonly #stored: (row: DocumentRow) => StoredDocument
  readonly #disk: Disk | undefined
  /** one at a time, so that two archives of one draw are given names of their own */
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    context: CoreContext,
    press: FormPress,
    stored: (row: DocumentRow) => StoredDocument,
    disk: Disk | undefined = undefined,
  ) {
    this.#context = context
    this.#press = press
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
   * `DRAW_UNKNOWN`, `NOT_DRAWN_YET`, `FORM_NOT_READY` (a draw of the chain began meanwhile) or `DOCUMENT_CHANGED`.
   */
  async write(
    actor: string,
    order: { readonly number: string; readonly folder: string; readonly as: 'folder' | 'zip' },
  ): Promise<WrittenArchive> {
    const { folder, as } = order
    const root = archiveRoot(this.#context, order.number)
    return this.#alone(async () => {
      const catalogue = await this.#catalogueOf(actor, root)
      return writeArchive(this.#context, actor, { root, folder, as, catalogue, disk: this.#disk })
    })
  }

  /** The 档案目录 as a paper, archived. Refuses with `DRAW_UNKNOWN`, `NOT_DRAWN_YET` or `FORM_NOT_READY`. */
  async catalogue(actor: string, number: string): Promise<StoredDocument> {
    return this.#stored(await this.#catalogueOf(actor, archiveRoot(this.#context, number)))
  }

  /** Made where all papers are made: the same list of files is archived once, whoever asks. */
  async #catalogueOf(actor: string, root: string): Promise<DocumentRow> {
    const order = { number: root, forms: [archiveCatalogueForm.id], combined: false }
    const [catalogue] = (await this.#press.make(actor, order)).documents
    if (catalogue === undefined) throw new Error(`the catalogue of ${root} was neither made nor refused`)
    return catalogue
  }

  #alone<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#last.then(run, run)
    this.#last = next
    return next
  }
}
