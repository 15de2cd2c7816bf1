import type { DocumentRow } from '../../../db/document-store.ts'
import { type CoreContext, record } from '../context.ts'
import { withPlacedFiles } from './place-files.ts'

/** What is to be filed: the file, and what is said of it. */
export type NewDocument = Pick<
  DocumentRow,
  'kind' | 'name' | 'type' | 'pages' | 'note' | 'facts' | 'compared'
> &
  Partial<Pick<DocumentRow, 'form' | 'copy' | 'original'>> & {
    readonly data: Uint8Array
  }

/** A document whose file lies in its place and that no row names yet. */
export type PlacedDocument = Omit<DocumentRow, 'attempt' | 'at' | 'by'>

/**
 * Puts the files of documents into their place ({@link withPlacedFiles}) and then runs the transaction that names them
 * by {@link recordDocument}.
 */
export function withPlaced<T>(
  context: CoreContext,
  draw: string,
  wanted: readonly NewDocument[],
  run: (placed: readonly PlacedDocument[]) => T,
): T {
  const { documents } = context.database
  const taken = documents.ofDraw(draw).map(({ name }) => name)
  const place = { folder: draw, taken, isNamed: (id: string) => documents.get(id) !== null }
  return withPlacedFiles(context, place, wanted, (placed) =>
    run(placed.map((file) => ({ form: null, copy: 1, original: null, ...file, draw }))),
  )
}

/**
 * Names a placed document of an attempt, with its ledger entry, inside the caller's transaction. `models` is the digest
 * of what it was set from, where that is kept.
 */
export function recordDocument(
  context: CoreContext,
  actor: string,
  placed: PlacedDocument,
  attempt: number,
  at: string,
  models: string | null = null,
): DocumentRow {
  const row = { ...placed, attempt, at, by: actor }
  const { id, draw, kind, name, sha256 } = placed
  const said = { attempt, document: id, draw, kind, name, sha256 }
  record(context, actor, 'document.archived', models === null ? said : { ...said, models }, at)
  context.database.documents.insert(row)
  return row
}
