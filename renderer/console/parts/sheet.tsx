import type { ReactNode } from 'react'

/** A part of a page on its own sheet, with a heading. */
export function Sheet({
  title,
  actions,
  children,
}: {
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="sheet">
      {title === undefined && actions === undefined ? null : (
        <header className="sheet-head">
          {title === undefined ? null : <h2>{title}</h2>}
          {actions === undefined ? null : <div className="sheet-actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
