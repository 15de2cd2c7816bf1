import './visits.css'
import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { App, Button, Empty, Input, Select } from 'antd'
import { useCallback, useState } from 'react'
import type { ListedVisit } from '../../../shared/api/year-contract.ts'
import type { VisitKind } from '../../../shared/registry/visit.ts'
import { visitKinds } from '../../../shared/registry/visit.ts'
import { useApi } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { useDebounced } from '../parts/use-debounced.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import { type AnyVersion, readRowOf } from '../registers/register-calls.ts'
import { registerPageWords } from '../registers/register-page-words.ts'
import { RegisterPages } from '../registers/register-pages.tsx'
import { RowDrawer } from '../registers/row-drawer.tsx'
import { type VirtualColumn, VirtualTable } from '../registers/virtual-table.tsx'
import { go } from '../route.ts'
import { VisitForm } from './visit-form.tsx'
import { VisitPaper } from './visit-paper.tsx'

/**
 * 非双随机检查: the visits of a year with their quick entry; below `all` the register of all years as every other, with
 * export and changes of many rows, and the imports into it.
 */
export function VisitsPage({ path }: { readonly path: string }) {
  if (path === '') return <VisitsRegister />
  return <RegisterPages register="visits" path={path === 'all' ? '' : path} />
}

const columns: readonly VirtualColumn<ListedVisit>[] = [
  { key: 'date', title: '日期', width: 90, render: ({ row }) => row.date },
  {
    key: 'object',
    title: '检查对象',
    width: 140,
    render: ({ objectName, retired }) => (
      <>
        <span className={objectName.length > 22 ? 'cell-name cell-long' : 'cell-name'}>{objectName}</span>
        {retired ? <span className="quiet">（已停用）</span> : null}
      </>
    ),
  },
  { key: 'kind', title: '事由类别', width: 88, render: ({ row }) => row.kind },
  { key: 'number', title: '案件或来源编号', width: 118, render: ({ row }) => orDash(row.number) },
  { key: 'department', title: '检查部门', width: 80, render: ({ row }) => orDash(row.department) },
  { key: 'item', title: '检查事项', width: 76, render: ({ row }) => orDash(row.item) },
  {
    key: 'passed',
    title: '是否合格',
    width: 76,
    render: ({ row }) => orDash(row.passed === null ? null : row.passed ? '合格' : '不合格'),
  },
  {
    key: 'paper',
    title: '打印',
    width: 60,
    render: ({ serial, objectName }) => <VisitPaper serial={serial} name={objectName} />,
  },
]

function orDash(value: string | null) {
  return value === null ? <span className="nothing">—</span> : value
}

/** Rows that are asked for at once. */
const pageSize = 200
const months = Array.from({ length: 12 }, (_, index) => index + 1)

