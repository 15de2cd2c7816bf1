import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { DrawSession } from '../../../shared/api/session.ts'
import { useApi } from '../api.ts'
import { addressOf } from '../route.ts'
import { addresses } from './addresses.ts'
import { DigestText } from './digest-text.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'
import { usePreview } from './use-preview.ts'

/** A number was taken and its lists are not frozen: frozen now, or after the plan was mended. */
export function CommittedStep({
  session,
  show,
}: {
  readonly session: DrawSession
  readonly show: (session: DrawSession) => void
}) {
  const { core, query } = useApi()
  // Why the lists could not be frozen is asked of the core, so that it stands here after a restart too.
  const draft = useQuery(query.draws.readDraft.queryOptions({ input: { id: session.draft } }))
  const { problem: refusal } = usePreview(draft.data?.plan ?? null)
  const action = useAction()
  const { number } = session
  return (
    <section className="draws-sheet" aria-label="锁定名单">
      <Alert
        className="draws-note"
        type={refusal === null ? 'info' : 'warning'}
        showIcon
        title={refusal === null ? '已经取号，名单尚未锁定。' : '已经取号，名单没有锁定。'}
        description={refusal ?? '承诺码已经公布。锁定之前方案可以修改；锁定之后公布名单校验码，不能再改。'}
      />
      <DigestText name="承诺码 C" code={session.commitment} />
      <div className="draws-buttons">
        <Button
          type="primary"
          size="large"
          loading={action.busy}
          onClick={() => void action.run(async () => show(await core.draws.freeze({ number })))}
        >
          锁定名单
        </Button>
        <Button size="large" href={addressOf(addresses.draft(session.draft))}>
          修改方案
        </Button>
      </div>
      <RefusalNote sentence={action.refusal} />
    </section>
  )
}
