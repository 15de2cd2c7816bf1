import type { RegisterVersion } from '../../../db/register-version.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { canonicalText } from '../papers/canonical-digest.ts'
import { type ApprovedPlan, approvedLine, approvedPlan } from '../rules/plan-in-force.ts'

/** How a line stands towards the approval of its year's plan. */
export type LineStanding = 'approved' | 'not-approved' | 'adjusted' | 'added'

/**
 * A line is approved where the newest approved version of its year's plan has it and it says the same now. One that was
 * changed or added since (已调整，待批准) waits for the adjustment's own approval.
 */
export function standingOf(
  context: CoreContext,
  plan: ApprovedPlan | null,
  { serial, row }: Pick<RegisterVersion<PlanLine>, 'serial' | 'row'>,
): LineStanding {
  if (plan === null) return 'not-approved'
  const approved = approvedLine(context, plan, serial)
  if (approved === null || approved.year !== row.year) return 'added'
  return canonicalText(approved) === canonicalText(row) ? 'approved' : 'adjusted'
}

/** Whether a plan line is approved as it stands now, by which document, or why not and what to do. */
export type LineApproval =
  | { readonly approved: true; readonly documentNumber: string | null; readonly date: string }
  | { readonly approved: false; readonly sentence: string }

/** {@link LineApproval} of a line by its serial. */
export function planLineApproved(context: CoreContext, line: Serial): LineApproval {
  const version = context.database.plans.get(line)
  if (version === null) return { approved: false, sentence: `年度计划中没有“${line}”这一计划项` }
  const { year, number } = version.row
  const name = `${year}年度计划的“${number}”`
  if (version.change === 'retired') return { approved: false, sentence: `${name}已停用，请改用其他计划项` }
  const plan = approvedPlan(context, year)
  const standing = standingOf(context, plan, version)
  if (plan === null || standing === 'not-approved')
    return {
      approved: false,
      sentence: `${year}年度计划还没有批准，请先在年度计划中报审并登记批准`,
    }
  if (standing === 'approved') return { approved: true, documentNumber: plan.documentNumber, date: plan.date }
  return {
    approved: false,
    sentence: `${name}在批准之后${standing === 'adjusted' ? '已调整' : '新增'}，还没有批准，请重新报审并登记批准`,
  }
}

/** Refuses with `REASON_MISSING` a change of a line that is approved as it stands: an adjustment leaves a trace. */
export function refuseUnexplained(context: CoreContext, line: Serial, reason: string | null): void {
  if (reason !== null || !planLineApproved(context, line).approved) return
  throw new RefusalError(
    'REASON_MISSING',
    `计划项“${line}”已经批准，修改须写明原因。没有写入任何数据。请填写修改原因后重试；改动须重新报审、批准后才生效。`,
  )
}
