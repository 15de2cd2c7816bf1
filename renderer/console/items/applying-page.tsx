import { CheckOutlined } from '@ant-design/icons'
import { Button, Empty, Input, Pagination, Segmented } from 'antd'
import { useState } from 'react'
import type { ApplyingItem } from '../../../shared/api/item-contract.ts'
import type { ObjectCell } from '../../../shared/registry/object-cells.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { go } from '../route.ts'
import { AppliedObjects, type ShownObjects } from './applied-objects.tsx'
import { ApplyingRow } from './applying-row.tsx'
import { exactItems } from './choice-of-objects.ts'
import { ConfirmExact } from './confirm-exact.tsx'
import { useApplying } from './item-calls.ts'
import { ItemPage } from './item-page.tsx'
import { type ApplyingState, applyingStates, findApplying, stateOf } from './sort-applying.ts'

/** Rows on one page: each has boxes of its own. */
const pageSize = 20

const stateWords: Readonly<Record<ApplyingState, string>> = {
  open: '待确认',
  confirmed: '已确认',
  'left-out': '不纳入',
}

/** Which objects each item applies to (适用对象): confirmed once by a person, never guessed from a word. */
export function ApplyingPage() {
  const applying = useApplying()
  const { items = [], cells = [] } = applying.data ?? {}
  const exact = exactItems(items)
  const [asking, ask] = useState(false)
  return (
    <ItemPage
      tab="applying"
      note="每个事项适用哪些对象，由人确认一次：按种类、经营类别，或两者同时符合。程序不从字面推断。"
      actions={
        exact.length === 0 ? undefined : (
          <Button type="primary" icon={<CheckOutlined aria-hidden />} onClick={() => ask(true)}>
            一次确认逐字对应的{exact.length}项
          </Button>
        )
      }
    >
      <Problem error={applying.error} retry={() => void applying.refetch()} />
      {applying.data === undefined ? null : items.length === 0 ? (
        <Sheet>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有抽查事项。先导入随机抽查事项清单。">
            <Button type="primary" onClick={() => go('/items/import')}>
              导入名录
            </Button>
          </Empty>
        </Sheet>
      ) : (
        <ApplyingList items={items} cells={cells} />
      )}
      {asking ? <ConfirmExact items={exact} onClose={() => ask(false)} /> : null}
    </ItemPage>
  )
}

function ApplyingList({
  items,
  cells,
}: {
  readonly items: readonly ApplyingItem[]
  readonly cells: readonly ObjectCell[]
}) {
  const count = (state: ApplyingState): number => items.filter((item) => stateOf(item) === state).length
  const [state, setState] = useState<ApplyingState>(() => (count('open') > 0 ? 'open' : 'confirmed'))
  const [piece, setPiece] = useState('')
  const [page, setPage] = useState(1)
  const [shown, show] = useState<ShownObjects | null>(null)
  const found = findApplying(items, state, piece)
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const current = Math.min(page, last)
  return (
    <>
      <div className="register-tools">
        <Segmented
          aria-label="确认状态"
          value={state}
          options={applyingStates.map((value) => ({ value, label: `${stateWords[value]} ${count(value)}` }))}
          onChange={(value) => {
            setState(value)
            setPage(1)
          }}
        />
        <Input.Search
          id="page-search"
          allowClear
          className="register-search"
          aria-label="查找事项"
          placeholder="事项名称、股室或清单用词"
          value={piece}
          onChange={(event) => setPiece(event.target.value)}
        />
      </div>
      <section className="sheet applying">
        {found.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={emptyWords(state, piece)} />
        ) : (
          <table className="rows applying-rows">
            <thead>
              <tr>
                <th scope="col">抽查事项</th>
                <th scope="col">清单所列检查对象</th>
                <th scope="col">种类</th>
                <th scope="col">经营类别</th>
                <th scope="col" className="number-column">
                  适用对象
                </th>
                <th scope="col">
                  <span className="unseen">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice((current - 1) * pageSize, current * pageSize).map((item) => (
                <ApplyingRow key={item.serial} item={item} cells={cells} onShow={show} />
              ))}
            </tbody>
          </table>
        )}
        {last > 1 ? (
          <Pagination
            className="pages"
            current={current}
            pageSize={pageSize}
            total={found.length}
            showSizeChanger={false}
            onChange={setPage}
          />
        ) : null}
      </section>
      {shown === null ? null : <AppliedObjects shown={shown} onClose={() => show(null)} />}
    </>
  )
}

function emptyWords(state: ApplyingState, piece: string): string {
  if (piece.trim() !== '') return '没有符合条件的事项'
  if (state === 'open') return '纳入双随机的事项都已确认适用对象'
  return state === 'confirmed' ? '还没有确认过适用对象的事项' : '没有不纳入双随机的事项'
}
