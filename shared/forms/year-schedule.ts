import { monthsOf } from '../rules/months.ts'
import type { YearLine } from './year-facts.ts'

type Scheduled = Pick<YearLine, 'period' | 'frequency'>

/** How often a line is to be drawn in its year; once where it does not say. */
export function timesOf({ frequency }: Scheduled): number {
  return frequency ?? 1
}

/**
 * The month (1–12) by whose end each of the line's draws is due, in order: the draws are spread evenly over the months
 * that its 抽查时间 names. `3月至11月` once is due in November; `4月、9月` twice in April and September. Empty where the
 * plan names no month: nothing is guessed, and nothing is late.
 */
export function dueMonths(line: Scheduled): readonly number[] {
  const months = monthsOf(line.period)
  const times = timesOf(line)
  return Array.from(
    { length: months.length === 0 ? 0 : times },
    (_, index) => months[Math.ceil(((index + 1) * months.length) / times) - 1] ?? 12,
  )
}

/** How many draws of the line are due by the end of `month` (0 for none yet, 12 for the year). */
export function dueBy(line: Scheduled, month: number): number {
  return dueMonths(line).filter((due) => due <= month).length
}

/**
 * How many whole months of `year` are over on the day `on`, and which one is running: of an earlier year all twelve,
 * of a later one none.
 */
export function monthsOver(year: number, on: string): { readonly over: number; readonly running: number } {
  const today = Number(on.slice(0, 4))
  if (today > year) return { over: 12, running: 12 }
  if (today < year) return { over: 0, running: 0 }
  const month = Number(on.slice(5, 7))
  return { over: month - 1, running: month }
}
