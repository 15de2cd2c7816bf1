import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface PagesProps {
  readonly page: number
  readonly onCount: (pages: number) => void
  readonly children: ReactNode
}

/**
 * Lets its content flow over as many pages as it needs: columns of the browser, one a page, so that nothing is ever
 * made smaller or cut. Turning a page moves the columns.
 */
export function Pages({ page, onCount, children }: PagesProps) {
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
    <div className="pages">
      <div className="flow" ref={flow} style={{ transform: `translateX(${-100 * page}%)` }}>
        {children}
      </div>
    </div>
  )
}
