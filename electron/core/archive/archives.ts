import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import type { CoreContext } from '../context.ts'

/** The archive (档案) of draws. */
export class Archives {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  write(
    _actor: string,
    _order: { readonly number: string; readonly folder: string; readonly as: 'folder' | 'zip' },
  ): Promise<{ readonly path: string; readonly files: number; readonly bytes: number }> {
    throw new Error(`not built: ${this.#context.software}`)
  }

  catalogue(_actor: string, _number: string): Promise<StoredDocument> {
    throw new Error('not built')
  }
}
