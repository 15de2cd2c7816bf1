import type { ReactNode } from 'react'
import { Page } from '../parts/page.tsx'
import { registerPageWords } from '../registers/register-page-words.ts'
import { type ItemTab, ItemTabs } from './item-tabs.tsx'

/** One of the pages beside the list of items: the same title and the tabs, its own note and content. */
export function ItemPage({
  tab,
  note,
  actions,
  children,
}: {
  readonly tab: ItemTab
  readonly note: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Page title={registerPageWords.items.title} note={note} actions={actions}>
      <ItemTabs current={tab} />
      {children}
    </Page>
  )
}
