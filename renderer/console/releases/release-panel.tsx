import './releases.css'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { ListOf, ListState, ReleaseStep, ReleaseSubject } from '../../../shared/api/release-contract.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { type Compared, ComparisonDrawer } from './comparison-drawer.tsx'
import { MakeDialog } from './make-dialog.tsx'
import { PrintButtons } from './print-buttons.tsx'
import { isAdjusted, standingWords, stepButtons, stopsOf } from './release-words.ts'
import { StepDialog } from './step-dialog.tsx'
import { ReleaseTag, VersionTable } from './version-table.tsx'

/** 报审, 审核, 批准, 公布, 备案/报送 of a list, with its versions and papers. */
export function ReleasePanel({
  subject,
  year = 0,
}: {
  readonly subject: ReleaseSubject
  readonly year?: number
}) {
  const { query } = useApi()
  const list: ListOf = { subject, year }
  const state = useQuery(query.releases.of.queryOptions({ input: list }))
  return (
    <>
      <Problem error={state.error} retry={() => void state.refetch()} />
      {state.data === undefined ? (
        state.error === null ? (
          <Skeleton active />
        ) : null
      ) : (
        <Known state={state.data} />
      )}
    </>
  )
}

function Known({ state }: { readonly state: ListState }) {
  const [compared, setCompared] = useState<Compared | null>(null)
  const list: ListOf = { subject: state.subject, year: state.year }
  const newest = state.releases[0]
  return (
    <>
      <Sheet
        title={
          <>
            {state.title}
            <span className="release-mark">
              <ReleaseTag state={state.state} adjusted={isAdjusted(state)} />
            </span>
          </>
        }
        actions={<NextSteps state={state} />}
      >
        <Way state={state} />
        <p className="release-standing" role="status">
          {standingWords(state)}
          {newest === undefined || state.changed === 0 ? null : (
            <Button
              type="link"
              size="small"
              onClick={() =>
                setCompared({
                  list,
                  from: newest.id,
                  to: null,
                  title: `${state.title}：第${newest.number}版 → 现在`,
                })
              }
            >
              查看改动
            </Button>
          )}
        </p>
        <Asked state={state} />
      </Sheet>
      <Sheet title="表和名单">
        <p className="quiet print-note">没有批准的版本和草稿，每一页都标明“未经批准”。</p>
        <PrintButtons key={newest?.id ?? 'now'} state={state} />
      </Sheet>
      {newest === undefined ? null : (
        <Sheet title="历次版本">
          <VersionTable state={state} compare={setCompared} />
        </Sheet>
      )}
      {compared === null ? null : <ComparisonDrawer compared={compared} close={() => setCompared(null)} />}
    </>
  )
}

/** The stops of the newest version, each with its day. */
function Way({ state }: { readonly state: ListState }) {
  return (
    <ol className="release-way">
      {stopsOf(state).map(({ title, date, detail }) => (
        <li key={title} className={date === null ? 'release-stop' : 'release-stop release-stop-done'}>
          <strong>
            {title}
            {date === null ? null : <span className="unseen">（已完成）</span>}
          </strong>
          <span>{date ?? '尚未登记'}</span>
          {detail === null ? null : <span className="release-detail">{detail}</span>}
        </li>
      ))}
    </ol>
  )
}

/** What the 执行细则 says of it. */
function Asked({ state }: { readonly state: ListState }) {
  const rules = [state.approval, state.publication, state.filing].filter((rule) => rule !== null)
  const said = [
    ...new Set(rules.map(({ words, clause }) => (clause === null ? words : `${clause}：${words}`))),
  ]
  if (said.length === 0) return null
  return (
    <ul className="release-asked">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

function NextSteps({ state }: { readonly state: ListState }) {
  const [making, setMaking] = useState(false)
  const [step, setStep] = useState<ReleaseStep | null>(null)
  const newest = state.releases[0]
  const target =
    newest !== undefined && newest.next.length > 0
      ? newest
      : state.releases.find(({ next }) => next.length > 0)
  // A plan can be handed in again with a further reason, without a change.
  const waits = state.subject === 'plans' && (newest?.state === 'made' || newest?.state === 'reviewed')
  const canMake =
    state.rows > 0 && (newest === undefined || newest.state === 'returned' || state.changed > 0 || waits)
  const forward = target?.next.filter((one) => one !== 'returned') ?? []
  // what was reported once may be reported elsewhere too, yet nothing waits for it
  const again = target?.state === 'filed'
  const make = canMake ? (
    <Button
      key="make"
      type={forward.length === 0 || again ? 'primary' : 'default'}
      onClick={() => setMaking(true)}
    >
      {newest === undefined ? '提交报审' : '重新报审'}
    </Button>
  ) : null
  const steps = forward.toReversed().map((one) => (
    <Button
      key={one}
      type={one === forward[0] && !again ? 'primary' : 'default'}
      onClick={() => setStep(one)}
    >
      {again ? `再次${stepButtons[one]}` : stepButtons[one]}
    </Button>
  ))
  return (
    <>
      {target?.next.includes('returned') === true ? (
        <Button danger onClick={() => setStep('returned')}>
          {stepButtons.returned}
        </Button>
      ) : null}
      {again ? [steps, make] : [make, steps]}
      {making ? <MakeDialog state={state} close={() => setMaking(false)} /> : null}
      {step === null || target === undefined ? null : (
        <StepDialog key={step} step={step} state={state} release={target} close={() => setStep(null)} />
      )}
    </>
  )
}

/** What a list that was approved and changed since should be told wherever it is shown. */
export function ReleaseNote({
  subject,
  year = 0,
}: {
  readonly subject: ReleaseSubject
  readonly year?: number
}) {
  const { query } = useApi()
  const { data } = useQuery(query.releases.of.queryOptions({ input: { subject, year } }))
  if (data === undefined || data.state === 'none' || data.changed === 0) return null
  return <Alert className="problem" type="warning" showIcon title={standingWords(data)} />
}
