import type { RegisterVersion } from '../../../db/register-version.ts'
import { applies } from '../../../shared/registry/applies.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { checkPlan, objectsWithoutLine } from '../../../shared/rules/plan-checks.ts'
import type { PlanProblem } from '../../../shared/rules/plan-problem.ts'
import { type CoreContext, now } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { countIn, type ObjectGroup, objectGroups } from './object-groups.ts'

/** Problems that are named in a refusal; the page shows them all. */
const namedMost = 2

/** A year's plan with what is wrong with it, and how many objects of the register each item applies to. */
export interface CheckedPlan {
  readonly problems: readonly PlanProblem[]
  readonly sizes: ReadonlyMap<string, number>
}

/** Checks lines of a year's plan against the 执行细则, the list and the register as they stand now. */
export function checkedPlan(
  context: CoreContext,
  year: number,
  lines: readonly PlanLine[],
  groups: readonly ObjectGroup[] = objectGroups(context),
): CheckedPlan {
  const { database } = context
  const items = database.items.current().map(({ row }) => row)
  const sizes = new Map(items.map((item) => [item.name, countIn(groups, (object) => applies(item, object))]))
  const today = now(context).slice(0, 10)
  const without = countIn(groups, (object) => objectsWithoutLine(lines, items, [object]) > 0)
  const problems = checkPlan(rulesInForce(context).preset, year, lines, items, sizes, today, without)
  return { problems, sizes }
}

/**
 * Whether a problem keeps a plan from being approved: what is firm; what yields to a reason and has none. The reason of
 * a problem of the whole plan is the one that the version was handed in with, and only a clause asks for it.
 */
export function stopsApproval(problem: PlanProblem, planReason: string | null): boolean {
  if (problem.code === 'deadline-near') return false
  if (problem.line !== null || !problem.canSetAside) return true
  return problem.clause !== null && planReason === null
}

/** Refuses with `PLAN_NOT_LAWFUL` a plan as it stood at `moment` while a rule is broken or a reason is missing. */
export function refuseUnlawfulPlan(
  context: CoreContext,
  year: number,
  moment: number,
  planReason: string | null,
): void {
  const lines: readonly RegisterVersion<PlanLine>[] = context.database.plans
    .asOf(moment)
    .filter(({ row }) => row.year === year)
  const { problems } = checkedPlan(
    context,
    year,
    lines.map(({ row }) => row),
  )
  const stopping = problems.filter((problem) => stopsApproval(problem, planReason))
  if (stopping.length === 0) return
  const named = stopping.slice(0, namedMost).map(({ line, sentence }) => {
    const number = line === null ? null : (lines[line]?.row.number ?? null)
    return number === null ? sentence : `${number}：${sentence}`
  })
  const more = stopping.length > namedMost ? `等共${stopping.length}处。` : ''
  throw new RefusalError(
    'PLAN_NOT_LAWFUL',
    `${year}年度计划还不能批准：${named.join('')}${more}没有写入任何数据。请在年度计划中改正或写明理由，重新报审。`,
  )
}
