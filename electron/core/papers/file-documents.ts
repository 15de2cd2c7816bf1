import { createHash, randomUUID } from 'node:crypto'
import type { DocumentRow } from '../../../db/document-store.ts'
import { type CoreContext, record } from '../context.ts'

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
 * Puts the files of documents into their place, whole and flushed, and then runs `record`, the transaction that
 * names them by {@link recordDocument}. Where that fails the files go again, so that nothing lies there unnamed.
 */
export function withPlaced<T>(
  context: CoreContext,
  draw: string,
  wanted: readonly NewDocument[],
  run: (placed: readonly PlacedDocument[]) => T,
): T {
  const { papers, database } = context
  const kept = papers.keep(
    draw,
    wanted.map(({ name, data }) => ({ name, bytes: data })),
    database.documents.ofDraw(draw).map(({ name }) => name),
  )
  const placed = wanted.map(({ data, ...said }, index) => {
    const file = kept[index]
    if (file === undefined) throw new Error(`no file was kept for ${said.name}`)
    const sha256 = createHash('sha256').update(data).digest('hex')
    const copy = { form: null, copy: 1, original: null }
    return { ...copy, ...said, ...file, id: randomUUID(), draw, bytes: data.byteLength, sha256 }
  })
  try {
    return run(placed)
  } catch (error) {
    // A failure after the commit takes no file away that a row names.
    papers.remove(placed.filter(({ id }) => database.documents.get(id) === null).map((file) => file.path))
    throw error
  }
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
