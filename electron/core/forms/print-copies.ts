import type { DocumentRow } from '../../../db/document-store.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { documentBytes } from '../papers/document-bytes.ts'
import { type NewDocument, recordDocument, withPlaced } from '../papers/file-documents.ts'
import { saidBy } from './form-papers.ts'
import { readKept } from './kept-models.ts'
import { startPress } from './set-papers.ts'

/** Papers whose copies are counted: those that this program made for an inspection. */
const counted: ReadonlySet<DocumentRow['kind']> = new Set([
  'freeze-slip',
  'form',
  'combined',
  'catalogue',
  'notice',
])

/**
 * The copy to send to a printer: the newest one that nobody has said was printed, else a further one, archived and
 * marked 第n次打印 on every page; nothing else in it differs. What came from outside is printed as it is. Refuses with
 * `NOT_PRINTABLE` what is no PDF, and with `DOCUMENT_CHANGED`.
 */
export async function copyToPrint(
  context: CoreContext,
  actor: string,
  row: DocumentRow,
): Promise<DocumentRow> {
  if (row.type !== 'application/pdf')
    throw new RefusalError(
      'NOT_PRINTABLE',
      `“${row.name}”不是PDF，不能在本程序中打印。文件保持原样。请另存后用相应的软件打开并打印。`,
    )
  if (!counted.has(row.kind)) return intact(context, row)
  const { database } = context
  const original = row.original === null ? row : database.documents.get(row.original)
  if (original === null) throw new Error(`${row.id} is a copy of nothing`)
  const copies = database.documents
    .ofDraw(row.draw)
    .filter(({ id, original: of }) => id === original.id || of === original.id)
  const newest = copies.reduce((last, copy) => (copy.copy > last.copy ? copy : last))
  // A copy whose file is gone is followed by the next one; where it is the paper itself, that is made anew.
  const isWhole = newest.copy === 1 || documentBytes(context, newest) !== null
  if (isWhole && database.inspections.print(newest.id) === null) return intact(context, newest)
  return nextCopy(context, actor, original, newest.copy + 1)
}

/** A person saw the copy come out of the printer. Said twice it is recorded once. */
export function confirmPrinted(context: CoreContext, actor: string, row: DocumentRow): void {
  const { database } = context
  const { id, draw, name, copy, sha256 } = row
  database.transaction(() => {
    if (database.inspections.print(id) !== null) return
    const at = now(context)
    record(context, actor, 'document.printed', { document: id, draw, name, copy, sha256 }, at)
    database.inspections.insertPrint({ document: id, at, by: actor })
  })
}

async function nextCopy(
  context: CoreContext,
  actor: string,
  original: DocumentRow,
  copy: number,
): Promise<DocumentRow> {
  const from = readKept(context, original)
  if (from === null)
    throw new RefusalError(
      'DOCUMENT_CHANGED',
      `“${original.name}”的重印数据已不在数据文件夹中，或不是当时归档的内容，不能标明第${copy}次打印。已归档的文书保持原样。请重新生成该文书。`,
    )
  const press = startPress(saidBy(from.models).bytes, undefined)
  const { pdf, pages } = await press.set(from, copy, () => {}).finally(() => press.end())
  const wanted: NewDocument = {
    kind: original.kind,
    name: original.name.replace(/\.pdf$/, `（第${copy}次打印）.pdf`),
    type: original.type,
    pages,
    note: original.note,
    facts: original.facts,
    compared: null,
    form: original.form,
    copy,
    original: original.id,
    data: pdf,
  }
  return withPlaced(context, original.draw, [wanted], ([placed]) =>
    context.database.transaction(() => {
      if (placed === undefined) throw new Error('no file was placed')
      return recordDocument(context, actor, placed, original.attempt, now(context))
    }),
  )
}

function intact(context: CoreContext, row: DocumentRow): DocumentRow {
  if (documentBytes(context, row) !== null) return row
  throw new RefusalError(
    'DOCUMENT_CHANGED',
    `“${row.name}”已不在数据文件夹中，或内容与归档时不同，没有打印。台账中的记录保持原样。请从备份中找回该文件，或重新生成文书。`,
  )
}
