import { fullId } from '../../../shared/registry/office.ts'
import type { Recusal } from '../../../shared/registry/recusal.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { successorsOf, successorsOfPerson } from './successors.ts'

/** One 回避关系 between people and objects as they stand in the registers, by full ids. */
export interface RecusalInForce extends Pick<Recusal, 'reason' | 'reasonCode'> {
  readonly object: string
  readonly inspector: string
}

/**
 * The 回避关系 of the register. One whose person or object was taken out and entered anew holds for the new row: nobody
 * inspects whom he must not because a row was written again.
 */
export function recusalsInForce(context: CoreContext): readonly RecusalInForce[] {
  const { code } = requireOffice(context)
  return context.database.recusals.current().flatMap(({ row }) => {
    const { reason, reasonCode } = row
    const objects = [row.object, ...successorsOf(context, row.object)]
    const inspectors = [row.inspector, ...successorsOfPerson(context, row.inspector)]
    return objects.flatMap((object) =>
      inspectors.map((inspector) => ({
        object: fullId(code, object),
        inspector: fullId(code, inspector),
        reason,
        reasonCode,
      })),
    )
  })
}

/** Who may not inspect what, `<object>\t<inspector>`. */
export function recusedPairs(context: CoreContext): ReadonlySet<string> {
  return new Set(recusalsInForce(context).map(({ object, inspector }) => pairOf(object, inspector)))
}

/** The key of a pair in {@link recusedPairs}. */
export function pairOf(object: string, inspector: string): string {
  return `${object}\t${inspector}`
}
