import { EyeOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { EntryField } from '../../../shared/forms/entry-fields.ts'
import { coveredIdentity, coveredPhone } from '../../../shared/registry/covered-number.ts'
import { readDay, readMoment } from './entry-values.ts'

interface BoxProps {
  readonly id: string
  readonly field: EntryField
  readonly text: string
  readonly problem: string | undefined
  readonly onChange: (text: string) => void
}

/** A field with its name, what belongs into it, and what is wrong with it. */
export function EntryLine(props: BoxProps) {
  const { id, field, problem } = props
  const help = fallbackOf(field)
  const notes = [
    ...(help === null ? [] : [`${id}-help`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ]
  return (
    <div className={field.kind === 'passage' ? 'papers-line papers-wide' : 'papers-line'}>
      <label htmlFor={id}>{field.title}</label>
      <EntryBox {...props} describedBy={notes.length === 0 ? undefined : notes.join(' ')} />
      {help === null ? null : (
        <p id={`${id}-help`} className="papers-help">
          {help}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  )
}

/** What the papers print where nothing is entered; `null` where they leave room to write. */
function fallbackOf({ hint }: EntryField): string | null {
  return hint?.startsWith('不填则') === true ? `${hint}。` : null
}

function exampleOf(field: EntryField): string | undefined {
  if (field.kind === 'date') return '年-月-日，如 2026-11-20'
  if (field.kind === 'time') return '年-月-日 时:分，如 2026-11-20 9:30'
  return field.hint === undefined || fallbackOf(field) !== null ? undefined : `如 ${field.hint}`
}

/** The box of a field by its kind; `label` where no visible name stands beside it. */
export function EntryBox({
  id,
  field,
  text,
  problem,
  onChange,
  label,
  describedBy,
}: BoxProps & { readonly label?: string; readonly describedBy?: string | undefined }) {
  const status = problem === undefined ? undefined : ('error' as const)
  const said = {
    id,
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(status === undefined ? {} : { status, 'aria-invalid': true }),
  } as const
  if (field.kind === 'choice')
    return (
      <Select
        {...said}
        className="papers-full"
        allowClear
        placeholder="未填写"
        popupMatchSelectWidth={false}
        value={text === '' ? undefined : text}
        options={(field.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
        onChange={(next: string | undefined) => onChange(next ?? '')}
      />
    )
  if (field.kind === 'passage')
    return (
      <Input.TextArea {...said} rows={3} value={text} onChange={({ target }) => onChange(target.value)} />
    )
  if (field.meaning === 'phone' || field.meaning === 'identity')
    return <CoveredBox {...said} meaning={field.meaning} text={text} onChange={onChange} />
  return (
    <Input
      {...said}
      autoComplete="off"
      placeholder={exampleOf(field)}
      value={text}
      onChange={({ target }) => onChange(target.value)}
      onBlur={() => {
        const read = field.kind === 'date' ? readDay(text) : field.kind === 'time' ? readMoment(text) : null
        const written = read?.replace('T', ' ') ?? text
        if (written !== text) onChange(written)
      }}
    />
  )
}

/** Phone and identity numbers are covered until somebody asks to see them: the screen may stand in a room. */
function CoveredBox({
  id,
  meaning,
  text,
  onChange,
  ...said
}: {
  readonly id: string
  readonly meaning: 'phone' | 'identity'
  readonly text: string
  readonly onChange: (text: string) => void
}) {
  const [shown, show] = useState(text === '')
  if (shown)
    return (
      <Input
        {...said}
        id={id}
        autoComplete="off"
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  return (
    <span className="covered">
      <span className="code">{meaning === 'phone' ? coveredPhone(text) : coveredIdentity(text)}</span>
      <Button id={id} size="small" icon={<EyeOutlined aria-hidden />} onClick={() => show(true)}>
        显示
      </Button>
    </span>
  )
}
