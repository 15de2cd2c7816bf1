import './plans.css'
import { Skeleton } from 'antd'
import { ImportPage } from '../imports/import-page.tsx'
import { ImportsPage } from '../imports/imports-page.tsx'
import { Page } from '../parts/page.tsx'
import { RegisterPage } from '../registers/register-page.tsx'
import { ReleasePanel } from '../releases/release-panel.tsx'
import { PlanTabs } from './plan-tabs.tsx'
import { SchemesPage } from './schemes-page.tsx'
import { useYear, YearChoice } from './year-choice.tsx'
import { YearPlanPage } from './year-plan-page.tsx'

/** 年度计划: the year's plan with its checks and progress, its approval, the 实施方案, and the lines of all years. */
export function PlansPage({ path }: { readonly path: string }) {
  switch (path) {
    case 'import':
      return <ImportPage register="plans" />
    case 'imports':
      return <ImportsPage register="plans" />
    case 'lines':
      return <RegisterPage register="plans" above={<PlanTabs current="lines" />} />
    case 'schemes':
      return <SchemesPage />
    case 'release':
      return <PlanReleasePage />
    default:
      return <YearPlanPage />
  }
}

function PlanReleasePage() {
  const year = useYear()
  return (
    <Page
      title="年度计划"
      note="报审以后逐步登记审核、批准、公布和备案报送，材料随之存档。"
      actions={year === undefined ? null : <YearChoice year={year} />}
    >
      <PlanTabs current="release" />
      {year === undefined ? <Skeleton active /> : <ReleasePanel key={year} subject="plans" year={year} />}
    </Page>
  )
}
