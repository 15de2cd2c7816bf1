import { dense } from '../pdf/tools.ts'

/** How far around the last text the next is looked for first: cells of a row are drawn one after the other. */
const near = 3

/**
 * The texts that are not on the pages. A text may go over page ends, where running lines and repeated headers stand
 * between its parts; line breaks and blanks do not matter. Each is looked for near the one before it first, which
 * keeps 5,000 rows quick.
 */
export function lostTexts(texts: readonly string[], pages: readonly string[]): string[] {
  const densePages = pages.map(dense)
  let reached = 0
  return texts.filter((text) => {
    const wanted = dense(text)
    if (wanted === '') return false
    const from = Math.max(0, reached - near)
    const close = pageOf(wanted, densePages, from, reached + near)
    const found = close ?? pageOf(wanted, densePages, 0, densePages.length)
    reached = found ?? reached
    return found === null
  })
}

/** The first of these pages that the text begins on and goes on from, each piece on the page after the one before. */
function pageOf(text: string, pages: readonly string[], from: number, until: number): number | null {
  for (let page = from; page < Math.min(until, pages.length); page += 1)
    if (pages[page]?.includes(text)) return page
  for (let first = from; first < Math.min(until, pages.length); first += 1)
    if (goesOver(text, pages, first)) return first
  return null
}

function goesOver(text: string, pages: readonly string[], first: number): boolean {
  let rest = text
  for (let page = first; page < pages.length; page += 1) {
    const piece = longestStart(rest, pages[page] ?? '')
    if (piece === 0) return false
    rest = rest.slice(piece)
    if (rest === '') return true
  }
  return false
}

/** How much of the beginning of `text` is on the page in one piece. */
function longestStart(text: string, page: string): number {
  let [least, most] = [0, text.length]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (page.includes(text.slice(0, middle))) least = middle
    else most = middle - 1
  }
  return least
}
