import { createHash, randomUUID } from 'node:crypto'
import type { PaperRow } from '../../../db/paper-store.ts'
import { type CoreContext, record } from '../context.ts'
import { readScan } from './read-scan.ts'

/** A file that lies in its place and that no row names yet. */
export type PlacedPaper = Omit<PaperRow, 'at' | 'by'>

/** What is to be kept of a subject other than a draw: `release:<id>`, `scheme:<id>`, `revision:<register>:<period>`. */
export type NewPaper = Pick<PaperRow, 'subject' | 'kind' | 'name' | 'type' | 'pages' | 'note'> & {
  readonly data: Uint8Array
}

/**
 * Puts a file into its place, whole and flushed, and then runs `step`, the transaction that names it by
 * {@link recordPaper}. Where that fails the file goes again.
 */
export function withPlacedPaper<T>(
  context: CoreContext,
  folder: string,
  { data, ...said }: NewPaper,
  step: (placed: PlacedPaper) => T,
): T {
  const { papers, database } = context
  const [file] = papers.keep(folder, [{ name: said.name, bytes: data }], database.papers.namesIn(folder))
  if (file === undefined) throw new Error(`no file was kept for ${said.name}`)
  const sha256 = createHash('sha256').update(data).digest('hex')
  const placed = { ...said, ...file, id: randomUUID(), bytes: data.byteLength, sha256 }
  try {
    return step(placed)
  } catch (error) {
    // A failure after the commit takes no file away that a row names.
    if (database.papers.get(placed.id) === null) papers.remove([placed.path])
    throw error
  }
}

/**
 * Reads an uploaded scan, puts it into its place and runs `step`. Without an upload `step` gets `null`. The upload is
 * used up where the step succeeded. Refuses with `UPLOAD_UNKNOWN` or `FILE_NOT_A_SCAN`.
 *
 * @param folder below `documents`, as a person would look for it: `实施方案`, `年度计划`
 * @param name of the file without its ending
 */
export function withSubjectScan<T>(
  context: CoreContext,
  folder: string,
  said: Pick<NewPaper, 'subject' | 'kind' | 'name' | 'note'>,
  upload: string | null,
  step: (placed: PlacedPaper | null) => T,
): T {
  if (upload === null) return step(null)
  const { data, type, extension, pages } = readScan(context, upload)
  const name = `${said.name}${extension}`
  const done = withPlacedPaper(context, folder, { ...said, name, data, type, pages }, step)
  context.uploads.discard(upload)
  return done
}

/** Names a placed file with its ledger entry, inside the caller's transaction. */
export function recordPaper(context: CoreContext, actor: string, placed: PlacedPaper, at: string): PaperRow {
  const row = { ...placed, at, by: actor }
  const { id, subject, kind, name, sha256 } = placed
  record(context, actor, 'paper.archived', { kind, name, paper: id, sha256, subject }, at)
  context.database.papers.insert(row)
  return row
}

/** The bytes of a paper, `null` where the file is gone or is no longer what was filed. */
export function paperBytes(context: CoreContext, row: PaperRow): Uint8Array | null {
  const bytes = context.papers.read(row.path)
  const same = bytes !== null && createHash('sha256').update(bytes).digest('hex') === row.sha256
  return same ? bytes : null
}
