import { CopyOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import type { PlanYear } from '../../../shared/api/plan-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { RowDrawer } from '../registers/row-drawer.tsx'
import { ReleaseTag } from '../releases/version-table.tsx'
import { addressOf, go } from '../route.ts'
import { CopyDialog } from './copy-dialog.tsx'
import { DepartmentTable } from './department-table.tsx'
import { PlanTabs } from './plan-tabs.tsx'
import { departmentPlans, leftWords, yearFacts } from './plan-words.ts'
import { useYear, YearChoice } from './year-choice.tsx'

/** A year's plan by 股室: what is planned, what is wrong with it, how far it has come. */
export function YearPlanPage() {
  const { query } = useApi()
  const year = useYear()
  const [copying, setCopying] = useState(false)
  const [opened, setOpened] = useState<Serial | 'new' | null>(null)
  const plan = useQuery(
    query.plans.year.queryOptions({
      input: { year: year ?? 2000 },
      enabled: year !== undefined,
      placeholderData: (before) => before,
    }),
  )
  const actions =
    year === undefined ? null : (
      <>
        <YearChoice year={year} />
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => setCopying(true)}>
          从往年复制
        </Button>
        <Button icon={<ImportOutlined aria-hidden />} onClick={() => go('/plans/import')}>
          导入
        </Button>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('new')}>
          新增计划项
        </Button>
      </>
    )
  return (
    <Page title="年度计划" note="各股室的抽查计划。没有列入计划的，不得抽查。" actions={actions}>
      <PlanTabs current="" />
      <Problem error={plan.error} retry={() => void plan.refetch()} />
      {plan.data === undefined || plan.data.year !== year ? (
        plan.error === null ? (
          <Skeleton active />
        ) : null
      ) : (
        <Known plan={plan.data} open={setOpened} copy={() => setCopying(true)} />
      )}
      {copying && year !== undefined ? <CopyDialog to={year} close={() => setCopying(false)} /> : null}
      {opened === null || year === undefined ? null : (
        <OpenedLine key={opened} serial={opened} year={year} close={() => setOpened(null)} />
      )}
    </Page>
  )
}

function Known({
  plan,
  open,
  copy,
}: {
  readonly plan: PlanYear
  readonly open: (serial: Serial) => void
  readonly copy: () => void
}) {
  if (plan.lines.length === 0)
    return (
      <>
        <Deadline plan={plan} />
        <Sheet>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={`${plan.year}年度还没有计划项。可以从往年复制、导入表格，或逐项新增。`}
          >
            <Button onClick={copy}>从往年复制</Button>
          </Empty>
        </Sheet>
      </>
    )
  return (
    <>
      <Summary plan={plan} />
      <Deadline plan={plan} />
      <WholePlan problems={plan.problems.filter(({ code }) => !isOfDeadline(code))} />
      {departmentPlans(plan).map((department) => (
        <DepartmentTable key={department.department} plan={department} open={open} />
      ))}
    </>
  )
}

/** The deadline is told by itself, with the days that are left. */
const isOfDeadline = (code: string): boolean => code === 'deadline-near' || code === 'deadline-passed'

/** Problems of the plan as a whole that are shown before somebody asks for all. */
const shownAtFirst = 3

/** What is wrong with the plan as a whole; what keeps it from being approved comes first. */
function WholePlan({ problems }: { readonly problems: PlanYear['problems'] }) {
  const [all, showAll] = useState(false)
  if (problems.length === 0) return null
  const sorted = [...problems.filter(({ stops }) => stops), ...problems.filter(({ stops }) => !stops)]
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <Sheet title="整份计划">
      <ul className="plan-problems">
        {shown.map(({ sentence, stops }) => (
          <li key={sentence} className={stops ? 'plan-problem stops' : 'plan-problem'}>
            {sentence}
          </li>
        ))}
      </ul>
      {shown.length === sorted.length ? null : (
        <Button type="link" size="small" className="plan-all" onClick={() => showAll(true)}>
          全部{sorted.length}条
        </Button>
      )}
      {problems.some(({ stops, canSetAside }) => stops && canSetAside) ? (
        <p className="quiet plan-reason">整份计划的理由在提交报审时写明，印在计划表上。</p>
      ) : null}
    </Sheet>
  )
}

