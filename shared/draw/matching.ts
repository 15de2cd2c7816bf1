/**
 * Whether different people can be put on all seats (a bipartite matching), and who may be taken without
 * spoiling that. People are numbers; a seat is the list of the people whom it admits.
 */
export type SeatAdmissions = readonly (readonly number[])[]

interface Matching {
  /** the person on each seat */
  readonly personOf: (number | undefined)[]
  /** the seat of each person */
  readonly seatOf: Map<number, number>
}

/** Seats that cannot all be filled, with everybody whom any of them admits: fewer people than seats (Hall). */
export interface Shortage {
  readonly seats: readonly number[]
  readonly people: readonly number[]
}

function augment(
  seats: SeatAdmissions,
  seat: number,
  matching: Matching,
  isBarred: (person: number) => boolean,
  seen: Set<number>,
): boolean {
  for (const person of seats[seat] ?? []) {
    if (isBarred(person) || seen.has(person)) continue
    seen.add(person)
    const other = matching.seatOf.get(person)
    if (other === undefined || augment(seats, other, matching, isBarred, seen)) {
      matching.seatOf.set(person, seat)
      matching.personOf[seat] = person
      return true
    }
  }
  return false
}

function match(seats: SeatAdmissions, isBarred: (person: number) => boolean): Matching | Shortage {
  const matching: Matching = { personOf: [], seatOf: new Map() }
  for (let seat = 0; seat < seats.length; seat++) {
    const seen = new Set<number>()
    if (augment(seats, seat, matching, isBarred, seen)) continue
    const people = [...seen].sort((a, b) => a - b)
    const occupied = people.map((person) => matching.seatOf.get(person)).filter((s) => s !== undefined)
    return { seats: [seat, ...occupied].sort((a, b) => a - b), people }
  }
  return matching
}

/** `null` when different people can be put on all `seats`; else seats and people that show why not. */
export function shortage(seats: SeatAdmissions): Shortage | null {
  const found = match(seats, () => false)
  return 'people' in found ? found : null
}

/**
 * Those of `candidates` (order kept) who, when taken, leave all of `seats` fillable by people not in `taken`.
 * One matching is made; only for a candidate who is in it a replacement is looked for.
 */
export function whoLeavesFillable(
  candidates: readonly number[],
  taken: ReadonlySet<number>,
  seats: SeatAdmissions,
): number[] {
  if (seats.length === 0) return [...candidates]
  const found = match(seats, (person) => taken.has(person))
  if ('people' in found) return []
  return candidates.filter((candidate) => {
    const seat = found.seatOf.get(candidate)
    if (seat === undefined) return true
    const trial: Matching = { personOf: [...found.personOf], seatOf: new Map(found.seatOf) }
    trial.seatOf.delete(candidate)
    return augment(seats, seat, trial, (person) => person === candidate || taken.has(person), new Set())
  })
}
