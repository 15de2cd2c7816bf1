import './items.css'
import { ImportPage } from '../imports/import-page.tsx'
import { ImportsPage } from '../imports/imports-page.tsx'
import { RegisterPage } from '../registers/register-page.tsx'
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
    case 'import':
      return <ImportPage register="items" />
    case 'imports':
      return <ImportsPage register="items" />
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
      return <RegisterPage register="items" above={<AboveList />} />
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