function Summary({ plan }: { readonly plan: PlanYear }) {
  const { items, total, times, held, drawn, stopping } = yearFacts(plan)
  return (
    <Sheet>
      <dl className="plan-figures">
        <div>
          <dt>计划状态</dt>
          <dd>
            <ReleaseTag state={plan.state} adjusted={plan.waiting > 0} />
            <a href={addressOf('/plans/release')}>
              {plan.waiting > 0 ? `${plan.waiting}项调整待批准` : '审核、批准、公布'}
            </a>
          </dd>
        </div>
        <Figure title="计划项" value={`${plan.lines.length}项`} note={`${items}个抽查事项`} />
        <Figure
          title="计划抽查"
          value={`${total.toLocaleString('zh-CN')}户（次）`}
          note={times === 0 ? '频次未写明' : `分${times}次抽取`}
        />
        <Figure
          title="已经抽取"
          value={`${drawn.toLocaleString('zh-CN')}户（次）`}
          note={`${held}次，演练和作废的不计`}
        />
        <div className={stopping > 0 ? 'plan-stopping' : undefined}>
          <dt>须改正</dt>
          <dd>
            <strong>{stopping}处</strong>
            <span>{stopping > 0 ? '改正或写明理由后才能批准' : '符合执行细则'}</span>
          </dd>
        </div>
      </dl>
    </Sheet>
  )
}

function Figure({
  title,
  value,
  note,
}: {
  readonly title: string
  readonly value: string
  readonly note: string
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{note}</span>
      </dd>
    </div>
  )
}

/** By when the plan is to be made, and the year's draws to be done. */
function Deadline({ plan: { deadline, completion, year, state, problems } }: { readonly plan: PlanYear }) {
  const done = state === 'approved' || state === 'published' || state === 'filed'
  const reasonMissing = problems.some(({ code, stops }) => isOfDeadline(code) && stops)
  const sentence = ({ words, clause }: { readonly words: string; readonly clause: string | null }) =>
    clause === null ? words : `${clause}：${words}`
  return (
    <>
      {deadline === null || done ? null : (
        <Alert
          className="problem"
          type={deadline.left < 0 ? 'error' : deadline.left <= 30 ? 'warning' : 'info'}
          showIcon
          title={`${year}年度计划须在${deadline.day}前${deadline.duty}，${leftWords(deadline.left)}。${sentence(deadline)}。${reasonMissing ? '提交报审时须写明理由。' : ''}`}
        />
      )}
      {completion === null || completion.left > 60 || completion.left < 0 ? null : (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title={`${year}年度的抽查须在${completion.day}前全部完成，${leftWords(completion.left)}。${sentence(completion)}。`}
        />
      )}
    </>
  )
}

/** A line in its drawer: changed here, with its trace. */
function OpenedLine({
  serial,
  year,
  close,
}: {
  readonly serial: Serial | 'new'
  readonly year: number
  readonly close: () => void
}) {
  const { core, query } = useApi()
  const version = useQuery(
    query.registers.plans.get.queryOptions({
      // What is being written is not asked for anew.
      input: { serial: serial === 'new' ? ('L000000' as Serial) : serial },
      enabled: serial !== 'new',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      meta: { fixed: true },
    }),
  )
  if (serial === 'new')
    return (
      <RowDrawer
        register="plans"
        version={null}
        newRow={{
          values: { year, frequency: null },
          write: (row) =>
            core.registers.plans.add({ row: row as Parameters<typeof core.registers.plans.add>[0]['row'] }),
        }}
        onClose={close}
      />
    )
  return version.data === undefined ? null : (
    <RowDrawer register="plans" version={version.data} onClose={close} />
  )
}
