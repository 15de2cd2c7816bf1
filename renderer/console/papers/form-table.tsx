import { Button, Checkbox } from 'antd'
import type { FormState } from '../../../shared/api/form-contract.ts'
import {
  byStage,
  madeAt,
  numbersInWords,
  scopeInWords,
  standingInWords,
  standingOf,
} from './form-standing.ts'
import { PaperButtons } from './paper-buttons.tsx'

interface Marking {
  readonly marked: ReadonlySet<string>
  readonly mark: (marked: ReadonlySet<string>) => void
  readonly busy: boolean
  readonly make: (id: string) => void
}

/** The forms by the stage of the work, each with how it stands and what can be done with it. */
export function FormTable({ forms, ...marking }: { readonly forms: readonly FormState[] } & Marking) {
  return (
    <table className="rows papers-forms">
      <thead>
        <tr>
          <th scope="col" className="papers-choice">
            <span className="unseen">选择</span>
          </th>
          <th scope="col">文书</th>
          <th scope="col" className="papers-state">
            状态
          </th>
          <th scope="col" className="papers-numbers">
            文号
          </th>
          <th scope="col" className="papers-actions">
            <span className="unseen">操作</span>
          </th>
        </tr>
      </thead>
      {byStage(forms).map(({ stage, forms: some }) => (
        <tbody key={stage}>
          <StageRow stage={stage} forms={some} {...marking} />
          {some.map((form) => (
            <FormRow key={form.id} form={form} {...marking} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function StageRow({
  stage,
  forms,
  marked,
  mark,
}: { readonly stage: string; readonly forms: readonly FormState[] } & Marking) {
  const ids = forms.filter((form) => standingOf(form) !== 'unavailable').map(({ id }) => id)
  const chosen = ids.filter((id) => marked.has(id)).length
  return (
    <tr className="papers-stage">
      <th scope="rowgroup" colSpan={5}>
        <Checkbox
          disabled={ids.length === 0}
          checked={ids.length > 0 && chosen === ids.length}
          indeterminate={chosen > 0 && chosen < ids.length}
          onChange={({ target }) => {
            const others = [...marked].filter((id) => !ids.includes(id))
            mark(new Set(target.checked ? [...others, ...ids] : others))
          }}
        >
          {stage}
        </Checkbox>
      </th>
    </tr>
  )
}

function FormRow({ form, marked, mark, busy, make }: { readonly form: FormState } & Marking) {
  const standing = standingOf(form)
  const paper = form.current ?? form.earlier
  const at = madeAt(form)
  return (
    <tr>
      <td className="papers-choice">
        <Checkbox
          aria-label={`选择${form.name}`}
          disabled={standing === 'unavailable'}
          checked={marked.has(form.id)}
          onChange={({ target }) => {
            const others = [...marked].filter((id) => id !== form.id)
            mark(new Set(target.checked ? [...others, form.id] : others))
          }}
        />
      </td>
      <td>
        <span className="papers-name">{form.name}</span>
        <span className="papers-below">{scopeInWords(form)}</span>
      </td>
      <td>
        <span className={`papers-standing papers-${standing}`}>{standingInWords(form)}</span>
        {form.unavailable === null ? null : <span className="papers-below">{form.unavailable}</span>}
        {at === null ? null : (
          <span className="papers-below">{standing === 'current' ? at : `上次生成：${at}`}</span>
        )}
        {form.current?.note ? <span className="papers-below">{form.current.note}</span> : null}
      </td>
      <td>{numbersInWords(form.numbers) ?? <span className="nothing">—</span>}</td>
      <td className="papers-actions">
        {standing === 'none' || standing === 'changed' ? (
          <Button
            size="small"
            type="link"
            disabled={busy}
            aria-label={`${standing === 'none' ? '生成' : '重新生成'}：${form.name}`}
            onClick={() => make(form.id)}
          >
            {standing === 'none' ? '生成' : '重新生成'}
          </Button>
        ) : null}
        {paper === null ? null : <PaperButtons paper={paper} />}
      </td>
    </tr>
  )
}
