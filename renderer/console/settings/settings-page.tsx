import './settings.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useApi } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { DataSheet } from './data-sheet.tsx'
import { EmblemSheet } from './emblem-sheet.tsx'
import { OfficeSheet } from './office-sheet.tsx'
import { PracticeSheet } from './practice-sheet.tsx'
import { PresetSheet } from './preset-sheet.tsx'
import { RestoreSheet } from './restore-sheet.tsx'

/** 设置: the office, what it works by, who operates and where, the emblem, the data. */
export function SettingsPage() {
  const { query } = useApi()
  const office = useQuery(query.office.get.queryOptions({ input: {} }))
  const settings = useQuery(query.settings.read.queryOptions({ input: {} }))
  return (
    <Page title="设置">
      <Problem error={office.error ?? settings.error} retry={() => void office.refetch()} />
      {office.data === undefined || settings.data === undefined ? (
        <Skeleton active />
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
