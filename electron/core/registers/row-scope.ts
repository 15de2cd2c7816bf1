import type { SearchFilters } from '../../../db/register-search.ts'
import type { RegisterVersion } from '../../../db/register-version.ts'
import type { RowScope } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import type { CoreContext } from '../context.ts'
import { PastRegister } from './past-register.ts'
import { storeOf } from './registers.ts'

/** A version of a row of any register. */
export type AnyRow = RegisterVersion<RegisterRows[RegisterName]>

/** The rows that are meant, as they stand now, by serial; who is retired meanwhile is not among them. */
export function rowsNow(context: CoreContext, register: RegisterName, scope: RowScope): readonly AnyRow[] {
  const store = storeOf(context.database, register)
  if (scope.by === 'serials')
    return [...new Set(scope.serials)].sort().flatMap((serial): AnyRow[] => {
      const version = store.get(serial)
      return version === null || version.change === 'retired' ? [] : [version]
    })
  if (scope.piece.trim() === '' && isEmpty(scope.filters)) return store.current()
  return store.search(scope.piece, { limit: Number.MAX_SAFE_INTEGER, offset: 0 }, scope.filters).rows
}

/**
 * The rows of {@link rowsNow} one after the other, and how many there are. A whole register is read page by page, so that
 * whoever writes it out lets others have their turn; what is changed meanwhile comes as it is when its page is read.
 */
export function eachRowNow(
  context: CoreContext,
  register: RegisterName,
  scope: RowScope,
): { readonly count: number; readonly rows: Iterable<AnyRow> } {
  if (scope.by === 'search' && scope.piece.trim() === '' && isEmpty(scope.filters)) {
    const store = storeOf(context.database, register)
    return { count: store.count(), rows: store.iterate() }
  }
  const rows = rowsNow(context, register, scope)
  return { count: rows.length, rows }
}

/** The rows that are meant, as they stood at a moment (epoch milliseconds). */
export function rowsThen(
  context: CoreContext,
  register: RegisterName,
  scope: RowScope,
  moment: number,
): readonly AnyRow[] {
  const rows = storeOf(context.database, register).asOf(moment)
  return new PastRegister(context.database, register, rows).find(scope)
}

function isEmpty(filters: SearchFilters): boolean {
  return Object.keys(filters).length === 0
}
