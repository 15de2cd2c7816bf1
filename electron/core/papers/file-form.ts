import { createHash } from 'node:crypto'
import type { PaperRow } from '../../../db/paper-store.ts'
import { type CoreContext, now } from '../context.ts'
import { documentBytes } from './document-bytes.ts'
import { type NewPaper, recordPaper, withPlacedPaper } from './subject-papers.ts'

/** A file that was made and is on file: its id opens it like any document. */
export interface FiledForm {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly pages: number | null
  /** characters that no font has and that stand as 〓 */
  readonly missing: readonly string[]
}

/**
 * Files what was made of a subject other than a draw, with its ledger entry. The same bytes are filed once: whoever
 * asks again is given what is on file, unless that file is gone.
 */
export function fileForm(
  context: CoreContext,
  actor: string,
  folder: string,
  made: Omit<NewPaper, 'kind' | 'note'>,
  missing: readonly { readonly codePoint: string; readonly where: string }[] = [],
): FiledForm {
  const { database } = context
  const sha256 = createHash('sha256').update(made.data).digest('hex')
  const signs = [...new Set(missing.map(({ codePoint, where }) => `${where}（${codePoint}）`))]
  const known = database.papers
    .ofSubject(made.subject)
    .find((row) => row.sha256 === sha256 && row.kind === 'form' && documentBytes(context, row) !== null)
  if (known !== undefined) return filed(known, signs)
  const note = signs.length === 0 ? null : `以“〓”代替的字：${signs.join('、')}`
  return withPlacedPaper(context, folder, { ...made, kind: 'form', note }, (placed) =>
    filed(
      database.transaction(() => recordPaper(context, actor, placed, now(context))),
      signs,
    ),
  )
}

function filed({ id, name, type, pages }: PaperRow, missing: readonly string[]): FiledForm {
  return { id, name, type, pages, missing }
}
