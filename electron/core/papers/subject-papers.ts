import type { PaperRow } from '../../../db/paper-store.ts'
import { type CoreContext, record } from '../context.ts'
import { withPlacedFiles } from './place-files.ts'
import { readScan } from './read-scan.ts'

/** A file that lies in its place and that no row names yet. */
export type PlacedPaper = Omit<PaperRow, 'at' | 'by'>

/** What is to be kept of a subject other than a draw: `release:<id>`, `scheme:<id>`, `revision:<register>:<period>`. */
export type NewPaper = Pick<PaperRow, 'subject' | 'kind' | 'name' | 'type' | 'pages' | 'note'> & {
  readonly data: Uint8Array
}

/**
 * Puts a file into its place ({@link withPlacedFiles}) and then runs `step`, the transaction that names it by
 * {@link recordPaper}.
 */
export function withPlacedPaper<T>(
  context: CoreContext,
  folder: string,
  wanted: NewPaper,
  step: (placed: PlacedPaper) => T,
): T {
  const { papers } = context.database
  const place = { folder, taken: papers.namesIn(folder), isNamed: (id: string) => papers.get(id) !== null }
  return withPlacedFiles(context, place, [wanted], ([placed]) => {
    if (placed === undefined) throw new Error('no file was placed')
    return step(placed)
  })
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
