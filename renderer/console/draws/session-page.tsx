import { useQuery } from '@tanstack/react-query'
import { Alert, Spin, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type DrawSession, isConcealed, sessionWords } from '../../../shared/api/session.ts'
import { useApi } from '../api.ts'
import { useLiveState } from '../live-state.ts'
import { CommittedStep } from './committed-step.tsx'
import { DigitsStep } from './digits-step.tsx'
import { kindWords, stepOf } from './draw-words.ts'
import { FreezeSlide } from './freeze-slide.tsx'
import { InForceTable } from './in-force-table.tsx'
import { ModeBand } from './mode-band.tsx'
import { PaperStep } from './paper-step.tsx'
import { RevealStep } from './reveal-step.tsx'
import { SessionSide } from './session-side.tsx'
import { StageStrip } from './stage-strip.tsx'
import { StepsBar } from './steps-bar.tsx'
import { useSession } from './use-session.ts'

/** One draw session (摇号场次): what is on screen follows from its snapshot alone. */
export function SessionPage({ number }: { readonly number: string }) {
  const { session, problem, show } = useSession(number)
  if (problem !== null)
    return (
      <div className="page">
        <Alert type="error" showIcon role="alert" title={problem} />
      </div>
    )
  if (session === null)
    return (
      <div className="page draws-waiting">
        <Spin />
      </div>
    )
  return <OpenSession session={session} show={show} />
}

function OpenSession({
  session,
  show,
}: {
  readonly session: DrawSession
  readonly show: (session: DrawSession) => void
}) {
  const { number, state } = session
  const top = useRef<HTMLDivElement>(null)
  const current = stepOf(session)
  const [looking, setLooking] = useState<{ readonly at: string; readonly step: number } | null>(null)
  // Looking back lasts until the session goes on. A list just frozen is shown before digits are asked for.
  const at = `${number} ${session.attempt} ${state}`
  const untouched = state === 'frozen' && session.entries.every((entry) => !entry.entered)
  const step = looking?.at === at ? looking.step : untouched ? 0 : current
  useShownOnStage(session)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is looked at from its beginning.
  useEffect(() => {
    top.current?.closest('.content')?.scrollTo({ top: 0 })
  }, [step, state])
  return (
    <div className="page draws-page">
      <div ref={top} />
      <ModeBand mode={session.mode} concealed={isConcealed(session)} />
      <header className="draws-head">
        <div>
          <h1>{session.task}</h1>
          <p className="draws-head-facts">
            <span className="draws-session-number">{number}</span>
            <span>{kindWords[session.kind]}</span>
            <span>
              第 <strong>{session.attempt}</strong> 次
            </span>
            <Tag color={state === 'aborted' || state === 'void' ? 'error' : 'processing'}>
              {sessionWords(session)}
            </Tag>
          </p>
        </div>
        <StepsBar
          current={current}
          looking={step}
          reached={current}
          look={(wanted) => setLooking({ at, step: wanted })}
        />
      </header>
      <StageStrip number={number} />
      {underWay.has(state) ? <Drift number={number} /> : null}
      <div className="draws-columns">
        <div className="draws-main">
          <StepView session={session} step={step} show={show} go={(to) => setLooking({ at, step: to })} />
          {state === 'confirmed' ? <InForceTable number={number} /> : null}
        </div>
        <SessionSide session={session} show={show} />
      </div>
    </div>
  )
}

/** States in which the frozen lists still decide what happens next. */
const underWay: ReadonlySet<DrawSession['state']> = new Set(['frozen', 'drawn', 'revealed'])

/** Says where the registers were changed after the lists were frozen: those stay as they are. */
function Drift({ number }: { readonly number: string }) {
  const { query } = useApi()
  const { data } = useQuery(
    // Another window may change a register meanwhile.
    query.draws.drift.queryOptions({ input: { number }, refetchInterval: 15_000 }),
  )
  if (data === undefined || data.sentence === null) return null
  return <Alert className="draws-drift" type="info" showIcon title={data.sentence} />
}

function StepView({
  session,
  step,
  show,
  go,
}: {
  readonly session: DrawSession
  readonly step: number
  readonly show: (session: DrawSession) => void
  readonly go: (step: number) => void
}) {
  if (session.state === 'committed') return <CommittedStep session={session} show={show} />
  if (session.state === 'aborted')
    return (
      <Alert
        type="warning"
        showIcon
        title="本次已中止，没有产生结果。"
        description={`原因：${session.reason}。需要继续的，在右侧“再次抽取”。`}
      />
    )
  if (step === 0)
    return <FreezeSlide session={session} goOn={session.state === 'frozen' ? () => go(1) : null} />
  if (session.state === 'frozen') return <DigitsStep session={session} show={show} />
  if (session.state === 'confirmed' && step === 3) return <PaperStep session={session} show={show} />
  return (
    <>
      {session.state === 'void' ? (
        <Alert
          className="draws-note"
          type="error"
          showIcon
          title={`本次结果已作废（${session.decision}）。`}
          description={`原因：${session.reason}。下面的结果全文保留，不作检查依据。`}
        />
      ) : null}
      {step === 1 ? <GivenDigits session={session} /> : <RevealStep session={session} show={show} />}
    </>
  )
}

/** ② once it is over: what was given. */
function GivenDigits({
  session,
}: {
  readonly session: Extract<DrawSession, { readonly contributions: readonly string[] }>
}) {
  return (
    <section className="draws-sheet" aria-label="见证数字">
      <div className="draws-seats">
        {session.witnesses.map(({ seat, role, name }, index) => (
          <div className="draws-seat" key={seat}>
            <div className="draws-seat-who">
              <span className="draws-seat-number">第 {seat} 席</span>
              <span>
                {role}　{name}
              </span>
            </div>
            <span className="draws-digits">{session.contributions[index]}</span>
          </div>
        ))}
      </div>
    </section>
  )
}

/** A session that is under way goes onto a stage that shows nothing else; nothing is taken off it unasked. */
function useShownOnStage(session: DrawSession): void {
  const { core } = useApi()
  const showing = useLiveState((live) => live.stage?.showing)
  const under = !['confirmed', 'aborted', 'void'].includes(session.state)
  const decided = useRef<string | null>(null)
  const { number } = session
  useEffect(() => {
    if (showing === undefined || decided.current === number) return
    decided.current = number
    if (!under || showing !== null) return
    // Where it fails, the strip on this page offers it again.
    core.stage.show({ number }).catch(() => undefined)
  }, [under, showing, number, core])
}
