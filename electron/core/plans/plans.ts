import type { RegisterVersion } from '../../../db/register-version.ts'
import type { PlannedLine, PlanProblemShown, PlanYear } from '../../../shared/api/plan-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { monthsOf } from '../../../shared/rules/months.ts'
import type { PlanProblem } from '../../../shared/rules/plan-problem.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import type { Releases } from '../releases/releases.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { approvedPlan } from '../rules/plan-in-force.ts'
import { type CopiedLine, copiedLines } from './copy-plan.ts'
import { drawsByLine } from './line-progress.ts'
import { type ObjectGroup, objectGroups } from './object-groups.ts'
import { standingOf } from './plan-line-approved.ts'
import { checkedPlan, stopsApproval } from './plan-problems.ts'
import { plannedCounts } from './planned-counts.ts'

type Version = RegisterVersion<PlanLine>

/** Where people work that say no 股室. */
const nowhere = '未写明股室'

/** 年度计划: a year's lines with what is wrong with them, how the plan stands, how far it has come; copies of a year. */
export class Plans {
  readonly #context: CoreContext
  readonly #releases: Releases

  constructor(context: CoreContext, releases: Releases) {
    this.#context = context
    this.#releases = releases
  }

  /** Years that have lines, the newest first. */
  years() {
    const years = Map.groupBy(this.#context.database.plans.current(), ({ row }) => row.year)
    return [...years]
      .sort(([a], [b]) => b - a)
      .map(([year, lines]) => ({ year, lines: lines.length, state: this.#state(year).state }))
  }

  /** A year's plan as it stands now. */
  year(year: number): PlanYear {
    const { database } = this.#context
    const { preset } = rulesInForce(this.#context)
    const versions = this.#lines(year)
    const groups = objectGroups(this.#context)
    const rows = versions.map(({ row }) => row)
    const { problems } = checkedPlan(this.#context, year, rows, groups)
    const { state, reason } = this.#state(year)
    const today = now(this.#context).slice(0, 10)
    return {
      year,
      preset: preset.title,
      responsible: preset.words.responsible,
      lines: this.#plannedLines(versions, problems, groups),
      problems: problems.filter(({ line }) => line === null).map((problem) => shown(problem, reason)),
      state,
      waiting: this.#waiting(year),
      deadline: deadlineOf(preset, year, today),
      completion: completionOf(preset, year, today),
      people: [
        ...Map.groupBy(
          database.inspectors.current().filter(({ row }) => row.kind === '执法人员' && row.state === '在岗'),
          ({ row }) => row.department ?? nowhere,
        ),
      ].map(([department, found]) => ({ department, count: found.length })),
    }
  }

  /** What copying a year's lines into another would give. Writes nothing. */
  copyable(from: number, to: number): readonly CopiedLine[] {
    const items = this.#context.database.items.current().map(({ row }) => row)
    const there = this.#lines(to).map(({ row }) => row)
    return copiedLines(this.#lines(from), to, there, items)
  }

  /** Copies lines into another year. Refuses with `LIST_EMPTY` where none of them can be copied. */
  copy(actor: string, from: number, to: number, lines: readonly Serial[]): { readonly added: Serial[] } {
    const { database } = this.#context
    return database.transaction(() => {
      const wanted = this.copyable(from, to).filter(
        (line) => line.obstacle === null && lines.includes(line.from),
      )
      if (wanted.length === 0)
        throw new RefusalError(
          'LIST_EMPTY',
          `所选的${from}年度计划项都不能复制到${to}年度。没有写入任何数据。请查看各项后面的说明。`,
        )
      const at = now(this.#context)
      const reason = `复制自${from}年度计划`
      const added = database.plans.add(
        wanted.map(({ row }) => row),
        { at, by: actor, reason },
      )
      for (const serial of added)
        record(this.#context, actor, 'register.added', { register: 'plans', serial, version: 1, reason }, at)
      return { added }
    })
  }

  #lines(year: number): readonly Version[] {
    return this.#context.database.plans
      .current()
      .filter(({ row }) => row.year === year)
      .sort((a, b) => (a.row.number < b.row.number ? -1 : a.row.number > b.row.number ? 1 : 0))
  }

  #state(year: number): Pick<PlanYear, 'state'> & { readonly reason: string | null } {
    const { state, releases } = this.#releases.of({ subject: 'plans', year })
    return { state, reason: releases[0]?.reason ?? null }
  }

  /** Lines that were adjusted, added or taken out since the approval; 0 while nothing was approved. */
  #waiting(year: number): number {
    const plan = approvedPlan(this.#context, year)
    if (plan === null) return 0
    const standing = this.#lines(year).filter(
      (line) => standingOf(this.#context, plan, line) !== 'approved',
    ).length
    const now = new Set(this.#lines(year).map(({ serial }) => serial))
    const gone = this.#context.database.plans
      .asOf(plan.moment)
      .filter(({ serial, row }) => row.year === year && !now.has(serial)).length
    return standing + gone
  }

  #plannedLines(
    versions: readonly Version[],
    problems: readonly PlanProblem[],
    groups: readonly ObjectGroup[],
  ): PlannedLine[] {
    const { database } = this.#context
    const counts = plannedCounts(
      this.#context,
      versions.map(({ row }) => row),
      groups,
    )
    const plan = versions[0] === undefined ? null : approvedPlan(this.#context, versions[0].row.year)
    const draws = drawsByLine(this.#context)
    const schemes = Map.groupBy(database.schemes.list(), ({ line }) => line)
    return versions.map((version, index) => {
      const { serial, row } = version
      const planned = counts[index]
      if (planned === undefined) throw new Error(`the line ${serial} was not counted`)
      return {
        serial,
        version: version.version,
        row,
        standing: standingOf(this.#context, plan, version),
        problems: problems.filter(({ line }) => line === index).map((problem) => shown(problem, null)),
        register: planned.register,
        objects: planned.objects,
        total: planned.total,
        months: [...monthsOf(row.period)],
        draws: [...(draws.get(serial) ?? [])],
        schemes: (schemes.get(serial) ?? []).map(({ id, body }) => ({
          id,
          title: (body as { readonly title: string }).title,
          approved: database.schemes.approval(id) !== null,
        })),
      }
    })
  }
}

function shown(problem: PlanProblem, planReason: string | null): PlanProblemShown {
  const { code, sentence, clause, strength, canSetAside } = problem
  return { code, sentence, clause, strength, canSetAside, stops: stopsApproval(problem, planReason) }
}

/** Days from one day to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function deadlineOf({ planDeadline }: Preset, year: number, today: string): PlanYear['deadline'] {
  if (planDeadline === null) return null
  const day = `${year + planDeadline.year}-${planDeadline.day}`
  const { duty, words, clause } = planDeadline
  return { day, left: daysBetween(today, day), duty, words, clause }
}

function completionOf({ planCompletion }: Preset, year: number, today: string): PlanYear['completion'] {
  if (planCompletion === null) return null
  const day = `${year}-${planCompletion.day}`
  const { words, clause } = planCompletion
  return { day, left: daysBetween(today, day), words, clause }
}
