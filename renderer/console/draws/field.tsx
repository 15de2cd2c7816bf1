import type { ReactNode } from 'react'

/** A named field of a form; a click on its name goes into it. */
export function Field({
  label,
  hint,
  wide = false,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what stands inside.
    <label className={wide ? 'draws-field draws-field-wide' : 'draws-field'}>
      <span className="draws-field-label">
        {label}
        {hint === undefined ? null : <span className="draws-hint">{hint}</span>}
      </span>
      {children}
    </label>
  )
}

/** A part of a page with its title; with a place in a list of sections it has a number and can be gone to. */
export function Section({
  title,
  note,
  extra,
  place,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly extra?: ReactNode
  readonly place?: { readonly id: string; readonly number: number }
  readonly children: ReactNode
}) {
  return (
    <section
      className="draws-section"
      aria-label={title}
      {...(place === undefined ? {} : { id: place.id, tabIndex: -1 })}
    >
      <div className="draws-section-head">
        <h2>
          {place === undefined ? null : (
            <span className="draws-section-number" aria-hidden="true">
              {place.number}
            </span>
          )}
          {title}
        </h2>
        {note === undefined ? null : <span className="draws-hint">{note}</span>}
        {extra === undefined ? null : <div className="draws-section-extra">{extra}</div>}
      </div>
      {children}
    </section>
  )
}
