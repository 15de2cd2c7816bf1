/** The months in which registers are revised where no rule says others (S1 第六条). */
export const usualMonths: readonly number[] = [6, 12]

/** The last period whose month has begun on `today` (`2026-11-20`): `2026-06`. */
export function periodOf(today: string, months: readonly number[]): string {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const sorted = months.toSorted((a, b) => a - b)
  const begun = sorted.filter((one) => one <= month).at(-1)
  const [of, which] = begun === undefined ? [year - 1, sorted.at(-1) ?? 12] : [year, begun]
  return `${of}-${String(which).padStart(2, '0')}`
}

/** The day after the month of a period: `2026-06` → `2026-07-01`. */
export function endOfPeriod(period: string): string {
  const year = Number(period.slice(0, 4))
  const month = Number(period.slice(5, 7))
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
