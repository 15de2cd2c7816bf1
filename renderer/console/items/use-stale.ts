import { askAnew, useApi } from '../api.ts'
import { refusalCode } from '../refusal-sentence.ts'

/** Codes that say: what is on screen is no longer what is stored. */
const stale: ReadonlySet<string> = new Set(['ROW_CHANGED', 'ROW_RETIRED', 'ROW_UNKNOWN'])

/** What to do with a refusal that says that the screen is old: everything is asked for anew. */
export function useStale(): (error: unknown) => void {
  const { queries } = useApi()
  return (error) => {
    if (stale.has(refusalCode(error) ?? '')) void askAnew(queries)
  }
}
