/** The office's own emblem, or two rings for the two lists that are drawn from. */
export function Emblem({ emblem }: { readonly emblem: string | null }) {
  if (emblem !== null) return <img className="emblem" src={emblem} alt="机关标志" />
  return (
    <svg className="emblem" viewBox="0 0 120 80" aria-hidden="true">
      <circle cx="44" cy="40" r="32" className="ring navy" />
      <circle cx="76" cy="40" r="32" className="ring seal" />
      <circle cx="60" cy="40" r="7" className="dot" />
    </svg>
  )
}
