import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import type { FormState } from '../../../shared/api/form-contract.ts'
import { useApi } from '../api.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { Problem } from '../parts/problem.tsx'
import { addressOf } from '../route.ts'
import { CombinedNote } from './combined-note.tsx'
import { inspectionKey, useUnsaved } from './entry-drafts.ts'
import { standingOf } from './form-standing.ts'
import { FormTable } from './form-table.tsx'
import { paperAddresses } from './paper-addresses.ts'
import { PreparedNote } from './prepared-note.tsx'
import { PreparingBar } from './preparing-bar.tsx'
import { usePreparing } from './use-preparing.ts'
import { useTake } from './use-take.ts'

/** What belongs to no draw is printed where its rows are. */
const ofNoDraw: ReadonlySet<string> = new Set(['non-random-visit'])

/** 文书: every form of the draw, made, looked at, printed, taken along. */
export function FormsTab({ number, root }: { readonly number: string; readonly root: string }) {
  const { query } = useApi()
  // Another window may have entered something meanwhile.
  const forms = useQuery(query.forms.list.queryOptions({ input: { number }, staleTime: 0 }))
  if (forms.data === undefined)
    return forms.error === null ? (
      <Skeleton active />
    ) : (
      <Problem error={forms.error} retry={() => void forms.refetch()} />
    )
  if (forms.data.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这一场还没有可以生成的文书" />
  return <Forms number={number} root={root} forms={forms.data.filter(({ id }) => !ofNoDraw.has(id))} />
}

function Forms({
  number,
  root,
  forms,
}: {
  readonly number: string
  readonly root: string
  readonly forms: readonly FormState[]
}) {
  const preparing = usePreparing(number)
  const saving = useAction()
  const take = useTake()
  const [marked, mark] = useState<ReadonlySet<string>>(new Set())
  const makeable = forms.filter((form) => ['none', 'changed', 'current'].includes(standingOf(form)))
  const chosen = makeable.filter(({ id }) => marked.has(id))
  const wanted = chosen.length === 0 ? null : chosen.map(({ id }) => id)
  const open = makeable.filter((form) => standingOf(form) !== 'current').length
  const busy = preparing.busy || saving.busy
  const which = wanted === null ? '全部' : `所选${wanted.length}种`
  const save = () =>
    void saving.run(() =>
      take(
        async () =>
          (await preparing.run({ forms: wanted }))?.documents.filter(({ form }) => form !== null) ?? [],
      ),
    )
  return (
    <>
      <Unsaved number={root} />
      <div className="papers-tools">
        <p role="status">
          {open === 0 ? '能生成的文书都已生成，与现在的内容一致。' : `${open}种文书未生成或内容有变化。`}
        </p>
        <div className="papers-buttons">
          {chosen.length === 0 ? null : (
            <Button type="text" onClick={() => mark(new Set())}>
              取消选择
            </Button>
          )}
          <Button disabled={busy || makeable.length === 0} onClick={save}>
            {which}存到文件夹
          </Button>
          <Button
            disabled={busy || makeable.length === 0}
            onClick={() => void preparing.run({ forms: wanted, combined: true })}
          >
            {which}合成一个PDF
          </Button>
          <Button
            type="primary"
            disabled={busy || makeable.length === 0}
            onClick={() => void preparing.run({ forms: wanted })}
          >
            {wanted === null ? '全部生成' : `生成${which}`}
          </Button>
        </div>
      </div>
      <PreparingBar preparing={preparing} />
      <RefusalNote sentence={preparing.refusal} />
      {preparing.cancelled ? (
        <Alert
          className="problem"
          type="info"
          showIcon
          title="已取消，原有文书没有改动；已经归档的以下表为准。"
        />
      ) : null}
      <RefusalNote sentence={saving.refusal} />
      {preparing.done === null ? null : (
        <PreparedNote
          made={{ ...preparing.done, left: preparing.done.left.filter(({ form }) => !ofNoDraw.has(form)) }}
          close={preparing.forget}
        />
      )}
      <CombinedNote number={number} />
      <FormTable
        forms={forms}
        marked={marked}
        mark={mark}
        busy={busy}
        make={(id) => void preparing.run({ forms: [id] })}
      />
    </>
  )
}

/** What was typed and not saved stands on no paper: that is said before papers are made. */
function Unsaved({ number }: { readonly number: string }) {
  const unsaved = useUnsaved(number)
  const visits = unsaved.filter((key) => key !== inspectionKey(number))
  const first = visits.length === unsaved.length ? 'visits' : 'entry'
  const parts = [
    ...(first === 'entry' ? ['文书要素'] : []),
    ...(visits.length > 0 ? [`${visits.length}个对象的检查情况`] : []),
  ]
  if (parts.length === 0) return null
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={`${parts.join('和')}有改动没有保存，文书里还没有这些改动。`}
      action={
        <Button size="small" href={addressOf(paperAddresses.of(number, first))}>
          去保存
        </Button>
      }
    />
  )
}
