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

/** A part of a page with its title. */
export function Section({
  title,
  note,
  extra,
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly extra?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="draws-section" aria-label={title}>
      <div className="draws-section-head">
        <h2>{title}</h2>
        {note === undefined ? null : <span className="draws-hint">{note}</span>}
        {extra === undefined ? null : <div className="draws-section-extra">{extra}</div>}
      </div>
      {children}
    </section>
  )
}
