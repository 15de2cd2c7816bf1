import { useQuery } from '@tanstack/react-query'
import { Empty, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { InspectionState, VisitState } from '../../../shared/api/form-contract.ts'
import { useApi } from '../api.ts'
import { type VirtualColumn, VirtualTable } from '../registers/virtual-table.tsx'
import { useUnsaved, visitKey } from './entry-drafts.ts'
import { isFilled } from './entry-values.ts'
import { NotDrawn } from './not-drawn.tsx'
import { VisitPanel } from './visit-panel.tsx'

/** 检查情况: what is entered of each object, the list beside the one that is being filled in. */
export function VisitsTab({ number }: { readonly number: string }) {
  const { query } = useApi()
  const state = useQuery(query.forms.entry.queryOptions({ input: { number }, staleTime: 0 }))
  if (state.data === undefined) return <NotDrawn state={state} />
  if (state.data.visits.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="现行名单里没有检查对象" />
  return <Visits number={number} state={state.data} />
}

const filters = { all: '全部', open: '未填写', filled: '已填写' } as const
type Filter = keyof typeof filters

/** Whether something was entered of it. */
export const isEntered = ({ entry }: VisitState): boolean => isFilled(entry)

function Visits({ number, state }: { readonly number: string; readonly state: InspectionState }) {
  const { visits } = state
  const [piece, setPiece] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState(visits[0]?.object ?? '')
  const [stepped, setStepped] = useState(false)
  const unsaved = useUnsaved(state.draw)
  const wanted = piece.trim().toLowerCase()
  const found = useMemo(
    () =>
      visits.filter(
        (visit) =>
          (filter === 'all' || isEntered(visit) === (filter === 'filled')) &&
          [visit.name, String(visit.order), ...visit.inspectors].some((text) =>
            text.toLowerCase().includes(wanted),
          ),
      ),
    [visits, filter, wanted],
  )
  const counts: Record<Filter, number> = {
    all: visits.length,
    open: visits.filter((visit) => !isEntered(visit)).length,
    filled: visits.filter(isEntered).length,
  }
  const visit = visits.find(({ object }) => object === chosen)
  // What is being filled in stays, also where a filter no longer shows it; next and previous go by what is shown.
  const at = found.findIndex(({ object }) => object === chosen)
  const order = visit?.order ?? 0
  const choose = (object: string, step: boolean) => {
    setChosen(object)
    setStepped(step)
  }
  const columns: readonly VirtualColumn<VisitState>[] = [
    { key: 'order', title: '序号', width: 40, render: ({ order }) => order },
    {
      key: 'name',
      title: '检查对象',
      width: 190,
      render: ({ name }) => (
        <span className={name.length > 22 ? 'cell-name cell-long' : 'cell-name'}>{name}</span>
      ),
    },
    {
      key: 'state',
      title: '情况',
      width: 62,
      render: (row) =>
        unsaved.includes(visitKey(state.draw, row.object)) ? (
          <span className="papers-changed">未保存</span>
        ) : isEntered(row) ? (
          row.entry.result === null ? (
            <span className="papers-current">已填写</span>
          ) : (
            <span className="papers-current">有结果</span>
          )
        ) : (
          <span className="nothing">未填写</span>
        ),
    },
  ]
  return (
    <div className="papers-visits">
      <div className="papers-list">
        <div className="papers-list-tools">
          <Input.Search
            id="page-search"
            allowClear
            aria-label="查找检查对象"
            placeholder="名称、序号或检查人员"
            value={piece}
            onChange={({ target }) => setPiece(target.value)}
          />
          <Segmented
            block
            value={filter}
            options={Object.entries(filters).map(([value, label]) => ({
              value: value as Filter,
              label: `${label} ${counts[value as Filter]}`,
            }))}
            onChange={setFilter}
          />
        </div>
        {found.length === 0 ? (
          <div className="register-empty">
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的检查对象" />
          </div>
        ) : (
          <VirtualTable
            key={`${filter} ${wanted}`}
            label="检查对象"
            columns={columns}
            total={found.length}
            rowAt={(index) => found[index]}
            onSeen={nothingAsked}
            onOpen={({ object }) => choose(object, false)}
            opened={at === -1 ? null : at}
          />
        )}
      </div>
      {visit === undefined ? null : (
        <VisitPanel
          key={visit.object}
          number={number}
          draw={state.draw}
          visit={visit}
          before={found.findLast((one) => one.order < order)?.object ?? null}
          after={found.find((one) => one.order > order)?.object ?? null}
          go={(object) => choose(object, true)}
          stepped={stepped}
        />
      )}
    </div>
  )
}

/** The rows are all here. */
function nothingAsked(): void {}
