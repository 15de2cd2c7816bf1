/** The middle of the values (of an even count, the mean of the two). Throws where there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  if (middle.length === 0) throw new RangeError('the median of nothing')
  return middle.reduce((sum, value) => sum + value, 0) / middle.length
}

/** The smallest value that this share of the values does not exceed. Throws where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const found = [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1]
  if (found === undefined) throw new RangeError('a percentile of nothing')
  return found
}

/** Runs `measure` so many times, one after another. */
export async function repeat<T>(times: number, measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let run = 0; run < times; run++) results.push(await measure())
  return results
}