function VisitsRegister() {
  const { core, query } = useApi()
  const { message } = App.useApp()
  const words = registerPageWords.visits
  const today = dayOfToday()
  const [entering, enter] = useState(false)
  const [opened, setOpened] = useState<AnyVersion | null>(null)
  const [piece, setPiece] = useState('')
  const [year, setYear] = useState(() => Number(today.slice(0, 4)))
  const [chosenMonths, chooseMonths] = useState<number[]>([])
  const [kinds, chooseKinds] = useState<VisitKind[]>([])
  const [departments, chooseDepartments] = useState<string[]>([])
  const [seen, setSeen] = useState<readonly number[]>([0])
  const asked = useDebounced(piece.trim(), 120)
  const years = useQuery(query.year.years.queryOptions({ input: {} }))
  const numbers = [...new Set([0, ...seen])]
  const pages = useQueries({
    queries: numbers.map((number) =>
      query.year.visits.queryOptions({
        input: {
          year,
          piece: asked,
          months: chosenMonths,
          kinds,
          departments,
          limit: pageSize,
          offset: number * pageSize,
        },
        placeholderData: keepPreviousData,
      }),
    ),
  })
  const onSeen = useCallback((from: number, to: number): void => {
    const wanted: number[] = []
    for (let number = Math.floor(from / pageSize); number * pageSize < to; number += 1) wanted.push(number)
    setSeen((before) => (before.join() === wanted.join() ? before : wanted))
  }, [])
  const open = useMutation({
    mutationKey: [['registers', 'verify']],
    mutationFn: ({ serial }: ListedVisit) => readRowOf(core, 'visits', serial),
    onSuccess: setOpened,
    onError: (error) => void message.error(refusalSentence(error)),
  })
  const [first] = pages
  const total = first?.data?.total ?? null
  const narrowed = piece.trim() !== '' || chosenMonths.length + kinds.length + departments.length > 0
  const clear = (): void => {
    setPiece('')
    chooseMonths([])
    chooseKinds([])
    chooseDepartments([])
  }
  const actions = (
    <>
      <Button onClick={() => go('/visits/all')}>历年登记、导出</Button>
      <Button icon={<ImportOutlined aria-hidden />} onClick={() => go('/visits/import')}>
        导入
      </Button>
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        disabled={entering}
        onClick={() => enter(true)}
      >
        登记检查
      </Button>
    </>
  )
  return (
    <Page title={words.title} note={words.note} actions={actions} fill>
      <Problem error={first?.error ?? years.error} retry={() => void first?.refetch()} />
      {entering ? <VisitForm today={today} onClose={() => enter(false)} /> : null}
      <div className="register-tools">
        <Input.Search
          id="page-search"
          allowClear
          className="register-search"
          aria-label={`查找${words.title}`}
          placeholder={words.searchHint}
          value={piece}
          onChange={(event) => setPiece(event.target.value)}
        />
        <Select
          aria-label="年度"
          className="visit-year"
          value={year}
          options={[...new Set([year, ...(years.data ?? [])])]
            .sort((a, b) => b - a)
            .map((one) => ({ value: one, label: `${one}年` }))}
          onChange={setYear}
        />
        <Select
          mode="multiple"
          allowClear
          className="facet"
          aria-label="按月份筛选"
          placeholder="月份"
          maxTagCount="responsive"
          value={chosenMonths}
          options={months.map((month) => ({ value: month, label: `${month}月` }))}
          onChange={chooseMonths}
        />
        <Select
          mode="multiple"
          allowClear
          className="facet"
          aria-label="按事由类别筛选"
          placeholder="事由类别"
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          value={kinds}
          options={visitKinds.map((kind) => ({ value: kind, label: kind }))}
          onChange={chooseKinds}
        />
        <Select
          mode="multiple"
          allowClear
          className="facet"
          aria-label="按检查部门筛选"
          placeholder="检查部门"
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          notFoundContent="没有登记检查部门"
          value={departments}
          options={(first?.data?.departments ?? []).map((name) => ({ value: name, label: name }))}
          onChange={chooseDepartments}
        />
        <span className="register-total" role="status">
          {total === null ? '' : `${narrowed ? '找到' : '共'} ${total.toLocaleString('zh-CN')} 条`}
        </span>
      </div>
      {total === 0 ? (
        <div className="register-empty">
          {narrowed ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的登记">
              <Button onClick={clear}>清除条件</Button>
            </Empty>
          ) : (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={`${year}年还没有检查登记。${words.emptyNext}`}
            >
              <Button type="primary" disabled={entering} onClick={() => enter(true)}>
                登记检查
              </Button>
            </Empty>
          )}
        </div>
      ) : (
        <VirtualTable
          key={JSON.stringify([asked, year, chosenMonths, kinds, departments])}
          label={words.title}
          columns={columns}
          total={total ?? 0}
          rowAt={(index) =>
            pages[numbers.indexOf(Math.floor(index / pageSize))]?.data?.rows[index % pageSize]
          }
          onSeen={onSeen}
          onOpen={(visit) => open.mutate(visit)}
          opened={null}
        />
      )}
      {opened === null ? null : (
        <RowDrawer key={opened.serial} register="visits" version={opened} onClose={() => setOpened(null)} />
      )}
    </Page>
  )
}

/** Today by this computer's clock, `2026-11-21`. */
function dayOfToday(): string {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
