import type { VisitFacts } from './inspection-facts.ts'
import { handlings, inspectionResults } from './visit-entry.ts'

/** How often each of some words was entered, and how often none. */
export interface EnteredCounts {
  readonly counts: readonly { readonly word: string; readonly count: number }[]
  readonly entered: number
  readonly open: number
}

/** Objects by 检查结果, every category with its number, 0 included. */
export function resultCounts(visits: readonly VisitFacts[]): EnteredCounts {
  return countsOf(
    inspectionResults,
    visits.map(({ entry }) => entry.result),
  )
}

/** Objects by 处理方式. */
export function handlingCounts(visits: readonly VisitFacts[]): EnteredCounts {
  return countsOf(
    handlings,
    visits.map(({ entry }) => entry.handling),
  )
}

function countsOf(words: readonly string[], values: readonly (string | null)[]): EnteredCounts {
  const entered = values.filter((value) => value !== null).length
  return {
    counts: words.map((word) => ({ word, count: values.filter((value) => value === word).length })),
    entered,
    open: values.length - entered,
  }
}

/** `未发现问题18个、经责令已改正1个`: those that occur; `null` where nothing was entered. */
export function countsInWords({ counts, entered }: EnteredCounts): string | null {
  if (entered === 0) return null
  return counts.flatMap(({ word, count }) => (count === 0 ? [] : [`${word}${count}个`])).join('、')
}
