import type { PoolRow } from '../../../shared/api/draw-contract.ts'
import { sessionStateWords } from '../../../shared/api/session.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { placesOf } from './list-places.ts'
import { readFreeze } from './parsed-freeze.ts'
import { readSession } from './session.ts'

/** Which rows of the frozen lists are wanted. */
export interface PoolPart {
  readonly what: 'object' | 'inspector'
  readonly limit: number
  readonly offset: number
}

/** Rows of the frozen lists in the order of the picks' indexes. Refuses with `DRAW_UNKNOWN` or `WRONG_STATE`. */
export function poolOf(
  context: CoreContext,
  number: string,
  { what, limit, offset }: PoolPart,
): { readonly total: number; readonly rows: readonly PoolRow[] } {
  const freeze = readFreeze(context, number, context.database.draws.attempts(number).length)
  if (freeze === null) {
    const { state } = readSession(context, number)
    throw new RefusalError(
      'WRONG_STATE',
      `“${number}”${sessionStateWords[state]}，还没有名单可看。场次保持原样。请先锁定名单。`,
    )
  }
  const { objects, inspectors } = placesOf(freeze)
  const rows = what === 'object' ? objects : inspectors
  return { total: rows.length, rows: rows.slice(offset, offset + limit) }
}
