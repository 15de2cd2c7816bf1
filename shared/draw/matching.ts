import { at } from './checked.ts'

/**
 * Whether different people can be put on all seats (a bipartite matching), and who may be taken without
 * spoiling that. People are numbers; a seat is the list of the people whom it admits. Seats that admit the same
 * people may share one list (the same array): they are then interchangeable, and searched as one.
 */
export type SeatAdmissions = readonly (readonly number[])[]

/** Seats that cannot all be filled, with everybody whom any of them admits: fewer people than seats (Hall). */
export interface Shortage {
  readonly seats: readonly number[]
  readonly people: readonly number[]
}

/** A seat to be filled and, but for the first, its holder, who could move to the seat of `before`. */
interface Step {
  readonly seat: number
  readonly move: { readonly person: number; readonly before: Step } | null
}

/** Puts people who are not `barred` on seats, one seat after another. */
class Matching {
  readonly seats: SeatAdmissions
  readonly #barred: ReadonlySet<number>
  readonly #seatOf = new Map<number, number>()
  /** where the first free person of a list may be: whoever is once seated stays on some seat */
  readonly #firstFree = new Map<readonly number[], number>()

  constructor(seats: SeatAdmissions, barred: ReadonlySet<number>) {
    this.seats = seats
    this.#barred = barred
  }

  seatOf(person: number): number | undefined {
    return this.#seatOf.get(person)
  }

  /** The first of the list who is neither barred nor seated. */
  free(list: readonly number[]): number | undefined {
    let index = this.#firstFree.get(list) ?? 0
    for (; index < list.length; index++) {
      const person = at(list, index)
      if (!this.#barred.has(person) && !this.#seatOf.has(person)) break
    }
    this.#firstFree.set(list, index)
    return list[index]
  }

  /** Fills `seat`, moving others if need be; else the lists that together have nobody free. */
  fill(seat: number): ReadonlySet<readonly number[]> | null {
    const first: Step = { seat, move: null }
    const steps = [first]
    const reached = new Set([at(this.seats, seat)])
    for (const step of steps) {
      const list = at(this.seats, step.seat)
      const person = this.free(list)
      if (person !== undefined) {
        this.#place(person, step)
        return null
      }
      for (const holder of list) {
        const held = this.#seatOf.get(holder)
        if (held === undefined || reached.has(at(this.seats, held))) continue
        reached.add(at(this.seats, held))
        steps.push({ seat: held, move: { person: holder, before: step } })
      }
    }
    return reached
  }

  #place(person: number, step: Step): void {
    this.#seatOf.set(person, step.seat)
    for (let move = step.move; move !== null; move = move.before.move)
      this.#seatOf.set(move.person, move.before.seat)
  }
}

const nobody: ReadonlySet<number> = new Set()

/** `null` when different people can be put on all `seats`; else seats and people that show why not. */
export function shortage(seats: SeatAdmissions): Shortage | null {
  const matching = new Matching(seats, nobody)
  for (const seat of seats.keys()) {
    const reached = matching.fill(seat)
    if (reached === null) continue
    const people = new Set([...reached].flat())
    return {
      // All that nobody else could fill, also those not come to yet: so many people are really wanted.
      seats: [...seats.keys()].filter((other) => at(seats, other).every((person) => people.has(person))),
      people: [...people].sort((a, b) => a - b),
    }
  }
  return null
}

/**
 * Those of `candidates` (order kept) who, when taken, leave all of `seats` fillable by people not in `taken`.
 * One matching is made: who is not in it may go, and who is, where somebody free can take the seat over, be it
 * by a chain of moves.
 */
export function whoLeavesFillable(
  candidates: readonly number[],
  taken: ReadonlySet<number>,
  seats: SeatAdmissions,
): number[] {
  const matching = new Matching(seats, taken)
  for (const seat of seats.keys()) if (matching.fill(seat) !== null) return []
  const replaceable = replaceableLists(matching)
  return candidates.filter((candidate) => {
    const seat = matching.seatOf(candidate)
    return seat === undefined || replaceable.has(at(seats, seat))
  })
}

/** The lists whose seats somebody free can take over, at once or after others have moved. */
function replaceableLists(matching: Matching): ReadonlySet<readonly number[]> {
  const lists = new Set(matching.seats)
  const found = new Set([...lists].filter((list) => matching.free(list) !== undefined))
  const leadsOn = (person: number): boolean => {
    const seat = matching.seatOf(person)
    return seat !== undefined && found.has(at(matching.seats, seat))
  }
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const list of lists) if (!found.has(list) && list.some(leadsOn)) found.add(list)
  }
  return found
}
