import './items.css'
import { RegisterPages } from '../registers/register-pages.tsx'
import { ReleaseNote } from '../releases/release-panel.tsx'
import { ApplyingPage } from './applying-page.tsx'
import { CoveragePage } from './coverage-page.tsx'
import { ItemTabs } from './item-tabs.tsx'
import { JointPage } from './joint-page.tsx'
import { LeftOutPage } from './left-out-page.tsx'
import { ReleasePage } from './release-page.tsx'

/** 随机抽查事项清单: the register, and what the list has to say besides. */
export function ItemsPage({ path }: { readonly path: string }) {
  switch (path) {
    case 'applying':
      return <ApplyingPage />
    case 'joint':
      return <JointPage />
    case 'left-out':
      return <LeftOutPage />
    case 'coverage':
      return <CoveragePage />
    case 'release':
      return <ReleasePage />
    default:
      return <RegisterPages register="items" path={path} above={<AboveList />} />
  }
}

/** The tabs, and what is to be known of a list that was approved and has changed since. */
function AboveList() {
  return (
    <>
      <ItemTabs current="" />
      <ReleaseNote subject="items" />
    </>
  )
}
