import { Alert, Button, Empty } from 'antd'
import { useState } from 'react'
import type { ListedItem, PowerStanding } from '../../../shared/api/item-contract.ts'
import { inspectionItemSchema } from '../../../shared/registry/inspection-item.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { RowDrawer } from '../registers/row-drawer.tsx'
import { go } from '../route.ts'
import { useItems, usePowers } from './item-calls.ts'
import { ItemPage } from './item-page.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { OpenedRow } from './opened-row.tsx'
import { PowerList } from './power-list.tsx'

/** What is open on this page: a row's form, or a power that becomes an item or is linked to one. */
type Opened =
  | { readonly what: 'item'; readonly serial: Serial }
  | { readonly what: 'power'; readonly serial: Serial }
  | { readonly what: 'new-item'; readonly power: PowerStanding }
  | { readonly what: 'link'; readonly power: PowerStanding }

/** Items that are not drawn, with their reason, and every power beside the item that it is (S1 附件2一). */
export function LeftOutPage() {
  const powers = usePowers()
  const items = useItems()
  const [opened, open] = useState<Opened | null>(null)
  const openItem = (serial: Serial): void => open({ what: 'item', serial })
  return (
    <ItemPage
      tab="left-out"
      note="权责清单中的监督检查事项都应列入清单；不能双随机抽查的，写明充分的理由。"
      actions={<Button onClick={() => go('/powers')}>查看权责清单</Button>}
    >
      <Problem
        error={powers.error ?? items.error}
        retry={() => {
          void powers.refetch()
          void items.refetch()
        }}
      />
      {powers.data === undefined || items.data === undefined ? null : (
        <>
          <PowerSheet
            powers={powers.data.powers}
            onItem={openItem}
            onPower={(serial) => open({ what: 'power', serial })}
            onNewItem={(power) => open({ what: 'new-item', power })}
            onLink={(power) => open({ what: 'link', power })}
          />
          <ReasonSheet items={items.data} onOpen={openItem} />
          {powers.data.powers.length === 0 ? null : (
            <WithoutPowerSheet items={powers.data.withoutPower} onOpen={openItem} />
          )}
        </>
      )}
      <OpenedThing opened={opened} items={items.data ?? []} onClose={() => open(null)} />
    </ItemPage>
  )
}

function PowerSheet({
  powers,
  ...calls
}: {
  readonly powers: readonly PowerStanding[]
} & Omit<Parameters<typeof PowerList>[0], 'powers'>) {
  return (
    <Sheet title="权责清单对应情况">
      {powers.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="还没有权责清单。导入以后，逐项显示是否已列入随机抽查事项清单。"
        >
          <Button type="primary" onClick={() => go('/powers/import')}>
            导入权责清单
          </Button>
        </Empty>
      ) : (
        <PowerList powers={powers} {...calls} />
      )}
    </Sheet>
  )
}

function ReasonSheet({
  items,
  onOpen,
}: {
  readonly items: readonly ListedItem[]
  readonly onOpen: (serial: Serial) => void
}) {
  const leftOut = items.filter(({ row }) => !row.included)
  return (
    <Sheet title={`不纳入双随机的事项（${leftOut.length}项）`}>
      {leftOut.length === 0 ? (
        <p className="quiet">{items.length === 0 ? '还没有抽查事项。' : '清单中的事项都纳入双随机。'}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">抽查事项</th>
              <th scope="col">责任单位</th>
              <th scope="col">领域</th>
              <th scope="col" className="what-column">
                未纳入理由
              </th>
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {leftOut.map(({ serial, row }) => (
              <tr key={serial}>
                <td>{row.name}</td>
                <td>{row.department ?? '—'}</td>
                <td>{row.field ?? '—'}</td>
                <td>{row.reasonNotIncluded}</td>
                <td className="action-column">
                  <Button size="small" onClick={() => onOpen(serial)}>
                    修改
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}

function WithoutPowerSheet({
  items,
  onOpen,
}: {
  readonly items: readonly { readonly serial: Serial; readonly name: string }[]
  readonly onOpen: (serial: Serial) => void
}) {
  if (items.length === 0) return null
  return (
    <Sheet title={`权责清单中没有的抽查事项（${items.length}项）`}>
      <Alert
        className="problem"
        type="warning"
        showIcon
        title="权责清单没有明确规定的，不得开展检查。请核对：补登职权，把职权对应到事项，或停用事项。"
      />
      <ul className="plain-list item-links">
        {items.map(({ serial, name }) => (
          <li key={serial}>
            <Button type="link" size="small" onClick={() => onOpen(serial)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function OpenedThing({
  opened,
  items,
  onClose,
}: {
  readonly opened: Opened | null
  readonly items: readonly ListedItem[]
  readonly onClose: () => void
}) {
  const { core } = useApi()
  if (opened === null) return null
  switch (opened.what) {
    case 'item':
      return <OpenedRow register="items" serial={opened.serial} onClose={onClose} />
    case 'power':
      return <OpenedRow register="powers" serial={opened.serial} onClose={onClose} />
    case 'link':
      return <LinkDialog power={opened.power} items={items} onClose={onClose} />
    case 'new-item': {
      const { serial, version, row } = opened.power
      const { name, basis, department, field } = row
      return (
        <RowDrawer
          register="items"
          version={null}
          newRow={{
            values: { name: row.item ?? name, basis, department, field },
            write: (written) =>
              core.items.fromPower({ serial, version, row: inspectionItemSchema.parse(written) }),
          }}
          onClose={onClose}
        />
      )
    }
  }
}
