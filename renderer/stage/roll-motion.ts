/** Rows a second while the answer is awaited. */
const cruise = 26
/** How many rows are passed while coming to rest. */
const settleRows = 36
/** How long coming to rest takes, in milliseconds. */
export const settleTime = 1_500
/** Rows are seen rolling at least so long before they come to rest. */
export const leastRoll = 350

/** Where the rows stand, as the index of the row in the middle, `elapsed` milliseconds after they began to roll. */
export function cruiseAt(start: number, elapsed: number): number {
  return start + (cruise * elapsed) / 1_000
}

/**
 * Where the rows stand `elapsed` milliseconds after they began to come to rest on `target`. It begins a short way
 * before the target, however far off that was: a list of 20,000 cannot be rolled through. It ends exactly there.
 */
export function settleAt(target: number, elapsed: number): number {
  const left = Math.max(0, 1 - elapsed / settleTime)
  return target - settleRows * left ** 3
}

/** Which row of `size` is at a place that has run over the end of the list, or before its beginning. */
export function rowAt(place: number, size: number): number {
  return ((place % size) + size) % size
}
