import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import { type DrawPlan, drawPlanSchema } from '../../../shared/api/draw-plan.ts'
import type { RefusalCode } from '../../../shared/api/refusals.ts'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import type { Slot, Stratum, Topology, Vacancy } from '../../../shared/draw/manifest.ts'
import type { GroundFacts } from '../../../shared/forms/draw-facts.ts'

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
  /** what the draw rests on, in the words of that day: 执行细则, plan line, approval, reasons */
  readonly grounds: readonly GroundFacts[]
  /** of objects that are not visited for all items of the draw: which ones, as positions in the plan's list */
  readonly visitItems: Readonly<Record<string, readonly number[]>>
}

/** Serial → version. */
export type Versions = Readonly<Record<string, number>>

/** Why lists cannot be frozen, as a sentence with what to do. */
export interface FreezeProblem {
  readonly code: RefusalCode
  readonly sentence: string
}

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
  /** what the 执行细则 says of it; `null` for a match or a replacement */
  readonly rules: DrawPreview['rules']
  /** what must be mended before these lists are frozen, the most important first */
  readonly obstacles: readonly FreezeProblem[]
}

type Earlier = Partial<Pick<FrozenFacts, 'grounds' | 'visitItems'>>

/**
 * Reads the facts of a freeze back. They were written by this program and are trusted to be as they were; a freeze
 * from before there were plans says nothing of one, and its plan is read with what was not asked yet.
 */
export function readFrozenFacts(value: unknown): FrozenFacts {
  const facts = value as Earlier & FrozenFacts
  return {
    ...facts,
    plan: completed(facts.plan),
    grounds: facts.grounds ?? [],
    visitItems: facts.visitItems ?? {},
  }
}

/** A plan that says all it must is taken as it is: reading it anew costs what its longest list is long. */
function completed(plan: DrawPlan): DrawPlan {
  const isWhole = plan.kind === 'draw' ? 'basis' in plan : plan.kind !== 'match' || 'people' in plan
  return isWhole ? plan : (drawPlanSchema.safeParse(plan).data ?? plan)
}
