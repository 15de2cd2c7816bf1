import type { DocumentRow } from '../../../db/document-store.ts'
import type { CoreContext } from '../context.ts'

/** A paper of anything but a draw, as a document is told: under its subject, of no attempt. */
export function paperAsDocument({ database }: CoreContext, id: string): DocumentRow | null {
  const row = database.papers.get(id)
  if (row === null) return null
  const { subject, kind, ...said } = row
  return {
    ...said,
    draw: subject,
    attempt: 0,
    kind: kind === 'proof' ? 'other' : kind,
    facts: null,
    compared: null,
    form: null,
    copy: 1,
    original: null,
  }
}
