import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { InspectionState } from '../../../shared/api/form-contract.ts'
import { inspectionEntrySchema, inspectionFields } from '../../../shared/forms/inspection-entry.ts'
import { useApi } from '../api.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { inspectionKey, useEntryDraft } from './entry-drafts.ts'
import { EntryGroup, groupsOf } from './entry-group.tsx'
import type { EntryShape } from './entry-values.ts'
import { NotDrawn } from './not-drawn.tsx'
import { Discard, SaveStatus } from './save-status.tsx'
import { StaleNote } from './stale-note.tsx'
import { useSaving } from './use-saving.ts'

const shape: EntryShape = { fields: inspectionFields, lists: [] }
const prefix = 'entry-'

/** 文书要素: what is entered once and stands on all papers of the inspection. */
export function EntryTab({ number }: { readonly number: string }) {
  const { query } = useApi()
  const state = useQuery(query.forms.entry.queryOptions({ input: { number }, staleTime: 0 }))
  if (state.data === undefined) return <NotDrawn state={state} />
  return <InspectionForm number={number} state={state.data} />
}

function InspectionForm({ number, state }: { readonly number: string; readonly state: InspectionState }) {
  const { core } = useApi()
  const draft = useEntryDraft(inspectionKey(state.draw), shape, state)
  const { action, problems, save } = useSaving({
    number,
    prefix,
    shape,
    schema: inspectionEntrySchema,
    draft,
    store: (entry, version) => core.forms.saveEntry({ number, version, entry }),
  })
  const wrong = Object.keys(problems).length
  return (
    <form
      className="papers-entry"
      aria-label="文书要素"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (!(event.ctrlKey && event.key === 's')) return
        event.preventDefault()
        if (draft.dirty && draft.staleBase === null) void save()
      }}
    >
      <p className="papers-lead">
        填写一次，所有文书都用。没有填写的，纸上留空，可以手写。摇号时已经登记的内容不用再填。
      </p>
      <StaleNote shape={shape} draft={draft} stored={state} />
      {groupsOf(shape).map((group) => (
        <Sheet key={group} title={group}>
          <EntryGroup
            prefix={prefix}
            shape={shape}
            group={group}
            typed={draft.typed}
            problems={problems}
            change={draft.change}
          />
        </Sheet>
      ))}
      <div className="papers-foot">
        <RefusalNote sentence={draft.staleBase === null ? action.refusal : null} />
        <div className="papers-foot-line">
          <SaveStatus wrong={wrong} dirty={draft.dirty} saved={state} />
          <div className="papers-buttons">
            <Discard dirty={draft.dirty} discard={draft.discard} />
            <Button
              type="primary"
              htmlType="submit"
              loading={action.busy}
              disabled={!draft.dirty || draft.staleBase !== null}
            >
              保存
            </Button>
          </div>
        </div>
      </div>
    </form>
  )
}
