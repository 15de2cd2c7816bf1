import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { releaseStates } from '../../../shared/api/release-contract.ts'
import { useApi } from '../api.ts'
import { chooseYear, offeredYears, shownYear, useChosenYear } from './chosen-year.ts'

/** The year whose plan is looked at; `undefined` until it is known which years there are. */
export function useYear(): number | undefined {
  const { query } = useApi()
  const chosen = useChosenYear(({ year }) => year)
  const { data } = useQuery(query.plans.years.queryOptions({ input: {} }))
  if (data === undefined) return chosen ?? undefined
  return shownYear(
    chosen,
    data.map(({ year }) => year),
    new Date().getFullYear(),
  )
}

/** The years that have a plan, this one and the next. */
export function YearChoice({ year }: { readonly year: number }) {
  const { query } = useApi()
  const { data = [] } = useQuery(query.plans.years.queryOptions({ input: {} }))
  const offered = offeredYears(
    year,
    data.map((one) => one.year),
    new Date().getFullYear(),
  )
  return (
    <Select
      aria-label="年度"
      className="plan-year"
      value={year}
      options={offered.map((value) => {
        const known = data.find((one) => one.year === value)
        const words = known === undefined ? '没有计划' : releaseStates[known.state]
        return { value, label: `${value}年度（${words}）` }
      })}
      onChange={chooseYear}
    />
  )
}
