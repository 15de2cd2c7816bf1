import { EntryLine } from './entry-field.tsx'
import { EntryTable } from './entry-table.tsx'
import type { EntryShape, TypedEntry } from './entry-values.ts'

/** The fields and tables that stand under one heading. */
export function EntryGroup({
  prefix,
  shape,
  group,
  typed,
  problems,
  change,
}: {
  readonly prefix: string
  readonly shape: EntryShape
  readonly group: string
  readonly typed: TypedEntry
  readonly problems: Readonly<Record<string, string>>
  readonly change: (change: (typed: TypedEntry) => TypedEntry) => void
}) {
  return (
    <div className="papers-grid">
      {shape.fields
        .filter((field) => field.group === group)
        .map((field) => (
          <EntryLine
            key={field.name}
            id={`${prefix}${field.name}`}
            field={field}
            text={typed.texts[field.name] ?? ''}
            problem={problems[field.name]}
            onChange={(text) =>
              change((before) => ({ ...before, texts: { ...before.texts, [field.name]: text } }))
            }
          />
        ))}
      {shape.lists
        .filter((list) => list.group === group)
        .map((list) => (
          <EntryTable
            key={list.name}
            prefix={prefix}
            list={list}
            rows={typed.rows[list.name] ?? []}
            problems={problems}
            onChange={(rows) =>
              change((before) => ({ ...before, rows: { ...before.rows, [list.name]: rows } }))
            }
          />
        ))}
    </div>
  )
}

/** The headings of a shape, in the order of its fields. */
export function groupsOf({ fields }: EntryShape): readonly string[] {
  return [...new Set(fields.map(({ group }) => group))]
}
