import type { ReactNode } from 'react'
import type { YearFigures } from '../../../shared/forms/year-figures.ts'
import { Figure } from './figure.tsx'

/** 计划 → 抽取 → 检查 → 公布. What no part of the program registers yet is said as such, never as a number. */
export function ChainStrip({ figures }: { readonly figures: YearFigures }) {
  const { plan, draws, visits } = figures
  return (
    <ol className="chain" aria-label="计划、抽取、检查、公布">
      <Step title="计划">
        <p className="chain-main">
          <Figure count={plan.lines} unit="项" title="计划项" ask={{ of: 'lines', state: 'all' }} />
          <span className="chain-side">应抽{plan.times}次</span>
        </p>
        <p>
          完成 <Figure count={plan.done} title="已完成的计划项" ask={{ of: 'lines', state: 'done' }} />
          ，已过期限{' '}
          <Figure count={plan.late} title="已过期限的计划项" ask={{ of: 'lines', state: 'late' }} />
          ，本月到期{' '}
          <Figure count={plan.thisMonth} title="本月到期的计划项" ask={{ of: 'lines', state: 'month' }} />
        </p>
      </Step>
      <Step title="抽取">
        <p className="chain-main">
          <Figure count={draws.all} unit="场" title="摇号" ask={{ of: 'draws' }} />
          <span className="chain-side">{draws.objects.toLocaleString('zh-CN')}户次</span>
        </p>
        <p>
          按计划 <Figure count={draws.planned} title="按计划的摇号" ask={{ of: 'draws', basis: 'line' }} />
          ，计划外{' '}
          <Figure count={draws.outside} title="计划外的摇号" ask={{ of: 'draws', basis: 'outside' }} />
          ，未登记依据{' '}
          <Figure count={draws.unfounded} title="未登记依据的摇号" ask={{ of: 'draws', basis: 'none' }} />
        </p>
      </Step>
      <Step title="检查">
        <p className="chain-main chain-later">尚未登记</p>
        <p>
          另有非双随机{' '}
          <Figure count={visits.own} unit="次" title="非双随机检查" ask={{ of: 'visits', others: false }} />
          ，其他部门{' '}
          <Figure
            count={visits.ofOthers}
            unit="次"
            title="其他部门检查"
            ask={{ of: 'visits', others: true }}
          />
        </p>
      </Step>
      <Step title="公布">
        <p className="chain-main chain-later">尚未登记</p>
        <p className="quiet">检查结果公示以后计数</p>
      </Step>
    </ol>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <li>
      <h2>{title}</h2>
      {children}
    </li>
  )
}
