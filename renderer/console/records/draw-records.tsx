import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Input, Pagination, Select } from 'antd'
import { useState } from 'react'
import type { ConsoleClient } from '../../../shared/api/client.ts'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'
import { useApi } from '../api.ts'
import { DrawTable } from '../parts/draw-table.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { go } from '../route.ts'
import { filterDraws, type StateGroup, stateGroups, yearOf } from './filter-draws.ts'

const pageSize = 50

/** All draws: an office has some dozens a year, so they are read whole and narrowed here. */
async function allDraws(core: ConsoleClient, signal: AbortSignal): Promise<readonly DrawSummary[]> {
  const draws: DrawSummary[] = []
  for (;;) {
    const { rows, total } = await core.draws.list({ limit: 200, offset: draws.length }, { signal })
    draws.push(...rows)
    if (rows.length === 0 || draws.length >= total) return draws
  }
}

/** Every draw with its state, to be narrowed by state, year and words. */
export function DrawRecords() {
  const { core } = useApi()
  const [piece, setPiece] = useState('')
  const [group, setGroup] = useState<StateGroup | null>(null)
  const [year, setYear] = useState<string | null>(null)
  const [page, setPage] = useState(1)
  const draws = useQuery({ queryKey: ['all-draws'], queryFn: ({ signal }) => allDraws(core, signal) })
  const all = draws.data ?? []
  const found = filterDraws(all, { group, year, piece })
  const years = [...new Set(all.map(yearOf))].sort().reverse()
  return (
    <Sheet>
      <Problem error={draws.error} retry={() => void draws.refetch()} />
      <div className="register-tools">
        <Input.Search
          id="page-search"
          allowClear
          className="register-search"
          aria-label="查找摇号记录"
          placeholder="编号或任务名称"
          value={piece}
          onChange={(event) => {
            setPiece(event.target.value)
            setPage(1)
          }}
        />
        <Select
          allowClear
          className="facet"
          aria-label="按状态筛选"
          placeholder="状态"
          value={group}
          options={Object.entries(stateGroups).map(([value, label]) => ({ value, label }))}
          onChange={(value: StateGroup | undefined) => setGroup(value ?? null)}
        />
        <Select
          allowClear
          className="facet"
          aria-label="按年份筛选"
          placeholder="年份"
          value={year}
          options={years.map((value) => ({ value, label: `${value}年` }))}
          onChange={(value: string | undefined) => setYear(value ?? null)}
        />
        <span className="register-total" role="status">
          {draws.data === undefined ? '' : `共 ${found.length} 场`}
        </span>
      </div>
      {draws.data !== undefined && found.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={all.length === 0 ? '还没有摇过号' : '没有符合条件的记录'}
        >
          {all.length === 0 ? (
            <Button type="primary" onClick={() => go('/draws/new')}>
              开始一场摇号
            </Button>
          ) : null}
        </Empty>
      ) : (
        <DrawTable draws={found.slice((page - 1) * pageSize, page * pageSize)} />
      )}
      {found.length > pageSize ? (
        <Pagination
          className="pages"
          current={page}
          pageSize={pageSize}
          total={found.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </Sheet>
  )
}
