import type { DrawBasisRow } from '../../../db/scheme-store.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import type { CoreContext } from '../context.ts'

/** A year's plan as it was approved. */
export interface ApprovedPlan {
  /** epoch milliseconds: what the plan said then is what was approved */
  readonly moment: number
  /** 批准文号; `null` where the approval named none */
  readonly documentNumber: string | null
  readonly date: string
}

/** The newest release of a year's plan that was approved and not sent back afterwards; `null` where there is none. */
export function approvedPlan({ database }: CoreContext, year: number): ApprovedPlan | null {
  for (const release of database.releases.of('plans', year)) {
    const steps = database.releases.steps(release.id)
    const approved = steps.findLast(({ step }) => step === 'approved')
    const returned = steps.findLast(({ step }) => step === 'returned')
    if (approved !== undefined && (returned?.sequence ?? -1) < approved.sequence)
      return { moment: release.moment, documentNumber: approved.number, date: approved.date }
  }
  return null
}

/**
 * What an approved plan says of a line; `null` where the line was not in it. A line that says something else by now
 * was adjusted since, and its adjustment waits for an approval of its own: a further release of the year's plan.
 */
export function approvedLine({ database }: CoreContext, plan: ApprovedPlan, line: Serial): PlanLine | null {
  const version = database.plans.history(line).findLast(({ moment }) => moment <= plan.moment)
  return version === undefined || version.change === 'retired' ? null : version.row
}

/** Numbers of the draws that were held on a line and stand; a rehearsal is none. */
export function drawsOfLine(context: CoreContext, line: Serial): readonly string[] {
  return drawsOn(context, (basis) => basis.line === line)
}

/** Numbers of the draws that were held on an 实施方案 and stand; a rehearsal is none. */
export function drawsOfScheme(context: CoreContext, scheme: string): readonly string[] {
  return drawsOn(context, (basis) => basis.scheme === scheme)
}

function drawsOn(
  { database: { draws, schemes } }: CoreContext,
  rests: (basis: DrawBasisRow) => boolean,
): readonly string[] {
  const held = new Set(
    schemes
      .bases()
      .filter(rests)
      .map((basis) => `${basis.draw}\t${basis.attempt}`),
  )
  return draws
    .summaries()
    .filter(
      ({ draw, attempt, resultDigest, ending }) =>
        draw.mode !== 'rehearsal' &&
        resultDigest !== null &&
        ending === null &&
        held.has(`${draw.number}\t${attempt}`),
    )
    .map(({ draw }) => draw.number)
}
