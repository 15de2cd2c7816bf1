import { Tabs } from 'antd'
import { Page } from '../parts/page.tsx'
import { go } from '../route.ts'
import { DrawRecords } from './draw-records.tsx'
import { LedgerEntries } from './ledger-entries.tsx'

/** 记录与台账: every draw, and everything that was ever recorded. */
export function RecordsPage({ path }: { readonly path: string }) {
  return (
    <Page title="记录与台账" note="每一步都记在台账里，前后相连；改动或抽掉任何一条，核对时都会露出来。">
      <Tabs
        activeKey={path === 'ledger' ? 'ledger' : 'draws'}
        onChange={(key) => go(key === 'ledger' ? '/records/ledger' : '/records')}
        items={[
          { key: 'draws', label: '摇号记录', children: <DrawRecords /> },
          { key: 'ledger', label: '台账', children: <LedgerEntries /> },
        ]}
      />
    </Page>
  )
}
