import type { ReactNode } from 'react'

/** A page of the console: its title, what can be done on it, its content. */
export function Page({
  title,
  note,
  actions,
  fill,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly actions?: ReactNode
  /** the content fills the window's height and scrolls by itself */
  readonly fill?: boolean
  readonly children: ReactNode
}) {
  return (
    <section className={fill === true ? 'page page-fill' : 'page'} aria-labelledby="page-title">
      <header className="page-head">
        <div>
          <h1 id="page-title">{title}</h1>
          {note === undefined ? null : <p className="page-note">{note}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      <div className="page-body">{children}</div>
    </section>
  )
}
