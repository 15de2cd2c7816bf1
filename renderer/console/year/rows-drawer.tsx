import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQueries } from '@tanstack/react-query'
import { Button, Drawer, Skeleton } from 'antd'
import { useCallback, useState } from 'react'
import type { RowTarget, YearAsk, YearRow } from '../../../shared/forms/year-rows.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { VirtualTable } from '../registers/virtual-table.tsx'
import { go } from '../route.ts'
import { ObjectYear } from '../visits/object-year.tsx'
import type { RowsView } from './rows-view.ts'

/** The rows behind a figure; a row leads on: to its draw, its object's year, the draws of a person or an item. */
export function RowsDrawer({
  year,
  views,
  onChange,
}: {
  readonly year: number
  /** the way down so far, the newest last */
  readonly views: readonly RowsView[]
  readonly onChange: (views: readonly RowsView[]) => void
}) {
  const view = views.at(-1)
  if (view === undefined) return null
  const onTarget = ({ target, cells }: YearRow): void => {
    const next = nextView(target, cells)
    if (next !== null) onChange([...views, next])
  }
  return (
    <Drawer
      open
      size={Math.min(880, window.innerWidth - 200)}
      className="rows-drawer"
      title={`${view.title}（${year}年）`}
      onClose={() => onChange([])}
      extra={
        views.length > 1 ? (
          <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => onChange(views.slice(0, -1))}>
            返回上一层
          </Button>
        ) : null
      }
    >
      {view.of === 'object' ? (
        <ObjectYear serial={view.serial} year={year} />
      ) : (
        <Rows key={JSON.stringify(view.ask)} year={year} title={view.title} ask={view.ask} onRow={onTarget} />
      )}
    </Drawer>
  )
}

/** What a row opens; `null` where it leads to another page. */
function nextView(target: RowTarget, cells: readonly string[]): RowsView | null {
  switch (target.to) {
    case 'draw':
      go(`/draws/${target.number}`)
      return null
    case 'object':
      return {
        of: 'object',
        title: cells.find((cell) => cell.length > 3 && !/^[OV]?\d/.test(cell)) ?? target.serial,
        serial: target.serial,
      }
    case 'person':
      return {
        of: 'rows',
        title: `抽中${cells[1] ?? ''}的摇号`,
        ask: { of: 'draws', person: target.serial },
      }
    case 'line':
      return {
        of: 'rows',
        title: `计划${cells[0] ?? ''}的摇号`,
        ask: { of: 'draws', line: target.serial },
      }
    case 'item':
      return { of: 'rows', title: `“${target.name}”的摇号`, ask: { of: 'draws', item: target.name } }
  }
}

/** Rows that are asked for at once. */
const pageSize = 200

function Rows({
  year,
  title,
  ask,
  onRow,
}: {
  readonly year: number
  readonly title: string
  readonly ask: YearAsk
  readonly onRow: (row: YearRow) => void
}) {
  const { query } = useApi()
  const [seen, setSeen] = useState<readonly number[]>([0])
  const numbers = [...new Set([0, ...seen])]
  const pages = useQueries({
    queries: numbers.map((number) =>
      query.year.rows.queryOptions({
        input: { year, ask, limit: pageSize, offset: number * pageSize },
      }),
    ),
  })
  const onSeen = useCallback((from: number, to: number): void => {
    const wanted: number[] = []
    for (let number = Math.floor(from / pageSize); number * pageSize < to; number += 1) wanted.push(number)
    setSeen((before) => (before.join() === wanted.join() ? before : wanted))
  }, [])
  const [first] = pages
  const rowAt = (index: number): YearRow | undefined =>
    pages[numbers.indexOf(Math.floor(index / pageSize))]?.data?.rows[index % pageSize]
  if (first?.data === undefined)
    return first?.error ? (
      <Problem error={first.error} retry={() => void first.refetch()} />
    ) : (
      <Skeleton active />
    )
  const { columns, total } = first.data
  if (total === 0) return <p className="quiet">没有相应的明细。</p>
  return (
    <>
      <p className="quiet" role="status">
        共 {total.toLocaleString('zh-CN')} 条
      </p>
      <VirtualTable
        label={title}
        columns={columns.map((column, at) => ({
          key: column.title,
          title: column.title,
          width: widthOf(column.title),
          render: (row: YearRow) => row.cells[at] ?? '',
        }))}
        total={total}
        rowAt={rowAt}
        onSeen={onSeen}
        onOpen={onRow}
        opened={null}
      />
    </>
  )
}

const widths: Readonly<Record<string, number>> = {
  编号: 128,
  序号: 84,
  检查对象: 220,
  抽查事项: 200,
  任务: 180,
  依据: 150,
  日期: 100,
  种类: 80,
  姓名: 80,
  事由类别: 120,
}

const widthOf = (title: string): number => widths[title] ?? 92
