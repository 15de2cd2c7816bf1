import { commonRules } from '../../../shared/rules/common-rules.ts'
import { describePreset, type PresetEntry } from '../../../shared/rules/describe-preset.ts'
import { checkPlan, objectsWithoutLine } from '../../../shared/rules/plan-checks.ts'
import type { PlanProblem } from '../../../shared/rules/plan-problem.ts'
import type { PresetName } from '../../../shared/rules/preset.ts'
import { type CoreContext, now } from '../context.ts'
import { drawItems, registerSizeOf } from './draw-items.ts'
import { type EligibleObjects, eligibleObjects } from './eligible.ts'
import { rulesInForce } from './office-rules.ts'

/** The 执行细则 in force as people read it. */
export interface RulesInWords {
  readonly name: PresetName
  readonly title: string
  /** what the office's text says, line by line with its clauses */
  readonly rules: readonly PresetEntry[]
  /** what binds every office, whatever its text */
  readonly common: readonly {
    readonly title: string
    readonly value: string
    readonly clause: string | null
  }[]
}

/** A problem of a year's plan, with the number of its line. */
export interface NamedPlanProblem extends Omit<PlanProblem, 'line'> {
  /** 计划编号; `null` for the plan as a whole */
  readonly line: string | null
}

/** The rules (执行细则) as the command line asks for them. Nothing here writes. */
export class Rules {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** The rules in force. */
  inWords(): RulesInWords {
    const { name, preset } = rulesInForce(this.#context)
    return {
      name,
      title: preset.title,
      rules: describePreset(preset),
      common: commonRules.map(({ title, words, clause }) => ({ title, value: words, clause })),
    }
  }

  /** Every object of an item on a day (today where none is given). Refuses with `ROW_UNKNOWN`. */
  eligible(item: string, on: string | null): EligibleObjects {
    return eligibleObjects(this.#context, item, on)
  }

  /** The years that have a plan, the newest first. */
  plannedYears(): readonly number[] {
    const years = this.#context.database.plans.current().map(({ row }) => row.year)
    return [...new Set(years)].sort((a, b) => b - a)
  }

  /**
   * What is wrong with a year's plan. An item whose 适用对象 nobody has confirmed is counted by the list's own word, and
   * named in `unconfirmed`.
   */
  planProblems(year: number): {
    readonly problems: readonly NamedPlanProblem[]
    readonly unconfirmed: readonly string[]
  } {
    const { database } = this.#context
    const lines = database.plans
      .current()
      .map(({ row }) => row)
      .filter((line) => line.year === year)
    const objects = database.objects.current().map(({ row }) => row)
    const list = database.items.current().map(({ row }) => row)
    const names = list.map(({ name }) => name)
    const { items, unconfirmed } = drawItems(names, list, objects)
    const sizes = new Map(items.map((item) => [item.name, registerSizeOf([item], objects)]))
    const today = now(this.#context).slice(0, 10)
    const without = objectsWithoutLine(lines, items, objects)
    const { preset } = rulesInForce(this.#context)
    const planned = new Set(lines.flatMap((line) => [line.item, ...line.furtherItems]))
    return {
      problems: checkPlan(preset, year, lines, items, sizes, today, without).map(({ line, ...problem }) => ({
        ...problem,
        line: line === null ? null : (lines[line]?.number ?? null),
      })),
      unconfirmed: unconfirmed.map(({ name }) => name).filter((name) => planned.has(name)),
    }
  }

  /** The serial of a plan line by its 计划编号 (or its serial): of this year where several years use the number. */
  planLine(word: string): string | null {
    const { plans } = this.#context.database
    const year = Number(now(this.#context).slice(0, 4))
    const known = plans.current().filter(({ row, serial }) => row.number === word || serial === word)
    return (known.find(({ row }) => row.year === year) ?? known.at(-1))?.serial ?? null
  }
}
