import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Part } from '../frame.ts'
import { PartView } from './part-view.tsx'

export type List = Extract<Part, { part: 'results' | 'outcome' }>

/** Rows that are laid out in one task: some more than any page has. */
const slice = 40

/** A page of a list: its rows, and which column of them where a row is higher than a page. */
interface ListPage {
  readonly from: number
  readonly to: number
  readonly column: number
}

interface Measured {
  readonly pages: readonly ListPage[]
  /** the first row that has no page yet, and how many are laid out together */
  readonly from: number
  readonly size: number
  readonly mounted: boolean
}
const nothing: Measured = { pages: [], from: 0, size: slice, mounted: true }

interface ListPagesProps {
  readonly list: List
  readonly page: number
  readonly onCount: (pages: number, whole: boolean) => void
  /** what follows on pages of its own */
  readonly children: (page: number) => ReactNode
}

/**
 * A list of hundreds, of which only the page that is looked at is mounted. Where pages begin is found out of sight, a
 * few rows at a time: all at once would hold up the window for longer than an eye forgives.
 */
export function ListPages({ list, page, onCount, children }: ListPagesProps) {
  const flow = useRef<HTMLDivElement>(null)
  const [{ pages, from, size, mounted }, setMeasured] = useState(nothing)
  const count = list.rows.length
  const whole = from >= count
  useLayoutEffect(() => {
    if (flow.current === null || !mounted) return
    const found = pagesOf(flow.current, from, size >= count - from)
    const next = found.at(-1)?.to
    if (next === undefined) setMeasured((at) => ({ ...at, size: at.size * 2, mounted: false }))
    else setMeasured((at) => ({ pages: [...at.pages, ...found], from: next, size: slice, mounted: false }))
  }, [mounted, from, size, count])
  useEffect(() => {
    if (mounted || whole) return
    const timer = setTimeout(() => setMeasured((at) => ({ ...at, mounted: true })), 0)
    return () => clearTimeout(timer)
  }, [mounted, whole])
  useLayoutEffect(() => onCount(pages.length, whole), [onCount, pages, whole])
  useEffect(() => {
    const again = () => setMeasured(nothing)
    window.addEventListener('resize', again)
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      window.removeEventListener('resize', again)
      document.fonts.removeEventListener('loadingdone', again)
    }
  }, [])
  const shown = pages[page]
  return (
    <>
      {shown === undefined ? null : (
        <div className="flow listed" style={{ transform: `translateX(${-100 * shown.column}%)` }}>
          <PartView part={cut(list, shown.from, shown.to)} />
        </div>
      )}
      {whole ? children(page - pages.length) : null}
      {whole || !mounted ? null : (
        <div className="flow listed measured" ref={flow} aria-hidden="true">
          <PartView part={cut(list, from, from + size)} />
        </div>
      )}
    </>
  )
}

function cut(list: List, from: number, to: number): List {
  return list.part === 'results'
    ? { ...list, rows: list.rows.slice(from, to) }
    : { ...list, rows: list.rows.slice(from, to) }
}

/** The pages of rows that are laid out in columns; the last one only where no row follows: it may not be full. */
function pagesOf(flow: HTMLElement, from: number, last: boolean): readonly ListPage[] {
  const rows = [...(flow.firstElementChild?.children ?? [])]
  const { left, width } = flow.getBoundingClientRect()
  const column = (rect: DOMRect | undefined) => Math.round(((rect?.left ?? left) - left) / width)
  const spans = rows.map((row) => {
    const rects = row.getClientRects()
    return { first: column(rects[0]), last: column(rects[rects.length - 1]) }
  })
  // Runs of rows between columns that no row reaches over.
  const runs: { from: number; to: number; first: number; last: number }[] = []
  for (const [index, span] of spans.entries()) {
    const run = runs.at(-1)
    if (run !== undefined && span.first <= run.last) {
      run.to = from + index + 1
      run.last = Math.max(run.last, span.last)
    } else runs.push({ from: from + index, to: from + index + 1, ...span })
  }
  return (last ? runs : runs.slice(0, -1)).flatMap((run) =>
    Array.from({ length: run.last - run.first + 1 }, (_, column) => ({ from: run.from, to: run.to, column })),
  )
}
