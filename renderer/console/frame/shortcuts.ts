import { go } from '../route.ts'
import { pages } from './navigation.ts'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select') !== null)

/** What a key does on every page: Ctrl (or Alt) and a digit leads to a page, `/` to the page's search. */
export function onShortcut(event: KeyboardEvent): void {
  if (event.isComposing) return
  // A page change under an open dialog would lose what is being typed there.
  const inDialog = document.querySelector('[role="dialog"]:not([hidden])') !== null
  const digit = /^Digit\d$/.test(event.code) ? Number(event.code.slice(5)) : undefined
  const page = pages.find((candidate) => candidate.digit === digit)
  if (page !== undefined && event.ctrlKey !== event.altKey && !event.metaKey && !inDialog) {
    event.preventDefault()
    go(page.path)
    return
  }
  if (event.key === '/' && !event.ctrlKey && !event.altKey && !typing(event.target)) {
    const search = document.querySelector<HTMLInputElement>('input#page-search')
    if (search === null) return
    event.preventDefault()
    search.focus()
    search.select()
  }
}
