import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import { type ConditionsForm, conditionKeys, noConditions, type PlanForm } from './plan-form.ts'

/** Hundredths of a per cent as a form writes them: 500 is `5`, 1250 is `12.5`. */
export function ratioText(hundredths: number): string {
  return String(hundredths / 100)
}

/** The name of a task as an office would write it. */
export function taskNameOf(items: readonly string[], year: number): string {
  return items.length === 0 ? '' : `${year}年${items.join('、')}双随机抽查`
}

/**
 * What the choice of items proposes where a rehearsal rests on no plan: the task's name while nobody has written
 * another, the ratio of the item while there is one stratum, and whom the item applies to while no condition is set.
 *
 * @param named items that objects of the register name themselves (适用事项)
 */
export function proposeFromItems(
  form: PlanForm,
  chosen: readonly string[],
  register: readonly InspectionItem[],
  named: ReadonlySet<string>,
  year: number,
): Partial<PlanForm> {
  const unnamed = form.taskName === '' || form.taskName === taskNameOf(form.items, year)
  const ratio = register.find((item) => item.name === chosen[0])?.ratio ?? null
  const [only] = form.strata
  const before = conditionsOfItems(form.items, register, named)
  const untouched = conditionKeys.every(
    (key) => form.conditions[key].length === 0 || same(form.conditions[key], before[key]),
  )
  return {
    items: chosen,
    ...(unnamed ? { taskName: taskNameOf(chosen, year) } : {}),
    ...(form.strata.length === 1 && only !== undefined && ratio !== null && ratio > 0
      ? { strata: [{ ...only, by: 'ratio', ratio: ratioText(ratio) }] }
      : {}),
    ...(untouched ? { conditions: conditionsOfItems(chosen, register, named) } : {}),
  }
}

/** Whom items apply to, as far as conditions can say it: who names them, or what was confirmed for a single one. */
function conditionsOfItems(
  chosen: readonly string[],
  register: readonly InspectionItem[],
  named: ReadonlySet<string>,
): ConditionsForm {
  const items = chosen.filter((item) => named.has(item))
  if (items.length > 0) return { ...noConditions, items }
  const only = chosen.length === 1 ? register.find((item) => item.name === chosen[0]) : undefined
  return only === undefined
    ? noConditions
    : { ...noConditions, kinds: only.appliesKinds, businessCategories: only.appliesCategories }
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.every((value) => right.includes(value))
}
