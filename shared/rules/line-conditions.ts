import type { PlanLine } from '../registry/plan-line.ts'
import type { ObjectConditions } from './conditions.ts'

const given = (list: readonly string[]) => (list.length === 0 ? undefined : list)

/** 定向条件 of a plan line (计划项): only the lists that it fills in bound it. */
export function lineConditions(
  line: Pick<PlanLine, 'kinds' | 'businessCategories' | 'regions'>,
): ObjectConditions {
  return {
    kinds: given(line.kinds),
    businessCategories: given(line.businessCategories),
    regions: given(line.regions),
  }
}
