import { VirtualTable } from '../registers/virtual-table.tsx'

interface Named {
  readonly id: string
  readonly name: string
}

const columns = [
  {
    key: 'id',
    title: '编号',
    width: 150,
    render: ({ id }: Named) => <span className="draws-code">{id}</span>,
  },
  { key: 'name', title: '名称', width: 420, render: ({ name }: Named) => name },
]
const nothing = () => undefined

/** Names of any number, of which only those that are seen exist. */
export function NamesTable({ label, rows }: { readonly label: string; readonly rows: readonly Named[] }) {
  return (
    <div className={rows.length > 5 ? 'draws-names draws-names-many' : 'draws-names'}>
      <VirtualTable
        label={label}
        columns={columns}
        total={rows.length}
        rowAt={(index) => rows[index]}
        onSeen={nothing}
        onOpen={nothing}
        opened={null}
      />
    </div>
  )
}
