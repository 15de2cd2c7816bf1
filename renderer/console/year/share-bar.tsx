import { shareInWords } from '../../../shared/forms/year-overview.ts'

/** A share as a bar with its words beside it. The words say it all: the bar is only for the eye. */
export function ShareBar({ part, whole }: { readonly part: number; readonly whole: number }) {
  const width = whole === 0 ? 0 : Math.min(100, (part / whole) * 100)
  return (
    <span className="share">
      <span className="share-bar" aria-hidden="true">
        <span style={{ width: `${width}%` }} />
      </span>
      <span className="share-words">{shareInWords(part, whole)}</span>
    </span>
  )
}
