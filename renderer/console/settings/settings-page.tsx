import './settings.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tabs } from 'antd'
import { useApi } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { go } from '../route.ts'
import { DataSheet } from './data-sheet.tsx'
import { EmblemSheet } from './emblem-sheet.tsx'
import { OfficeSheet } from './office-sheet.tsx'
import { PracticeSheet } from './practice-sheet.tsx'
import { PresetSheet } from './preset-sheet.tsx'
import { RestoreSheet } from './restore-sheet.tsx'
import { StyleTab } from './style-tab.tsx'

/** The parts of the page: what stands in the address after it. */
const tabs = { '': '基本设置', style: '文书版式' } as const

/** 设置: the office, what it works by, who operates and where, the emblem, the data; how its papers look. */
export function SettingsPage({ path }: { readonly path: string }) {
  const { query } = useApi()
  const tab = path === 'style' ? 'style' : ''
  const office = useQuery(query.office.get.queryOptions({ input: {} }))
  const settings = useQuery(query.settings.read.queryOptions({ input: {} }))
  return (
    <Page title="设置">
      <Tabs
        activeKey={tab}
        items={Object.entries(tabs).map(([key, label]) => ({ key, label }))}
        onChange={(key) => go(key === '' ? '/settings' : `/settings/${key}`)}
      />
      <Problem error={office.error ?? settings.error} retry={() => void office.refetch()} />
      {office.data === undefined || settings.data === undefined ? (
        <Skeleton active />
      ) : tab === 'style' ? (
        <StyleTab office={office.data?.name ?? ''} />
      ) : (
        <div className="settings">
          <OfficeSheet office={office.data} />
          <PresetSheet settings={settings.data} />
          <PracticeSheet settings={settings.data} />
          <EmblemSheet emblem={settings.data.emblem} />
          <DataSheet />
          <RestoreSheet office={office.data} />
        </div>
      )}
    </Page>
  )
}
