import type { Strength } from './strength.ts'

/** Something of a plan or a draw that a rule does not allow, or allows with a printed reason only. */
export interface Problem<Code extends string = string> {
  readonly code: Code
  /** what is wrong, with the clause, and what to do */
  readonly sentence: string
  readonly clause: string | null
  readonly strength: Strength
  /** whether a printed reason lets it pass */
  readonly canSetAside: boolean
}
