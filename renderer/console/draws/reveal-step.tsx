import { Button, Progress } from 'antd'
import type { DrawSession } from '../../../shared/api/session.ts'
import { useApi } from '../api.ts'
import { inGroups, timeWords } from './draw-words.ts'
import { RefusalNote } from './refusal-note.tsx'
import { RevealedTable } from './revealed-table.tsx'
import { PaceChoice } from './stage-strip.tsx'
import { useAction } from './use-action.ts'

export type DrawnSession = Extract<DrawSession, { readonly digest: string }>

/** ③ 摇号与揭晓: the outcome is sealed already; here it is shown, step by step or at once. */
export function RevealStep({
  session,
  show,
}: {
  readonly session: DrawnSession
  readonly show: (session: DrawSession) => void
}) {
  const { core } = useApi()
  const action = useAction()
  const { number, revealed, steps } = session
  const next = () => void action.run(async () => show(await core.draws.next({ number })))
  const all = () => void action.run(async () => show(await core.draws.reveal({ number, upTo: steps })))
  const confirm = () => void action.run(async () => show(await core.draws.confirm({ number })))
  return (
    <section className="draws-sheet" aria-label="摇号与揭晓">
      <p className="draws-sealed">
        结果已于 <strong>{timeWords(session.drawnAt)}</strong> 封存，揭晓只是显示，不会改变结果。
      </p>
      {session.state === 'drawn' ? (
        <>
          <div className="draws-reveal-controls">
            <PaceChoice />
            <Button type="primary" size="large" autoFocus loading={action.busy} onClick={next}>
              {revealed === 0 ? '开始揭晓' : '揭晓下一步'}
            </Button>
            <Button size="large" disabled={action.busy} onClick={all}>
              其余一次显示
            </Button>
            <Progress
              className="draws-progress"
              aria-label="已揭晓的步数"
              percent={steps === 0 ? 100 : (revealed / steps) * 100}
              format={() => `${revealed}/${steps}`}
              status="normal"
            />
          </div>
          <RefusalNote sentence={action.refusal} />
        </>
      ) : null}
      {session.state === 'revealed' ? (
        <>
          <div className="draws-reveal-controls">
            <Button type="primary" size="large" autoFocus loading={action.busy} onClick={confirm}>
              确认结果
            </Button>
            <span className="draws-hint">已全部揭晓。确认后打印文书、签字归档。</span>
          </div>
          <RefusalNote sentence={action.refusal} />
        </>
      ) : null}
      <RevealedTable shown={session.shown} />
      <details className="draws-details">
        <summary>种子与见证数字</summary>
        <dl className="draws-pairs">
          <dt>种子 R</dt>
          <dd className="draws-code">{inGroups(session.seed)}</dd>
          <dt>秘密数 S（已公开）</dt>
          <dd className="draws-code">{inGroups(session.secret)}</dd>
          {session.contributions.map((digits, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: in seat order.
            <div key={index}>
              <dt>第 {index + 1} 席见证数字</dt>
              <dd className="draws-code">{inGroups(digits)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
