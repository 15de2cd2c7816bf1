import type { Overview } from '../../../shared/api/overview-contract.ts'
import { heldOf, lineState } from '../../../shared/forms/year-figures.ts'
import { isConfirmed } from '../../../shared/registry/applies.ts'
import { coverage } from '../../../shared/rules/coverage.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { type CoreContext, now } from '../context.ts'
import { namingCells } from '../items/object-cells.ts'
import { planLineApproved } from '../plans/plan-line-approved.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { approvedPlan } from '../rules/plan-in-force.ts'
import { standingDraws } from '../year/standing-draws.ts'
import { readLines } from '../year/year-facts.ts'

/** How far the office's work of the year has come, as the first page tells it. */
export interface WorkFacts {
  readonly work: Overview['work']
  /** plan lines of this year whose month is over, and those of this month */
  readonly late: number
  /** plan lines of an approved plan that were changed or added since, and wait for their own approval */
  readonly adjusted: number
  readonly thisMonth: number
  /** the plan that is due by the preset and not ready; `null` where none is */
  readonly deadline: PlanDeadline | null
  /** fields (领域) whose coverage is below the preset's target */
  readonly uncovered: readonly { readonly field: string; readonly share: number; readonly target: number }[]
  /** clause of the target */
  readonly coverageClause: string | null
}

export interface PlanDeadline {
  /** of the plan */
  readonly year: number
  /** the last day */
  readonly day: string
  readonly duty: '制定' | '报送' | '备案'
  readonly clause: string | null
}

/** A plan's day is told so many days before it. */
const deadlineNotice = 30

export function readWork(context: CoreContext): WorkFacts {
  const { database } = context
  const today = now(context).slice(0, 10)
  const year = Number(today.slice(0, 4))
  const { preset } = rulesInForce(context)
  const lines = readLines(context, year)
  const held = heldOf(standingDraws(context, year))
  const states = lines.map((line) => lineState(line, held.get(line.serial) ?? 0, year, today))
  const plan = approvedPlan(context, year)
  const items = database.items.current().map(({ row }) => row)
  const powers = database.powers.current().map(({ row }) => row)
  const named = namingCells(database)
  return {
    work: {
      unconfirmed: items.filter(
        (item) => item.included && !isConfirmed(item) && (named.get(item.name) ?? []).length === 0,
      ).length,
      plan: { year, lines: lines.length, approved: plan !== null },
      schemes: readSchemes(context),
    },
    late: states.filter((state) => state === 'late').length,
    adjusted:
      plan === null
        ? 0
        : database.plans
            .current()
            .filter(({ serial, row }) => row.year === year && !planLineApproved(context, serial).approved)
            .length,
    thisMonth: states.filter((state) => state === 'month').length,
    deadline: planDeadline(context, preset, today),
    uncovered: coverage(powers, items, preset).fields.flatMap(({ field, share, target, met }) =>
      met === false && share !== null ? [{ field, share, target }] : [],
    ),
    coverageClause: preset.coverage.clause,
  }
}

/** Schemes that wait: for their approval, or for a draw. A rehearsal, an aborted and a void attempt are none. */
function readSchemes({ database: { schemes, draws } }: CoreContext): Overview['work']['schemes'] {
  const standing = new Set(
    draws
      .summaries()
      .filter(({ draw, ending }) => draw.mode !== 'rehearsal' && ending === null)
      .map(({ draw, attempt }) => `${draw.number}\t${attempt}`),
  )
  const used = new Set(
    schemes
      .bases()
      .filter(({ draw, attempt }) => standing.has(`${draw}\t${attempt}`))
      .map(({ scheme }) => scheme),
  )
  const waiting = schemes.list().map(({ id }) => ({ id, approved: schemes.approval(id) !== null }))
  return {
    drafts: waiting.filter(({ approved }) => !approved).length,
    ready: waiting.filter(({ id, approved }) => approved && !used.has(id)).length,
  }
}

/**
 * The plan whose day is near or over: next year's where the preset wants it a year ahead (S0 三（五）), else this year's.
 * Ready is one that was approved, and, where the preset wants that, handed in (报送, 备案).
 */
function planDeadline(
  context: CoreContext,
  { planDeadline: rule }: Preset,
  today: string,
): PlanDeadline | null {
  if (rule === null) return null
  const year = Number(today.slice(0, 4)) - rule.year
  const day = `${year + rule.year}-${rule.day}`
  const near = new Date(Date.parse(`${day}T00:00:00Z`) - deadlineNotice * 86_400_000)
    .toISOString()
    .slice(0, 10)
  const { duty, clause } = rule
  return today < near || isReady(context, year, duty) ? null : { year, day, duty, clause }
}

function isReady(context: CoreContext, year: number, duty: PlanDeadline['duty']): boolean {
  const { releases } = context.database
  if (duty === '制定') return approvedPlan(context, year) !== null
  return releases.of('plans', year).some(({ id }) => releases.steps(id).some(({ step }) => step === 'filed'))
}
