import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import { conditionKeys, noConditions, type PlanForm } from './plan-form.ts'

/** Hundredths of a per cent as a form writes them: 500 is `5`, 1250 is `12.5`. */
export function ratioText(hundredths: number): string {
  return String(hundredths / 100)
}

/** The name of a task as an office would write it. */
export function taskNameOf(items: readonly string[], year: number): string {
  return items.length === 0 ? '' : `${year}年${items.join('、')}双随机抽查`
}

/**
 * What the choice of items proposes: the task's name while nobody has written another, the ratio of the item while
 * there is one stratum, and the objects that the item was confirmed for (适用事项) while no condition is set.
 */
export function proposeFromItems(
  form: PlanForm,
  chosen: readonly string[],
  register: readonly InspectionItem[],
  confirmed: ReadonlySet<string>,
  year: number,
): Partial<PlanForm> {
  const named = form.taskName === '' || form.taskName === taskNameOf(form.items, year)
  const ratio = register.find((item) => item.name === chosen[0])?.ratio ?? null
  const [only] = form.strata
  const untouched = conditionKeys.every(
    (key) =>
      form.conditions[key].length === 0 || (key === 'items' && same(form.conditions.items, form.items)),
  )
  const applies = chosen.filter((item) => confirmed.has(item))
  return {
    items: chosen,
    ...(named ? { taskName: taskNameOf(chosen, year) } : {}),
    ...(form.strata.length === 1 && only !== undefined && ratio !== null && ratio > 0
      ? { strata: [{ ...only, by: 'ratio', ratio: ratioText(ratio) }] }
      : {}),
    ...(untouched ? { conditions: { ...noConditions, items: applies } } : {}),
  }
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.every((value) => right.includes(value))
}
