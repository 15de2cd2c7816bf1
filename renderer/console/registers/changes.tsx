import type { FieldChange } from './row-values.ts'

/** Fields before and after, a line each. */
export function Changes({ changes }: { readonly changes: readonly FieldChange[] }) {
  return (
    <ul className="changes">
      {changes.map(({ title, before, after }) => (
        <li key={title}>
          <span className="quiet">{title}：</span>
          <del>{before}</del>
          <span aria-hidden="true"> → </span>
          <ins>{after}</ins>
        </li>
      ))}
    </ul>
  )
}
