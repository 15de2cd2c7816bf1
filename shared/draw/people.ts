import { at } from './checked.ts'
import type { DrawLists, InspectorLine, ObjectLine } from './lists.ts'
import type { Manifest, Slot } from './manifest.ts'
import { type SeatAdmissions, whoLeavesFillable } from './matching.ts'
import { byBytes } from './notation.ts'
import { type Pick, Stage, stageKey } from './picks.ts'

/** A choice of a person or a team, with its pick and the names it was made among. */
export interface Choice {
  readonly stage: 'inspectors' | 'pairing'
  readonly pick: Pick
  /** ids of people, or numbers of teams, in the order counted from 0 */
  readonly candidates: readonly string[]
  readonly chosen: string
  /** the object it was made for; `null` while teams are drawn */
  readonly object: string | null
  /** the seat filled; `null` when a team was chosen */
  readonly seat: number | null
  /** the team filled, from 1; `null` outside the stage `inspectors` */
  readonly team: number | null
}

/** An object with the people who inspect it, in seat order. */
export interface Pairing {
  readonly object: string
  /** the team's number, `null` for a group of its own and for `each` */
  readonly team: number | null
  readonly inspectors: readonly string[]
}

/** Who is put on which object. */
export interface PeopleOutcome {
  /** members of team 1, 2, … in seat order; empty for `each` */
  readonly teams: readonly (readonly string[])[]
  readonly pairs: readonly Pairing[]
  readonly choices: readonly Choice[]
}

/** The rules by which a seat admits a person: draw-spec section 6. */
export class Admission {
  readonly people: readonly InspectorLine[]
  readonly #domains: readonly ('*' | ReadonlySet<string>)[]
  readonly #recused: ReadonlySet<string>

  constructor(lists: PeopleLists) {
    this.people = [...lists.inspectors].sort((a, b) => byBytes(a.id, b.id))
    this.#domains = this.people.map((p) => (p.domains === '*' ? '*' : new Set(p.domains)))
    this.#recused = new Set(lists.recusals.map((r) => `${r.object}\t${r.inspector}`))
  }

  /** Role and department alone. */
  fitsSlot(slot: Slot, index: number): boolean {
    const person = at(this.people, index)
    return (
      (slot.role === 'M' || person.mayLead) &&
      (slot.department === '*' || slot.department === person.department)
    )
  }

