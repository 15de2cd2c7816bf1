import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Frame, Part } from '../frame.ts'
import { type List, ListPages } from './list-pages.tsx'
import { PartView } from './part-view.tsx'

interface PagesProps {
  readonly frame: Frame
  readonly page: number
  readonly onCount: (pages: number) => void
}

/** Lets a frame flow over as many pages as it needs, so that nothing is ever made smaller or cut. */
export function Pages({ frame, page, onCount }: PagesProps) {
  const [first, ...rest] = frame.parts
  const list = first !== undefined && isList(first) ? first : null
  if (list !== null) return <ListAndRest list={list} rest={rest} page={page} onCount={onCount} />
  return (
    <div className="pages" data-whole={true}>
      <Flow parts={frame.parts} page={page} onCount={onCount} />
    </div>
  )
}

interface ListAndRestProps extends Omit<PagesProps, 'frame'> {
  readonly list: List
  readonly rest: readonly Part[]
}

/** A list, then the rest on pages of its own. */
function ListAndRest({ list, rest, page, onCount }: ListAndRestProps) {
  const [listed, setListed] = useState({ pages: 0, whole: false })
  const [more, setMore] = useState(0)
  const onListed = useCallback((pages: number, whole: boolean) => setListed({ pages, whole }), [])
  const isWhole = listed.whole && (rest.length === 0 || more > 0)
  // As long as not all is laid out there is at least one page more than the one that is looked at.
  const count = isWhole ? listed.pages + more : Math.max(listed.pages, page + 2)
  useLayoutEffect(() => onCount(count), [onCount, count])
  return (
    <div className="pages" data-whole={isWhole}>
      <ListPages list={list} page={page} onCount={onListed}>
        {(page) => (rest.length === 0 ? null : <Flow parts={rest} page={page} onCount={setMore} />)}
      </ListPages>
    </div>
  )
}

interface FlowProps extends Omit<PagesProps, 'frame'> {
  readonly parts: readonly Part[]
}

/** Columns of the browser, one a page. Turning a page moves the columns; before its first page nothing is seen. */
function Flow({ parts, page, onCount }: FlowProps) {
  const flow = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = flow.current
    if (element === null) return
    const count = () => onCount(Math.max(1, Math.round(element.scrollWidth / element.clientWidth)))
    const watcher = new ResizeObserver(count)
    watcher.observe(element)
    count()
    return () => watcher.disconnect()
  })
  return (
    <div
      ref={flow}
      className={page < 0 ? 'flow measured' : 'flow'}
      style={{ transform: `translateX(${-100 * Math.max(0, page)}%)` }}
    >
      {parts.map((part) => (
        <PartView
          part={part}
          key={`${part.part} ${'label' in part ? part.label : ''}${'head' in part ? part.head : ''}`}
        />
      ))}
    </div>
  )
}

function isList(part: Part): part is List {
  return part.part === 'results' || part.part === 'outcome'
}
