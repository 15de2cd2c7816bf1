import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import { schemeBodySchema } from '../../../shared/api/scheme-contract.ts'
import { applies } from '../../../shared/registry/applies.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import { fits } from '../../../shared/rules/conditions.ts'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { shareUp } from '../../../shared/rules/per-cent.ts'
import type { CoreContext } from '../context.ts'
import type { DrawRules } from '../rules/draw-rules.ts'

/**
 * Sentences for paper where more are drawn than was approved: than the ratios of the plan line come to, or than the
 * 实施方案 says (被检查对象数量, S2 第九条). Where no text bounds the ratio the plan does, so that is never passed unsaid.
 *
 * @param inScope the objects of the draw before exclusions
 */
export function beyondApproved(
  { database }: CoreContext,
  { preset, line, items }: Pick<DrawRules, 'preset' | 'line' | 'items'>,
  { mode, basis }: PlanOf<'draw'>,
  inScope: readonly InspectionObject[],
  total: number,
): readonly string[] {
  if (basis === null || mode === 'rehearsal') return []
  const notes: string[] = []
  const planned = line === null ? null : plannedCount({ preset, line, items }, inScope)
  if (line !== null && planned !== null && total > planned)
    notes.push(`计划项“${line.number}”按计划的比例应抽${planned}个，本次抽取${total}个。`)
  const scheme = basis.scheme === null ? null : database.schemes.get(basis.scheme)
  const approved = scheme === null ? null : (schemeBodySchema.safeParse(scheme.body).data?.objects ?? null)
  if (approved !== null && total > approved)
    notes.push(`实施方案列明被检查对象${approved}个，本次抽取${total}个。`)
  return notes
}

/** How many the line's own ratios come to; `null` where they do not say of everybody. */
function plannedCount(
  { preset, line, items }: Pick<DrawRules, 'preset' | 'line' | 'items'>,
  objects: readonly InspectionObject[],
): number | null {
  if (line === null || line.ratio === null) return null
  const strata = defaultStrata(preset, items, line)
  const sizes = new Map(strata.map((stratum) => [stratum, 0]))
  const subjectTo = (name: string, object: InspectionObject) =>
    items.some((item) => item.name === name && applies(item, object))
  for (const object of objects) {
    const own = strata.find(({ conditions }) => fits(conditions, object, subjectTo))
    if (own !== undefined) sizes.set(own, (sizes.get(own) ?? 0) + 1)
  }
  const counts = strata.map((stratum) =>
    stratum.ratio === null ? null : shareUp(stratum.ratio, sizes.get(stratum) ?? 0),
  )
  const sum = counts.reduce((a, b) => (a === null || b === null ? null : a + b), 0)
  return sum === null || line.estimate === null ? sum : Math.max(sum, line.estimate)
}
