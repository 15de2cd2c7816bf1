import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { officialNeeds } from '../rules/official-needs.ts'

/**
 * Refuses an official draw that no approval carries, before a number is taken: with `NOT_APPROVED`,
 * `OUTSIDE_THE_PLAN` or `PLATFORM_NUMBER_MISSING`.
 */
export function refuseNeeds(context: CoreContext, plan: PlanOf<'draw'>, today: string): void {
  const [first] = officialNeeds(context, rulesInForce(context).preset, plan, today)
  if (first !== undefined)
    throw new RefusalError(first.code, `${first.sentence}没有取号，也没有写入任何数据。`)
}
