import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Collapse } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { VisitState } from '../../../shared/api/form-contract.ts'
import { visitEntrySchema, visitFields, visitLists } from '../../../shared/forms/visit-entry.ts'
import { useApi } from '../api.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useEntryDraft, visitKey } from './entry-drafts.ts'
import { EntryGroup, groupsOf } from './entry-group.tsx'
import { type EntryShape, filledIn, typedEntry } from './entry-values.ts'
import { Discard, SaveStatus } from './save-status.tsx'
import { StaleNote } from './stale-note.tsx'
import { problemsIn, useSaving } from './use-saving.ts'

const shape: EntryShape = { fields: visitFields, lists: visitLists }
const groups = groupsOf(shape)
const prefix = 'visit-'
/** What is filled in of nearly every object stands open. */
const usual = groups.slice(0, 2)

/** What is entered of one object. Ctrl+S saves; Alt with an arrow goes to the one before or after. */
export function VisitPanel({
  number,
  draw,
  visit,
  before,
  after,
  go,
  stepped,
}: {
  readonly number: string
  readonly draw: string
  readonly visit: VisitState
  readonly before: string | null
  readonly after: string | null
  readonly go: (object: string) => void
  /** whether it was gone to from the object before or after: the keys then go on in its first box */
  readonly stepped: boolean
}) {
  const { core } = useApi()
  const draft = useEntryDraft(visitKey(draw, visit.object), shape, visit)
  const { action, problems, save } = useSaving({
    number,
    prefix,
    shape,
    schema: visitEntrySchema,
    draft,
    store: (entry, version) => core.forms.saveVisit({ number, object: visit.object, version, entry }),
  })
  const [open, setOpen] = useState<readonly string[]>(() => {
    const typed = typedEntry(shape, visit.entry)
    return groups.filter((group) => usual.includes(group) || filledIn(shape, group, typed) > 0)
  })
  useEffect(() => {
    if (stepped) document.getElementById(`${prefix}${visitFields[0].name}`)?.focus()
  }, [stepped])
  const wrong = Object.keys(problems).length
  const withWrong = groups.filter((group) => problemsIn(shape, group, problems) > 0)
  const stale = draft.staleBase !== null
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.key === 'ArrowUp' ? before : event.key === 'ArrowDown' ? after : null
    if (event.ctrlKey && event.key === 's') {
      event.preventDefault()
      if (draft.dirty && !stale) void save()
    } else if (event.altKey && next !== null) {
      event.preventDefault()
      go(next)
    }
  }
  return (
    <form
      className="papers-panel"
      aria-label={`检查情况：${visit.name}`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <header className="papers-panel-head">
        <div>
          <h2>
            {visit.order}. {visit.name}
          </h2>
          <p className="quiet">
            {visit.inspectors.length === 0 ? '尚未匹配检查人员' : `检查人员：${visit.inspectors.join('、')}`}
          </p>
        </div>
        <div className="papers-buttons">
          <Button
            icon={<ArrowUpOutlined aria-hidden />}
            aria-keyshortcuts="Alt+ArrowUp"
            disabled={before === null}
            onClick={() => before !== null && go(before)}
          >
            上一个
          </Button>
          <Button
            icon={<ArrowDownOutlined aria-hidden />}
            aria-keyshortcuts="Alt+ArrowDown"
            disabled={after === null}
            onClick={() => after !== null && go(after)}
          >
            下一个
          </Button>
        </div>
      </header>
      <div className="papers-panel-body">
        <StaleNote shape={shape} draft={draft} stored={visit} />
        <Collapse
          activeKey={[...new Set([...open, ...withWrong])]}
          onChange={(keys) => setOpen(Array.isArray(keys) ? keys : [keys])}
          destroyOnHidden
          items={groups.map((group) => {
            const filled = filledIn(shape, group, draft.typed)
            return {
              key: group,
              label: group,
              extra: <span className="quiet">{filled === 0 ? '未填写' : `已填${filled}项`}</span>,
              children: (
                <EntryGroup
                  prefix={prefix}
                  shape={shape}
                  group={group}
                  typed={draft.typed}
                  problems={problems}
                  change={draft.change}
                />
              ),
            }
          })}
        />
      </div>
      <footer className="papers-panel-foot">
        <RefusalNote sentence={stale ? null : action.refusal} />
        <div className="papers-foot-line">
          <SaveStatus wrong={wrong} dirty={draft.dirty} saved={visit} />
          <div className="papers-buttons">
            <Discard dirty={draft.dirty} discard={draft.discard} />
            <Button
              htmlType="submit"
              type={after === null ? 'primary' : 'default'}
              aria-keyshortcuts="Control+S"
              loading={action.busy}
              disabled={!draft.dirty || stale}
            >
              保存
            </Button>
            {after === null ? null : (
              <Button
                type="primary"
                disabled={!draft.dirty || stale || action.busy}
                onClick={() => void save().then((saved) => saved && go(after))}
              >
                保存，下一个
              </Button>
            )}
          </div>
        </div>
      </footer>
    </form>
  )
}
