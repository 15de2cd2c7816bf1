/** A probability as an exact fraction. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

function plus(a: Fraction, b: Fraction): Fraction {
  let [x, y] = [a.over * b.under + b.over * a.under, a.under * b.under]
  const [over, under] = [x, y]
  while (y !== 0n) [x, y] = [y, x % y]
  return { over: over / x, under: under / x }
}

export function sum(fractions: Iterable<Fraction>): Fraction {
  let total: Fraction = { over: 0n, under: 1n }
  for (const fraction of fractions) total = plus(total, fraction)
  return total
}

/**
 * The exact probability of every outcome of a rule that makes finitely many uniform choices: every path through
 * its tree of choices is walked, and a path's probability is the product of 1/n over its choices.
 */
export function exactDistribution(rule: (pick: (n: number) => number) => string): Map<string, Fraction> {
  const found = new Map<string, Fraction>()
  let path: { n: number; index: number }[] | null = []
  while (path !== null) {
    const walked: { n: number; index: number }[] = path
    let depth = 0
    const outcome = rule((n) => {
      const step = walked[depth] ?? { n, index: 0 }
      walked[depth] = step
      depth += 1
      return step.index
    })
    const under = walked.reduce((product, step) => product * BigInt(step.n), 1n)
    found.set(outcome, plus(found.get(outcome) ?? { over: 0n, under: 1n }, { over: 1n, under }))
    path = nextPath(walked)
  }
  return found
}

/** The path after this one: the last choice that has another candidate takes it; `null` after the last path. */
function nextPath(path: readonly { n: number; index: number }[]): { n: number; index: number }[] | null {
  const last = path.findLastIndex((step) => step.index + 1 < step.n)
  const step = path[last]
  return step === undefined ? null : [...path.slice(0, last), { n: step.n, index: step.index + 1 }]
}

export function asNumbers(exact: ReadonlyMap<string, Fraction>): Map<string, number> {
  return new Map([...exact].map(([outcome, { over, under }]) => [outcome, Number(over) / Number(under)]))
}
