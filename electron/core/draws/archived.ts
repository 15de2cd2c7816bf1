import type { Archived } from '../../../shared/api/session.ts'
import type { CoreContext } from '../context.ts'

/** The newest signed form that is on file (归档) of an attempt, `null` while it is waited for. */
export function archivedOf(context: CoreContext, number: string, attempt: number): Archived | null {
  const signed = context.database.documents.signed(number, attempt)
  if (signed === null || signed.compared === null) return null
  const { id, at, by, compared } = signed
  return { document: id, at, by, compared }
}
