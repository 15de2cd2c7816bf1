import { Input, Radio, Select, Switch } from 'antd'
import { useId } from 'react'
import { strengthWords } from '../../../shared/rules/strength.ts'
import type { RuleExtra, RuleField } from './own-rule-fields.ts'
import type { TypedExtra, TypedRule } from './own-rules.ts'

/** One rule of 自定义: whether the text speaks of it, what it says, and where. */
export function OwnRuleRow({
  field,
  rule,
  problem,
  change,
}: {
  readonly field: RuleField
  readonly rule: TypedRule
  readonly problem: string | null
  readonly change: (rule: TypedRule) => void
}) {
  const id = useId()
  const { title, extras } = field
  return (
    <section className="own-rule" id={`own-${field.path}`} aria-label={title}>
      <div className="own-rule-head">
        {field.always === true ? null : (
          <Switch
            size="small"
            aria-label={`细则写明：${title}`}
            checked={rule.on}
            onChange={(on) => change({ ...rule, on })}
          />
        )}
        <h3>{title}</h3>
        {rule.on ? null : <span className="quiet">细则没有写明</span>}
      </div>
      {rule.on ? (
        <div className="own-rule-fields">
          {extras.map((extra) => (
            <Extra
              key={extra.key}
              id={`${id}-${extra.key}`}
              extra={extra}
              value={rule.extras[extra.key] ?? ''}
              of={title}
              change={(value) => change({ ...rule, extras: { ...rule.extras, [extra.key]: value } })}
            />
          ))}
          {field.strength === true ? (
            <div className="own-rule-line">
              <span>效力</span>
              <Radio.Group
                aria-label={`${title}的效力`}
                value={rule.strength}
                options={[
                  { value: 'principle', label: `${strengthWords.principle}（写明理由可以不按此执行）` },
                  { value: 'firm', label: strengthWords.firm },
                ]}
                onChange={(event) => change({ ...rule, strength: event.target.value })}
              />
            </div>
          ) : null}
          {field.wordless === true ? null : (
            <div className="own-rule-line">
              <label htmlFor={`${id}-words`}>原文</label>
              <Input.TextArea
                id={`${id}-words`}
                rows={2}
                maxLength={500}
                value={rule.words}
                onChange={(event) => change({ ...rule, words: event.target.value.replace(/\n/g, '') })}
              />
            </div>
          )}
          <div className="own-rule-line">
            <label htmlFor={`${id}-clause`}>条款</label>
            <Input
              id={`${id}-clause`}
              maxLength={100}
              value={rule.clause}
              placeholder="如 云岭细则第八条；通行做法可不填"
              onChange={(event) => change({ ...rule, clause: event.target.value })}
            />
          </div>
        </div>
      ) : null}
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}

function Extra({
  id,
  extra,
  value,
  of,
  change,
}: {
  readonly id: string
  readonly extra: RuleExtra
  readonly value: TypedExtra
  readonly of: string
  readonly change: (value: TypedExtra) => void
}) {
  return (
    <div className="own-rule-line">
      <label htmlFor={id}>{extra.title}</label>
      <ExtraControl id={id} extra={extra} value={value} of={of} change={change} />
    </div>
  )
}

function ExtraControl({
  id,
  extra,
  value,
  of,
  change,
}: {
  readonly id: string
  readonly extra: RuleExtra
  readonly value: TypedExtra
  readonly of: string
  readonly change: (value: TypedExtra) => void
}) {
  const name = `${of}：${extra.title}`
  const many = Array.isArray(value) ? [...value] : []
  switch (extra.kind) {
    case 'switch':
      return (
        <Switch id={id} className="own-rule-switch" size="small" checked={value === true} onChange={change} />
      )
    case 'list':
    case 'numbers':
      return (
        <Select
          id={id}
          mode="tags"
          aria-label={name}
          placeholder={extra.hint}
          notFoundContent={null}
          suffixIcon={null}
          value={many}
          onChange={(next: string[]) => change(next)}
        />
      )
    case 'words':
      return (
        <Select
          id={id}
          mode="multiple"
          aria-label={name}
          placeholder="没有"
          value={many}
          options={extra.words.map(([word, label]) => ({ value: word, label }))}
          onChange={(next: string[]) => change(next)}
        />
      )
    case 'word':
      return (
        <Select
          id={id}
          className="own-rule-short"
          aria-label={name}
          value={String(value)}
          options={extra.words.map(([word, label]) => ({ value: word, label }))}
          onChange={change}
        />
      )
    case 'per-cent':
      return (
        <Input
          id={id}
          className="own-rule-short"
          inputMode="decimal"
          suffix="%"
          value={String(value)}
          onChange={(event) => change(event.target.value)}
        />
      )
    case 'number':
      return (
        <Input
          id={id}
          className="own-rule-short"
          inputMode="numeric"
          suffix={extra.suffix}
          placeholder={extra.optional === true ? '不限' : ''}
          value={String(value)}
          onChange={(event) => change(event.target.value)}
        />
      )
    case 'text':
      return (
        <Input
          id={id}
          maxLength={200}
          placeholder={extra.hint ?? ''}
          value={String(value)}
          onChange={(event) => change(event.target.value)}
        />
      )
  }
}
