import { createContext, use } from 'react'
import type { YearAsk } from '../../../shared/forms/year-rows.ts'

/** What the drawer shows: the rows behind a figure, or the year of one object. */
export type RowsView =
  | { readonly of: 'rows'; readonly title: string; readonly ask: YearAsk }
  | { readonly of: 'object'; readonly title: string; readonly serial: string }

/** Opens the rows behind a figure. */
export type LookDown = (title: string, ask: YearAsk) => void
export const LookDownContext = createContext<LookDown>(() => {})

/** How a figure of this page leads down to its rows. */
export function useLookDown(): LookDown {
  return use(LookDownContext)
}
