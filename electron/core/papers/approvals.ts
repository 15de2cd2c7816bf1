import { type CoreContext, now, record } from '../context.ts'
import { type PlacedDocument, recordDocument, withPlaced } from './file-documents.ts'
import { readScan } from './read-scan.ts'

/** An approval (批准): whose, number and date of the document, and its scan. */
export interface ApprovalOrder {
  readonly draw: string
  readonly attempt: number
  readonly purpose: 'abort' | 'void' | 'again' | 'amendment'
  readonly name: string
  readonly number: string
  readonly date: string
  readonly scan: PlacedDocument | null
}

/** What is said of an approval before the step that it approves. */
export interface ApprovalGiven {
  readonly approver: string
  readonly approval?: { readonly number: string; readonly date: string; readonly scan: string | null } | null
}

/**
 * Puts the scan of an approval into its place, then runs `step`, the transaction of what is approved, which is to
 * call {@link registerApproval}. The upload is used up where the step succeeded; where it failed nothing is kept of
 * the scan. Refuses with `UPLOAD_UNKNOWN` or `FILE_NOT_A_SCAN`.
 */
export function withApprovalScan<T>(
  context: CoreContext,
  draw: string,
  { approver, approval = null }: ApprovalGiven,
  step: (scan: PlacedDocument | null) => T,
): T {
  const upload = approval?.scan ?? null
  // Of a number that nobody took no folder is made: the step says so itself.
  if (approval === null || upload === null || context.database.draws.draw(draw) === null) return step(null)
  const { data, type, extension, pages } = readScan(context, upload)
  const done = withPlaced(
    context,
    draw,
    [
      {
        kind: 'approval',
        name: `${draw}-批准文件${extension}`,
        type,
        pages,
        note: `批准文号：${approval.number}；批准日期：${approval.date}；批准人：${approver}`,
        facts: null,
        compared: null,
        data,
      },
    ],
    ([scan = null]) => step(scan),
  )
  context.uploads.discard(upload)
  return done
}

/** Registers an approval and its scan with their ledger entries, inside the transaction of what it approves. */
export function registerApproval(context: CoreContext, actor: string, order: ApprovalOrder): void {
  const { draw, attempt, purpose, name, number, date, scan } = order
  const at = now(context)
  if (scan !== null) recordDocument(context, actor, scan, attempt, at)
  const sha256 = scan?.sha256 ?? '-'
  record(context, actor, 'draw.approval', { attempt, date, draw, name, number, purpose, sha256 }, at)
  context.database.documents.insertApproval({
    draw,
    attempt,
    purpose,
    name,
    number,
    date,
    document: scan?.id ?? null,
    at,
    by: actor,
  })
}
