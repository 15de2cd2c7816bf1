import './plans.css'
import { Tabs } from 'antd'
import { go } from '../route.ts'

/** The parts of the page of plans: the part of the address after `/plans/`. */
const planTabs = {
  '': '计划和进度',
  release: '审核、批准、公布',
  schemes: '实施方案',
  lines: '全部计划项',
} as const
export type PlanTab = keyof typeof planTabs

/** The tabs of the page of plans. */
export function PlanTabs({ current }: { readonly current: PlanTab }) {
  return (
    <Tabs
      className="plan-tabs"
      activeKey={current}
      items={Object.entries(planTabs).map(([key, label]) => ({ key, label }))}
      onChange={(tab) => go(tab === '' ? '/plans' : `/plans/${tab}`)}
    />
  )
}
