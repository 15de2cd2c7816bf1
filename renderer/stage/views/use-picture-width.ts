import { useSyncExternalStore } from 'react'

/** The width of the window in hundredths of its height, as all sizes on the stage are counted. */
export function usePictureWidth(): number {
  return useSyncExternalStore(subscribe, () => Math.floor((100 * window.innerWidth) / window.innerHeight))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}
