import { create } from 'zustand'

/** Which year's plan this window looks at; `null` until somebody chose one. */
export const useChosenYear = create<{ readonly year: number | null }>()(() => ({ year: null }))

/** Looks at a year's plan. */
export function chooseYear(year: number): void {
  useChosenYear.setState({ year })
}

/** The year to be looked at: the chosen one, else this year's plan where it has lines, else the newest that has. */
export function shownYear(chosen: number | null, years: readonly number[], today: number): number {
  if (chosen !== null) return chosen
  if (years.includes(today) || years.length === 0) return today
  return Math.max(...years)
}

/** Years that can be chosen: those with lines, this one and the next. */
export function offeredYears(shown: number, years: readonly number[], today: number): number[] {
  return [...new Set([...years, today, today + 1, shown])].sort((a, b) => b - a)
}
