import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton, Tabs, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'
import { useApi } from '../api.ts'
import { ArchivePanel } from '../archive/archive-panel.tsx'
import { addresses } from '../draws/addresses.ts'
import { NoticePanel } from '../notices/notice-panel.tsx'
import { kindInWords, modeInWords, stateInWords } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { addressOf, go } from '../route.ts'
import { inspectionKey, useUnsaved } from './entry-drafts.ts'
import { EntryTab } from './entry-tab.tsx'
import { FormsTab } from './forms-tab.tsx'
import { type PaperTab, paperAddresses, paperTabs } from './paper-addresses.ts'
import { VisitsTab } from './visits-tab.tsx'

/** The papers of one draw (文书): the forms, what is entered for them, notices, and the archive. */
export function DrawPapers({ number, tab }: { readonly number: string; readonly tab: PaperTab }) {
  const { query } = useApi()
  const chain = useQuery(query.draws.chain.queryOptions({ input: { number } }))
  const draw = chain.data?.find((one) => one.number === number)
  const root = draw?.root ?? number
  const titles = useTabTitles(root)
  return (
    <Page
      title={draw?.task ?? '文书'}
      note={draw === undefined ? undefined : <Facts draw={draw} />}
      actions={
        <>
          <Button href={addressOf(paperAddresses.home)}>全部文书</Button>
          <Button href={addressOf(addresses.session(number))}>查看摇号</Button>
        </>
      }
      fill={tab === 'visits'}
    >
      <Problem error={chain.error} retry={() => void chain.refetch()} />
      {chain.data === undefined ? (
        chain.error === null ? (
          <Skeleton active />
        ) : null
      ) : (
        <>
          <Tabs
            className="papers-tabs"
            activeKey={tab}
            items={Object.entries(titles).map(([key, label]) => ({ key, label }))}
            onChange={(key) =>
              go(key === '' ? paperAddresses.of(number) : `${paperAddresses.of(number)}/${key}`)
            }
          />
          <OpenTab number={number} root={root} tab={tab} />
        </>
      )}
    </Page>
  )
}

function Facts({ draw }: { readonly draw: DrawSummary }) {
  return (
    <span className="papers-facts">
      <span className="code">{draw.number}</span>
      <span>{kindInWords[draw.kind]}</span>
      <span>第{draw.attempt}次</span>
      <Tag>{stateInWords(draw)}</Tag>
      {draw.mode === 'official' ? null : <Tag color="error">{modeInWords[draw.mode]}</Tag>}
      {draw.root === null ? null : (
        <span>
          变更自
          <a className="code" href={addressOf(paperAddresses.of(draw.root))}>
            {draw.root}
          </a>
          ，文书要素和检查情况与它共用
        </span>
      )}
    </span>
  )
}

/** The tabs' names; what holds something unsaved says so. */
function useTabTitles(root: string): Readonly<Record<PaperTab, ReactNode>> {
  const unsaved = useUnsaved(root)
  const whole = unsaved.includes(inspectionKey(root))
  const mark = (title: string, marked: boolean) =>
    marked ? (
      <>
        {title}
        <span className="papers-changed papers-tab-mark">未保存</span>
      </>
    ) : (
      title
    )
  return {
    ...paperTabs,
    entry: mark(paperTabs.entry, whole),
    visits: mark(paperTabs.visits, unsaved.length > (whole ? 1 : 0)),
  }
}

function OpenTab({
  number,
  root,
  tab,
}: {
  readonly number: string
  readonly root: string
  readonly tab: PaperTab
}) {
  switch (tab) {
    case '':
      return <FormsTab number={number} root={root} />
    case 'entry':
      return <EntryTab number={number} />
    case 'visits':
      return <VisitsTab number={number} />
    case 'notices':
      return <NoticePanel number={number} />
    case 'archive':
      return <ArchivePanel number={number} />
  }
}
