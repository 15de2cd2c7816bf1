import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type DrawSession, sessionWords } from '../../../shared/api/session.ts'
import { useApi } from '../api.ts'
import { paperAddresses } from '../papers/paper-addresses.ts'
import { addressOf } from '../route.ts'
import { addresses } from './addresses.ts'
import { DigestText } from './digest-text.tsx'
import { kindWords, timelineOf, timeWords } from './draw-words.ts'
import { type Order, OrderDialog } from './order-dialog.tsx'

/** Beside a session: its digests, what has happened, the chain it belongs to, and what can be ordered. */
export function SessionSide({
  session,
  show,
}: {
  readonly session: DrawSession
  readonly show: (session: DrawSession) => void
}) {
  const [order, setOrder] = useState<Order | null>(null)
  const { state } = session
  const abortable = state === 'committed' || state === 'frozen'
  const voidable = state === 'drawn' || state === 'revealed' || state === 'confirmed'
  const ended = state === 'aborted' || state === 'void'
  return (
    <aside className="draws-side" aria-label="场次信息">
      <section>
        <h2>校验码</h2>
        {'digest' in session ? <DigestText name="记录校验码 D" code={session.digest} /> : null}
        {'freeze' in session ? <DigestText name="名单校验码 F" code={session.freeze} /> : null}
        <DigestText name="承诺码 C" code={session.commitment} />
        {ended ? <DigestText name="中止或作废记录" code={session.record} /> : null}
      </section>
      <section>
        <h2>经过</h2>
        <ol className="draws-timeline">
          {timelineOf(session).map(({ at, what }) => (
            <li key={what}>
              <span className="draws-hint">{timeWords(at)}</span>
              {what}
            </li>
          ))}
        </ol>
      </section>
      <Chain number={session.number} />
      <section>
        <h2>文书</h2>
        <a href={addressOf(paperAddresses.of(session.number))}>通知书、记录表、公示和档案</a>
      </section>
      <section className="draws-orders">
        <h2>另行处理</h2>
        {abortable ? (
          <Button danger onClick={() => setOrder('abort')}>
            中止
          </Button>
        ) : null}
        {voidable ? (
          <Button danger onClick={() => setOrder('void')}>
            作废
          </Button>
        ) : null}
        {ended ? (
          <Button type="primary" onClick={() => setOrder('again')}>
            再次抽取
          </Button>
        ) : null}
        {state === 'confirmed' ? (
          <p className="draws-hint">
            更换人员、更换对象、匹配人员，在“现行名单”中逐行办理。之后又有变更的，作废要从最后一次起逐次办理。
          </p>
        ) : null}
      </section>
      <OrderDialog order={order} number={session.number} show={show} close={() => setOrder(null)} />
    </aside>
  )
}

function Chain({ number }: { readonly number: string }) {
  const { query } = useApi()
  const { data = [] } = useQuery(query.draws.chain.queryOptions({ input: { number } }))
  if (data.length < 2) return null
  return (
    <section>
      <h2>同一抽取的各次变更</h2>
      <ul className="draws-chain">
        {data.map((draw) => (
          <li key={draw.number}>
            {draw.number === number ? (
              <strong>{draw.number}</strong>
            ) : (
              <a href={addressOf(addresses.session(draw.number))}>{draw.number}</a>
            )}
            <span className="draws-hint">
              {kindWords[draw.kind]}，{sessionWords(draw)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
