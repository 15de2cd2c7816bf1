import { applies } from '../registry/applies.ts'
import type { InspectionItem } from '../registry/inspection-item.ts'
import type { InspectionObject } from '../registry/inspection-object.ts'
import type { PlanLine } from '../registry/plan-line.ts'
import { cited } from './cited.ts'
import { fits } from './conditions.ts'
import { lineConditions } from './line-conditions.ts'
import { checkPlanLine } from './plan-line-checks.ts'
import { firm, type LineProblem, type PlanProblem, yielding } from './plan-problem.ts'
import type { Preset } from './preset.ts'

/** How many objects of the register no line of the plan reaches (S1 附件4二1: 所有监管对象都需纳入检查范围). */
export function objectsWithoutLine(
  lines: readonly PlanLine[],
  items: readonly InspectionItem[],
  objects: Iterable<InspectionObject>,
): number {
  const byName = new Map(items.map((item) => [item.name, item]))
  const reaches = lines.map((line) => ({
    conditions: lineConditions(line),
    items: [line.item, ...line.furtherItems].flatMap((name) => byName.get(name) ?? []),
  }))
  let without = 0
  for (const object of objects)
    if (
      !reaches.some(
        (line) => fits(line.conditions, object) && line.items.some((item) => applies(item, object)),
      )
    )
      without += 1
  return without
}

/** The last day for a year's plan, and the day on which it is thirty days off. */
function deadlineOf(
  { planDeadline }: Preset,
  year: number,
): { readonly last: string; readonly near: string } | null {
  if (planDeadline === null) return null
  const last = `${year + planDeadline.year}-${planDeadline.day}`
  const near = new Date(`${last}T00:00:00Z`)
  near.setUTCDate(near.getUTCDate() - 30)
  return { last, near: near.toISOString().slice(0, 10) }
}

function checkDeadline(preset: Preset, year: number, today: string): readonly LineProblem[] {
  const { planDeadline } = preset
  const deadline = deadlineOf(preset, year)
  if (planDeadline === null || deadline === null || today < deadline.near) return []
  const rule = cited(planDeadline)
  if (today > deadline.last)
    return [
      yielding(
        'deadline-passed',
        `${rule}。${year}年度计划的时限（${deadline.last}）已过，请尽快${planDeadline.duty}，并写明理由。`,
        planDeadline.clause,
        // A day that is gone cannot be kept any more; the plan is made all the same, with its reason.
        'firm',
      ),
    ]
  return [
    yielding(
      'deadline-near',
      `${rule}。${year}年度计划须在${deadline.last}前${planDeadline.duty}。`,
      planDeadline.clause,
    ),
  ]
}

/**
 * What is wrong with a year's plan: every line, then the plan as a whole. `sizes` counts the register of each item by
 * name; `withoutLine` the objects that no line reaches ({@link objectsWithoutLine}).
 */
export function checkPlan(
  preset: Preset,
  year: number,
  lines: readonly PlanLine[],
  items: readonly InspectionItem[],
  sizes: ReadonlyMap<string, number>,
  today: string,
  withoutLine = 0,
): readonly PlanProblem[] {
  const byName = new Map(items.map((item) => [item.name, item]))
  const found: PlanProblem[] = []
  const add = (line: number | null, problems: readonly LineProblem[]) => {
    for (const problem of problems) found.push({ ...problem, line })
  }
  const numbers = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (line.year !== year)
      add(index, [firm('other-year', `这一项是${line.year}年度的，不属于${year}年度计划。请核对年度。`)])
    if (numbers.has(line.number))
      add(index, [firm('number-repeated', `计划编号“${line.number}”在同一年度出现两次。请修改编号。`)])
    numbers.add(line.number)
    add(index, checkPlanLine(preset, line, byName.get(line.item) ?? null, sizes.get(line.item) ?? 0))
    for (const name of line.furtherItems) {
      const further = byName.get(name)
      if (further === undefined)
        add(index, [
          firm('item-unknown', `${preset.words.itemList}中没有合并事项“${name}”。请核对事项名称。`),
        ])
      else if (!further.included)
        add(index, [
          firm('item-not-included', `合并事项“${name}”未纳入双随机，不能列入计划。请删去，或修改事项清单。`),
        ])
    }
  }
  const planned = new Set(lines.flatMap((line) => [line.item, ...line.furtherItems]))
  const scope = preset.planScope
  const inScope = scope === null ? '' : `${cited(scope)}。`
  const clause = scope?.clause ?? null
  const strength = scope === null ? 'principle' : 'firm'
  for (const item of items)
    if (item.included && !planned.has(item.name))
      add(null, [
        yielding(
          'item-without-line',
          `${inScope}事项“${item.name}”没有列入${year}年度计划。请增加计划项，或写明理由。`,
          clause,
          strength,
        ),
      ])
  if (withoutLine > 0)
    add(null, [
      yielding(
        'objects-without-line',
        `${inScope}名录中有${withoutLine}个对象不在任何计划项的范围内。请扩大范围，或写明理由。`,
        clause,
        strength,
      ),
    ])
  add(null, checkDeadline(preset, year, today))
  return found
}
