/**
 * The chance that a chi-square variable of `degrees` is at least `statistic`: Q(degrees / 2, statistic / 2), the
 * upper regularised incomplete gamma function, which is a finite sum (Abramowitz and Stegun 26.4.4 and 26.4.5).
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  const half = statistic / 2
  const isEven = degrees % 2 === 0
  // The terms are e^-h h^a / Γ(a + 1), for a = 0, 1, … or a = 1/2, 3/2, …, below degrees / 2.
  let order = isEven ? 0 : 0.5
  let term = isEven ? Math.exp(-half) : 2 * Math.exp(-half) * Math.sqrt(half / Math.PI)
  let sum = isEven ? 0 : erfc(Math.sqrt(half))
  while (order < degrees / 2 - 0.75) {
    sum += term
    order += 1
    term *= half / order
  }
  return sum
}

/** The complementary error function for x ≥ 0: the power series of erf below 2, a continued fraction from there. */
function erfc(x: number): number {
  if (x < 2) {
    let term = x
    let sum = x
    for (let n = 1; n < 60; n++) {
      term *= (-x * x) / n
      sum += term / (2 * n + 1)
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum
  }
  let fraction = x
  for (let n = 80; n > 0; n--) fraction = x + n / 2 / fraction
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction
}

/** How improbable counts are, given the exact probability of every outcome: the p of Pearson's chi-square test. */
export function goodnessOfFit(
  counts: ReadonlyMap<string, number>,
  exact: ReadonlyMap<string, number>,
): number {
  const total = [...counts.values()].reduce((a, b) => a + b, 0)
  for (const outcome of counts.keys())
    if (!exact.has(outcome)) throw new Error(`an outcome that has probability 0 was drawn: ${outcome}`)
  let statistic = 0
  for (const [outcome, probability] of exact) {
    const expected = probability * total
    if (expected < 5) throw new Error(`too few draws for the outcome ${outcome}`)
    statistic += ((counts.get(outcome) ?? 0) - expected) ** 2 / expected
  }
  return chiSquareTail(statistic, exact.size - 1)
}
