import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import type { Slot, Stratum, Topology, Vacancy } from '../../../shared/draw/manifest.ts'

/**
 * What the paper says beyond the frozen texts, stored with them at the freeze: the plan, the sizes of the
 * registers, and which version of every row was frozen, so that an old form stays answerable.
 */
export interface FrozenFacts {
  readonly plan: DrawPlan
  readonly objectTotal: number | null
  readonly inspectorTotal: number | null
  /** objects of the register that are outside the conditions and so in no list */
  readonly objectsOutside: number
  readonly versions: { readonly objects: Versions; readonly inspectors: Versions }
  /** reasons in words for the recusals of the list: `<object>\t<inspector>` */
  readonly recusalReasons: Readonly<Record<string, string>>
  readonly notes: readonly string[]
}

/** Serial → version. */
export type Versions = Readonly<Record<string, number>>

/** A plan with the lists it comes to: everything a manifest needs but names, times and digests. */
export interface Assembled {
  readonly lists: DrawLists
  readonly strata: readonly Stratum[]
  readonly vacancies: readonly Vacancy[]
  readonly topology: Topology
  readonly teams: number | null
  readonly slots: readonly Slot[]
  readonly amends: string | null
  readonly facts: FrozenFacts
  /** what contradicts the chain that is amended; empty when nothing does */
  readonly problems: readonly string[]
}

/** Reads the facts of a freeze back. They were written by this program and are trusted to be as they were. */
export function readFrozenFacts(value: unknown): FrozenFacts {
  return value as FrozenFacts
}
