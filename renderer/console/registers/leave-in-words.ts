import type { Inspector } from '../../../shared/registry/inspector.ts'

/** That somebody is on leave on a day, or will be; `null` where nothing is said or it is over. */
export function leaveInWords(
  { leaveFrom, leaveUntil }: Pick<Inspector, 'leaveFrom' | 'leaveUntil'>,
  day: string,
): string | null {
  if (leaveFrom === null && leaveUntil === null) return null
  if (leaveUntil !== null && leaveUntil < day) return null
  if (leaveFrom !== null && leaveFrom > day) return `${shortDay(leaveFrom)}起休假`
  return leaveUntil === null ? '休假中' : `休假至${shortDay(leaveUntil)}`
}

/** Where somebody comes from who is not the office's own. */
export function originInWords({ origin }: Pick<Inspector, 'origin'>): string | null {
  return origin === '本单位' ? null : origin
}

const shortDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
