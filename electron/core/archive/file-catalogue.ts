import type { DocumentRow } from '../../../db/document-store.ts'
import { archiveCatalogue } from '../../../shared/forms/archive-catalogue.ts'
import { type CoreContext, now } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { refusePapersOfHidden } from '../draws/shown-in-full.ts'
import { saidBy } from '../forms/form-papers.ts'
import { heldFixed, readInspectionFacts } from '../forms/inspection-facts.ts'
import { keptModels, withKept } from '../forms/kept-models.ts'
import { noteOf, startPress } from '../forms/set-papers.ts'
import { RefusalError } from '../outcome.ts'
import { recordDocument, withPlaced } from '../papers/file-documents.ts'

/**
 * The draw at the root of a chain: one inspection has one archive. Refuses with `DRAW_UNKNOWN`, and with
 * `NOT_DRAWN_YET` while the draw is still being held: what is not over cannot be filed. What was aborted or declared
 * void has its file like any other.
 */
export function archiveRoot(context: CoreContext, number: string): string {
  const root = context.database.draws.draw(number)?.root ?? number
  const { state } = readSession(context, root)
  refusePapersOfHidden(context, root)
  if (state === 'committed' || state === 'frozen')
    throw new RefusalError(
      'NOT_DRAWN_YET',
      `“${root}”还在进行，没有抽取结果，不能整理档案。没有写入任何文件。请在抽取完成（或中止）以后再整理。`,
    )
  return root
}

/**
 * The 档案目录 of the draw at a root, archived; the same list of files is archived once.
 * @param bytesOf of a file as it was archived, `null` where it is gone or another
 */
export async function fileCatalogue(
  context: CoreContext,
  actor: string,
  root: string,
  bytesOf: (row: Pick<DocumentRow, 'path' | 'sha256'>) => Uint8Array | null,
): Promise<DocumentRow> {
  const { attempt } = readSession(context, root)
  const facts = readInspectionFacts(context, root)
  const { digest } = saidBy([archiveCatalogue(heldFixed(facts))])
  const { documents } = context.database
  const onFile = documents
    .madeFrom(root, attempt, digest)
    .findLast((row) => row.form === 'archive-catalogue' && row.copy === 1 && bytesOf(row) !== null)
  if (onFile !== undefined) return onFile
  const models = [archiveCatalogue(facts)]
  const from = { models, bookmarks: [], creationDate: now(context) }
  const press = startPress(saidBy(models).bytes, undefined)
  const { pdf, pages, missing } = await press.set(from, 1, () => {}).finally(() => press.end())
  const kept = await keptModels(from)
  const wanted = {
    kind: 'catalogue',
    form: 'archive-catalogue',
    name: `${root}-档案目录.pdf`,
    type: 'application/pdf',
    pages,
    note: noteOf(
      missing,
      models.some(({ marks }) => marks.includes('保密')),
    ),
    facts: digest,
    compared: null,
    data: pdf,
  } as const
  return withKept(context, root, [kept], () =>
    withPlaced(context, root, [wanted], ([placed]) =>
      context.database.transaction(() => {
        if (placed === undefined) throw new Error('no file was placed')
        return recordDocument(context, actor, placed, attempt, now(context), kept.digest)
      }),
    ),
  )
}
