import type { DocumentRow } from '../../../db/document-store.ts'
import { type DrawSession, sessionStateWords } from '../../../shared/api/session.ts'
import { type CoreContext, now, record } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { RefusalError } from '../outcome.ts'
import { recordDocument, withPlaced } from './file-documents.ts'
import { type Media, readScan } from './read-scan.ts'

/** What comes back from outside, and how it was compared. */
export interface AttachOrder {
  readonly number: string
  readonly upload: string
  readonly kind: 'signed' | 'approval' | 'photograph' | 'recording' | 'other'
  /** the text of the form's code, `null` where it was not read */
  readonly qr: string | null
  /** what the operator says of it; for a signed form whose code was not read, how he compared */
  readonly note: string | null
}

/** Digits of a digest that a sentence names. */
const beginning = 8

/**
 * Files a scan, a photograph or a recording of the newest attempt. A signed form (签字件) closes a confirmed draw: the
 * `D` of its code must be this draw's, or a person says how he compared. The upload is used up where it was filed; else
 * nothing is kept of it. Refuses with `DRAW_UNKNOWN`, `WRONG_STATE`, `UPLOAD_UNKNOWN`, `FILE_NOT_A_SCAN`, `DIGEST_DIFFERENT`, `NOT_COMPARED`.
 */
export function attachDocument(context: CoreContext, actor: string, order: AttachOrder): DocumentRow {
  const { number, upload, kind } = order
  const session = readSession(context, number)
  if (kind === 'signed' && session.state !== 'confirmed')
    throw new RefusalError(
      'WRONG_STATE',
      `“${number}”第${session.attempt}次抽取${sessionStateWords[session.state]}，不能归档签字件。没有写入任何数据，场次保持原样。请在确认结果之后归档。`,
    )
  const scan = readScan(context, upload, mediaOf(kind))
  const compared = kind === 'signed' ? compare(session, order) : null
  const note = order.note ?? (compared === 'qr' ? '已按二维码核对记录校验码' : null)
  const { data, type, pages } = scan
  const name = `${number}-${nameOf(kind, scan.stem)}${scan.extension}`
  const row = withPlaced(
    context,
    number,
    [{ kind, name, type, pages, note, facts: null, compared, data }],
    ([placed]) =>
      context.database.transaction(() => {
        if (placed === undefined) throw new Error('no file was placed')
        const at = now(context)
        const { attempt } = session
        const filed = recordDocument(context, actor, placed, attempt, at)
        if (compared !== null) {
          const { sha256 } = filed
          record(context, actor, 'draw.archived', { attempt, compared, draw: number, sha256 }, at)
        }
        return filed
      }),
  )
  context.uploads.discard(upload)
  return row
}

/** What each kind is made of. */
function mediaOf(kind: AttachOrder['kind']): Media {
  if (kind === 'photograph') return 'photograph'
  return kind === 'recording' ? 'recording' : 'scan'
}

function nameOf(kind: AttachOrder['kind'], stem: string): string {
  if (kind === 'signed') return '签字件'
  return kind === 'approval' ? '批准文件' : stem
}

function compare(session: DrawSession, { number, qr, note }: AttachOrder): 'qr' | 'by-hand' {
  if (!('digest' in session)) throw new Error('expected a drawn session')
  const code = /^SSJ-DRAW-1 (\S+) D=([0-9a-f]{64})$/.exec(qr ?? '')
  if (code === null) {
    // A code that says something else is no form's code: the paper is compared as if there were none.
    if (note !== null) return 'by-hand'
    throw new RefusalError(
      'NOT_COMPARED',
      '没有读到这份签字件上的二维码，也没有写明怎样人工比对，没有归档。已保存的数据保持原样。请核对纸上的记录校验码，写明比对情况后重试。',
    )
  }
  const [, onPaper = '', digest = ''] = code
  if (onPaper === number && digest === session.digest) return 'qr'
  throw new RefusalError(
    'DIGEST_DIFFERENT',
    `这份签字件是“${onPaper}”的，记录校验码开头是${digest.slice(0, beginning)}；“${number}”的记录校验码开头是${session.digest.slice(0, beginning)}。两者不一致，没有归档。已保存的数据保持原样。请核对是否拿错了表。`,
  )
}
