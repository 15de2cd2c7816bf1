import { Button } from 'antd'
import type { DrawSession } from '../../../shared/api/session.ts'
import { wordsOfExclusion } from '../../../shared/rules/eligibility.ts'
import { useApi } from '../api.ts'
import { PaperButton } from '../papers/paper-button.tsx'
import { DigestText } from './digest-text.tsx'
import { probabilityWords, timeWords } from './draw-words.ts'
import { useOpenDocument } from './open-document.ts'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

export type FrozenSession = Extract<DrawSession, { readonly freeze: string }>

/** What was frozen, on one sheet: counts, exclusions, the rule, F and C. */
export function FreezeSlide({
  session,
  goOn,
}: {
  readonly session: FrozenSession
  /** to the digits; `null` where they are given already */
  readonly goOn: (() => void) | null
}) {
  const { core } = useApi()
  const action = useAction()
  const openDocument = useOpenDocument()
  const { counts } = session
  const title = `名单已于 ${timeWords(session.frozenAt)} 锁定`
  const print = () =>
    void action.run(async () => {
      const { documents } = await core.documents.prepareFreezeSlip({ number: session.number })
      const [slip] = documents
      if (slip !== undefined) await openDocument(slip.id, 'preview')
    })
  return (
    <section className="draws-slide" aria-label="锁定的名单">
      <div className="draws-slide-head">
        <h2>{title}</h2>
        <Button loading={action.busy} onClick={print}>
          打印锁定名单校验单
        </Button>
        {goOn === null ? null : (
          <PaperButton number={session.number} form="digit-slips" label="打印见证人数字条" />
        )}
        {goOn === null ? null : (
          <Button type="primary" onClick={goOn}>
            名单已公布，录入见证数字
          </Button>
        )}
      </div>
      <RefusalNote sentence={action.refusal} />
      <dl className="draws-slide-counts">
        <div>
          <dt>对象名单</dt>
          <dd>
            {counts.objects}
            <span>个</span>
          </dd>
        </div>
        <div className="draws-slide-sample">
          <dt>{session.kind === 'match' ? '匹配' : '抽取'}</dt>
          <dd>
            {session.kind === 'draw' ? counts.sample : session.kind === 'match' ? counts.objects : 1}
            <span>{session.kind === 'replace-inspector' ? '人' : '个'}</span>
          </dd>
        </div>
        <div>
          <dt>人员名单</dt>
          <dd>
            {counts.inspectors}
            <span>人</span>
          </dd>
        </div>
        <div>
          <dt>排除</dt>
          <dd>
            {counts.excluded}
            <span>条</span>
          </dd>
        </div>
      </dl>
      <div className="draws-slide-codes">
        <DigestText name="名单校验码 F" code={session.freeze} />
        <DigestText name="承诺码 C" code={session.commitment} />
      </div>
      <p className="draws-hint">见证人报数之前签字或拍照留存校验单，事后谁都可以核对名单有没有改动。</p>
      {session.strata.length === 0 ? null : (
        <table className="draws-table">
          <thead>
            <tr>
              <th scope="col">分层</th>
              <th scope="col" className="draws-number">
                名单
              </th>
              <th scope="col" className="draws-number">
                抽取
              </th>
              <th scope="col">每个对象被抽中的概率</th>
              <th scope="col">依据</th>
            </tr>
          </thead>
          <tbody>
            {session.strata.map(({ id, name, size, sample, basis }) => (
              <tr key={id}>
                <td>{name ?? id}</td>
                <td className="draws-number">{size}</td>
                <td className="draws-number">{sample}</td>
                <td>{probabilityWords(sample, size)}</td>
                <td>{basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="draws-slide-two">
        <div>
          <h3>规则</h3>
          <ol className="draws-rule">
            {session.rule.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
        <div>
          <h3>排除</h3>
          {session.exclusions.length === 0 ? (
            <p className="draws-hint">没有排除任何对象和人员。</p>
          ) : (
            <ul className="draws-exclusions">
              {session.exclusions.map(({ what, reason, clause, count }) => (
                <li key={[what, reason, clause].join('\n')}>
                  {what === 'object' ? '对象' : '人员'}：{wordsOfExclusion(reason)}{' '}
                  <strong>
                    {count} {what === 'object' ? '个' : '人'}
                  </strong>
                  {clause === '-' ? null : <span className="draws-hint">{clause}</span>}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  )
}
