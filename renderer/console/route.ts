import { create } from 'zustand'

/** Where the console is: the part of the address after `#`, `/draws/YL01-2026-0001`. */
interface Route {
  readonly path: string
}

const pathOf = (hash: string): string => {
  const path = hash.replace(/^#/, '')
  return path.startsWith('/') ? path : '/'
}

export const useRoute = create<Route>()(() => ({ path: pathOf(window.location.hash) }))
window.addEventListener('hashchange', () => useRoute.setState({ path: pathOf(window.location.hash) }))

/** Goes to a page: `go('/draws/YL01-2026-0001')`. The browser's own back button leads back. */
export function go(path: string): void {
  if (pathOf(window.location.hash) !== path) window.location.hash = path
}

/** The address of a page, for a link. */
export function addressOf(path: string): string {
  return `#${path}`
}
