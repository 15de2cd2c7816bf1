import type { Archived } from '../../../shared/api/session.ts'
import type { CoreContext } from '../context.ts'

/** The signed form that is on file (归档) of an attempt, `null` while it is waited for. */
export function archivedOf(_context: CoreContext, _number: string, _attempt: number): Archived | null {
  return null
}
