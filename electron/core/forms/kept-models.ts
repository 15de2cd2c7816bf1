import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import type { DocumentRow } from '../../../db/document-store.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { CoreContext } from '../context.ts'

const zipped = promisify(gzip)

/** What a PDF was set from. A paper is printed again as it was, whatever has happened to the draw since. */
export interface PrintedFrom {
  readonly models: readonly FormModel[]
  readonly bookmarks: readonly string[]
  /** ISO 8601 */
  readonly creationDate: string
}

/** {@link PrintedFrom} as it is kept, and the digest that the ledger has of it. */
export interface KeptModels {
  readonly data: Uint8Array
  readonly digest: string
}

/** What is to be kept of a PDF. */
export async function keptModels(from: PrintedFrom): Promise<KeptModels> {
  const data = await zipped(JSON.stringify(from))
  return { data, digest: createHash('sha256').update(data).digest('hex') }
}

/**
 * Puts what PDFs were set from into its place, runs `step`, and takes it away again where that fails. They lie beside the
 * documents and not among them: nobody but this program reads them.
 */
export function withKept<T>(
  { reprints }: CoreContext,
  draw: string,
  kept: readonly KeptModels[],
  step: () => T,
): T {
  const fresh = kept.filter(({ digest }) => reprints.size(pathOf(draw, digest)) === null)
  const placed = reprints.keep(
    draw,
    fresh.map(({ data, digest }) => ({ name: nameOf(digest), bytes: data })),
    [],
  )
  try {
    return step()
  } catch (error) {
    reprints.remove(placed.map(({ path }) => path))
    throw error
  }
}

/** What a PDF was set from; `null` where it is not there, or is not what the ledger says. */
export function readKept(context: CoreContext, row: DocumentRow): PrintedFrom | null {
  const data = keptBytes(context, row)
  // Written by this program, and by its digest still what was written.
  return data === null ? null : (JSON.parse(gunzipSync(data).toString('utf8')) as PrintedFrom)
}

/**
 * Whether a paper was printed and cannot be printed again: what it was set from is gone. It is made anew then, or
 * whoever needs it a second time would never have it.
 */
export function isPrintedOut(context: CoreContext, row: DocumentRow): boolean {
  return context.database.inspections.print(row.id) !== null && keptBytes(context, row) === null
}

function keptBytes({ database, reprints }: CoreContext, row: DocumentRow): Buffer | null {
  const entry = database.ledger
    .entriesOf('document.archived')
    .find((archived) => archived.entry.data.document === row.id)
  const digest = entry?.entry.data.models
  if (typeof digest !== 'string') return null
  const data = reprints.read(pathOf(row.draw, digest))
  return data !== null && createHash('sha256').update(data).digest('hex') === digest ? data : null
}

function nameOf(digest: string): string {
  return `${digest}.json.gz`
}

function pathOf(draw: string, digest: string): string {
  return `${draw}/${nameOf(digest)}`
}
