import { createRoot } from 'react-dom/client'
import type { LinkState } from '../connection/link-state.ts'
import type { StageCalls } from './stage-calls.ts'
import { type LookedAt, StageModel } from './stage-model.ts'
import '../theme/tokens.css'
import './stage.css'
import { StageView } from './views/stage-view.tsx'

const placeKey = 'stage-place'

/** Puts the stage into the page and lets it follow the core. Answers with how to take it away. */
export function mountStage(
  root: HTMLElement,
  { core, links }: { readonly core: StageCalls; readonly links: LinkState },
): () => void {
  const quiet = window.matchMedia('(prefers-reduced-motion: reduce)')
  const place = {
    read: () => readPlace(window.localStorage.getItem(placeKey)),
    write: (at: LookedAt) => window.localStorage.setItem(placeKey, JSON.stringify(at)),
  }
  const model = new StageModel({ core, place, calm: () => quiet.matches })
  const shown = createRoot(root)
  shown.render(<StageView model={model} links={links} bar={needsBar()} calm={quiet.matches} />)
  const stop = model.start()
  return () => {
    stop()
    shown.unmount()
  }
}

/** One display only, or a mirrored one: whoever operates has nothing else before their eyes. `?bar=` decides. */
function needsBar(): boolean {
  const asked = new URLSearchParams(window.location.search).get('bar')
  if (asked !== null) return asked === '1'
  return 'isExtended' in window.screen && window.screen.isExtended === false
}

function readPlace(text: string | null): LookedAt | null {
  if (text === null) return null
  const { home, key, page, ends }: Record<string, unknown> = JSON.parse(text)
  const isWhole = typeof home === 'string' && typeof key === 'string' && typeof page === 'number'
  return isWhole && Array.isArray(ends) ? { home, key, page, ends: ends.map(Number) } : null
}
