import { createHash } from 'node:crypto'
import type { DocumentRow } from '../../../db/document-store.ts'
import type { CoreContext } from '../context.ts'

/** What was archived, `null` where the file is gone or is no longer what was archived. */
export function documentBytes(
  { papers }: CoreContext,
  row: Pick<DocumentRow, 'path' | 'sha256'>,
): Uint8Array | null {
  const bytes = papers.read(row.path)
  const same = bytes !== null && createHash('sha256').update(bytes).digest('hex') === row.sha256
  return same ? bytes : null
}
