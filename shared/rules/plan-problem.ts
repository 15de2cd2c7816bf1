import type { Problem } from './problem.ts'
import type { RuleCode } from './set-aside.ts'
import type { Strength } from './strength.ts'

/** What can be wrong with a year's plan (年度计划) or one line of it (计划项). */
export type PlanProblemCode =
  | 'item-unknown'
  | 'item-not-included'
  | 'register-empty'
  | 'ratio-missing'
  | 'ratio-invalid'
  | 'general-ceiling'
  | 'bounds-conflict'
  | 'frequency-missing'
  | 'emphasis-below'
  | 'content-missing'
  | 'other-year'
  | 'number-repeated'
  | 'item-without-line'
  | 'objects-without-line'
  | 'deadline-near'
  | 'deadline-passed'
  | Extract<RuleCode, 'ratio-floor' | 'ratio-ceiling' | 'frequency-floor' | 'frequency-ceiling'>

export interface PlanProblem extends Problem<PlanProblemCode> {
  /** position in the lines that were checked; `null`: of the plan as a whole */
  readonly line: number | null
}
/** What is wrong with one line, by itself. */
export type LineProblem = Problem<PlanProblemCode>

/** A problem that no reason lets pass. */
export function firm(code: PlanProblemCode, sentence: string, clause: string | null = null): LineProblem {
  return { code, sentence, clause, strength: 'firm', canSetAside: false }
}

/** A problem that a printed reason lets pass: of a rule with 原则上, or of one that itself asks for the reason. */
export function yielding(
  code: PlanProblemCode,
  sentence: string,
  clause: string | null = null,
  strength: Strength = 'principle',
): LineProblem {
  return { code, sentence, clause, strength, canSetAside: true }
}
