import './plans.css'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useApi } from '../api.ts'
import { ImportPage } from '../imports/import-page.tsx'
import { ImportsPage } from '../imports/imports-page.tsx'
import { Page } from '../parts/page.tsx'
import { RegisterPage } from '../registers/register-page.tsx'
import { ReleasePanel } from '../releases/release-panel.tsx'
import { addressOf } from '../route.ts'
import { PlanTabs } from './plan-tabs.tsx'
import { yearFacts } from './plan-words.ts'
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
      {year === undefined ? null : <Stopping key={year} year={year} />}
      {year === undefined ? <Skeleton active /> : <ReleasePanel key={year} subject="plans" year={year} />}
    </Page>
  )
}

/** What keeps the plan from being approved is told before it is handed in. */
function Stopping({ year }: { readonly year: number }) {
  const { query } = useApi()
  const { data } = useQuery(query.plans.year.queryOptions({ input: { year } }))
  if (data === undefined || data.lines.length === 0) return null
  const { stopping } = yearFacts(data)
  if (stopping === 0) return null
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={`按执行细则，${year}年度计划还有${stopping}处须改正或写明理由，在此之前不能登记批准。`}
      action={
        <Button size="small" href={addressOf('/plans')}>
          逐处查看
        </Button>
      }
    />
  )
}