  /** Whether the person knows the object's domain. */
  fitsDomain(object: ObjectLine, index: number): boolean {
    const domains = at(this.#domains, index)
    return object.domain === null || domains === '*' || domains.has(object.domain)
  }

  isRecused(object: ObjectLine, index: number): boolean {
    return this.#recused.has(`${object.id}\t${at(this.people, index).id}`)
  }

  /** Whether the seat admits the person on this object. */
  admits(slot: Slot, object: ObjectLine, index: number): boolean {
    return this.fitsSlot(slot, index) && this.fitsDomain(object, index) && !this.isRecused(object, index)
  }

  /** Those whom each slot admits by role and department alone, in id order. */
  bySlot(slots: readonly Slot[]): SeatAdmissions {
    return slots.map((slot) => this.#those((index) => this.fitsSlot(slot, index)))
  }

  /** Those whom each slot admits on this object, in id order. */
  byObject(slots: readonly Slot[], object: ObjectLine): SeatAdmissions {
    return slots.map((slot) => this.#those((index) => this.admits(slot, object, index)))
  }

  #those(test: (index: number) => boolean): number[] {
    const found: number[] = []
    for (let index = 0; index < this.people.length; index++) if (test(index)) found.push(index)
    return found
  }
}

type PeopleLists = { readonly inspectors: DrawLists['inspectors']; readonly recusals: DrawLists['recusals'] }

/** The positions of all teams: by seat, then by team. */
export function teamPositions(
  slots: readonly Slot[],
  teams: number,
): { readonly seat: number; readonly team: number }[] {
  return slots.flatMap((_, seat) => Array.from({ length: teams }, (_unused, team) => ({ seat, team })))
}

class Loads {
  readonly #counts: number[]
  constructor(size: number) {
    this.#counts = new Array<number>(size).fill(0)
  }
  add(index: number): void {
    this.#counts[index] = this.of(index) + 1
  }
  of(index: number): number {
    return at(this.#counts, index)
  }
  /** Those of `candidates` with the fewest so far, order kept. */
  fewest(candidates: readonly number[]): number[] {
    let least = Number.POSITIVE_INFINITY
    for (const c of candidates) least = Math.min(least, this.of(c))
    return candidates.filter((c) => this.of(c) === least)
  }
}

/**
 * Draws the people for `objects`, visited in the order given. The freeze has proved that nobody is missing
 * (see staffing.ts); where that proof was not made, throws an Error.
 */
export function drawPeople(
  manifest: Manifest,
  lists: DrawLists,
  objects: readonly ObjectLine[],
  seed: string,
): PeopleOutcome {
  const admission = new Admission(lists)
  const idOf = (index: number): string => at(admission.people, index).id
  const choices: Choice[] = []
  const choose = (
    stage: Stage,
    candidates: readonly number[],
    label: (index: number) => string,
    about: Omit<Choice, 'pick' | 'candidates' | 'chosen'>,
  ): number => {
    if (candidates.length === 0)
      throw new Error('nobody can be chosen, although the freeze has proved otherwise')
    const pick = stage.pick(candidates.length)
    const chosen = at(candidates, pick.index)
    choices.push({ ...about, pick, candidates: candidates.map(label), chosen: label(chosen) })
    return chosen
  }

  // Without teams there are no positions, and every object gets a group of its own: that is `each`.
  const teamCount = manifest.teams ?? 0
  const teams = Array.from({ length: teamCount }, (): number[] => [])
  const teamStage = new Stage(stageKey(seed, 'inspectors'))
  const bySlot = admission.bySlot(manifest.slots)
  const positions = teamPositions(manifest.slots, teamCount)
  const members = new Set<number>()
  for (const [place, { seat, team }] of positions.entries()) {
    const fit = at(bySlot, seat).filter((index) => !members.has(index))
    const later = positions.slice(place + 1).map((p) => at(bySlot, p.seat))
    const chosen = choose(teamStage, whoLeavesFillable(fit, members, later), idOf, {
      stage: 'inspectors',
      object: null,
      seat,
      team: team + 1,
    })
    members.add(chosen)
    at(teams, team).push(chosen)
  }

  const stage = new Stage(stageKey(seed, 'pairing'))
  const personLoads = new Loads(admission.people.length)
  const teamLoads = new Loads(teams.length)
  const pairs: Pairing[] = []
  for (const object of objects) {
    const about = { stage: 'pairing', object: object.id, team: null } as const
    const fitting = teams
      .map((_, team) => team)
      .filter((team) =>
        at(teams, team).every((index, seat) => admission.admits(at(manifest.slots, seat), object, index)),
      )
    let group: number[] = []
    let team: number | null = null
    if (fitting.length > 0) {
      const chosen = choose(stage, teamLoads.fewest(fitting), (t) => String(t + 1), { ...about, seat: null })
      teamLoads.add(chosen)
      team = chosen + 1
      group = at(teams, chosen)
    } else {
      const seats = admission.byObject(manifest.slots, object)
      const taken = new Set<number>()
      for (const [seat, admitted] of seats.entries()) {
        const free = admitted.filter((index) => !taken.has(index))
        const eligible = whoLeavesFillable(free, taken, seats.slice(seat + 1))
        const chosen = choose(stage, personLoads.fewest(eligible), idOf, { ...about, seat })
        taken.add(chosen)
        group.push(chosen)
      }
    }
    for (const index of group) personLoads.add(index)
    pairs.push({ object: object.id, team, inspectors: group.map(idOf) })
  }
  return { teams: teams.map((team) => team.map(idOf)), pairs, choices }
}
