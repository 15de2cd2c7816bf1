import { RowName } from './row-name.tsx'

/** What a person calls a row of any register. */
export function RowTitle({ row }: { readonly row: object }) {
  const values = new Map<string, unknown>(Object.entries(row))
  const text = (field: string): string | null => {
    const value = values.get(field)
    return typeof value === 'string' ? value : null
  }
  const object = text('object')
  const inspector = text('inspector')
  if (inspector !== null && object !== null)
    return (
      <strong>
        <RowName register="inspectors" serial={inspector} />
        回避
        <RowName register="objects" serial={object} />
      </strong>
    )
  if (object !== null)
    return (
      <strong>
        <RowName register="objects" serial={object} /> {text('date')}
      </strong>
    )
  return (
    <strong>{text('name') ?? [text('number'), text('item')].filter((one) => one !== null).join(' ')}</strong>
  )
}
