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

/** What a person must know of somebody who is none of the office's own inspectors; `null` of its own. */
export function originInWords({ kind, origin }: Pick<Inspector, 'kind' | 'origin'>): string | null {
  const said = [...(kind === '执法人员' ? [] : [kind]), ...(origin === '本单位' ? [] : [origin])]
  return said.length === 0 ? null : said.join('，')
}

const shortDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
