import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import { objectMarks } from '../../../shared/registry/inspection-object.ts'
import { ConditionsFields } from './conditions-fields.tsx'
import { probabilityWords } from './draw-words.ts'
import { Section } from './field.tsx'
import { conditionKeys, emptyStratum, noConditions, type PlanForm, type StratumForm } from './plan-form.ts'
import type { Facets } from './register-facets.ts'

import type { Feasibility } from './use-preview.ts'

/** An id that no stratum has yet: A, B, …, Z, then A1. */
function freshId(strata: readonly StratumForm[]): string {
  const used = new Set(strata.map(({ id }) => id))
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.find((letter) => !used.has(letter)) ?? `A${strata.length}`
}

/** 分层: how many are drawn of whom. Whoever has marks can be a stratum of its own, before the rest. */
export function StrataSection({
  form,
  feasibility: { preview, counting },
  facets,
  change,
}: {
  readonly form: PlanForm
  readonly feasibility: Feasibility
  readonly facets: Facets | undefined
  readonly change: (patch: Partial<PlanForm>) => void
}) {
  const { strata } = form
  const put = (index: number, patch: Partial<StratumForm>) =>
    change({ strata: strata.map((s, i) => (i === index ? { ...s, ...patch } : s)) })
  const add = (mark: string | null) => {
    const last = strata.at(-1)
    const fresh: StratumForm =
      mark === null
        ? emptyStratum(freshId(strata), `第${strata.length}层`)
        : {
            ...emptyStratum(freshId(strata), `${mark}的对象`),
            conditions: { ...noConditions, marks: [mark] },
            ratio: '100',
          }
    const rest = last === undefined ? [] : [last.name === '全部对象' ? { ...last, name: '其余对象' } : last]
    // An object belongs to the first stratum that it fits: the rest comes last.
    change({ strata: [...strata.slice(0, -1), fresh, ...rest] })
  }
  return (
    <Section title="抽多少" note="对象归入它符合的第一层；不足一个的进一">
      {strata.map((stratum, index) => (
        <StratumRow
          key={stratum.id}
          stratum={stratum}
          alone={strata.length === 1}
          rest={index === strata.length - 1}
          counted={preview?.strata.find(({ id }) => id === stratum.id) ?? null}
          counting={counting}
          facets={facets}
          change={(patch) => put(index, patch)}
          remove={() => change({ strata: strata.filter((_, i) => i !== index) })}
        />
      ))}
      <div className="draws-buttons">
        <span className="draws-hint">单列一层，另定比例：</span>
        {objectMarks.map((mark) => (
          <Button key={mark} size="small" type="dashed" onClick={() => add(mark)}>
            {mark}
          </Button>
        ))}
        <Button size="small" type="dashed" onClick={() => add(null)}>
          其他条件
        </Button>
      </div>
    </Section>
  )
}

function StratumRow({
  stratum,
  alone,
  rest,
  counted,
  counting,
  facets,
  change,
  remove,
}: {
  readonly stratum: StratumForm
  readonly alone: boolean
  /** the last one takes whoever fits no other */
  readonly rest: boolean
  readonly counted: DrawPreview['strata'][number] | null
  readonly counting: boolean
  readonly facets: Facets | undefined
  readonly change: (patch: Partial<StratumForm>) => void
  readonly remove: () => void
}) {
  const given = conditionKeys.filter((key) => stratum.conditions[key].length > 0).length
  const [open, setOpen] = useState(!rest && given === 0)
  const name = stratum.name || '这一层'
  const count = (
    <span className="draws-stratum-counted" aria-live="polite">
      {counted === null ? (
        <span className="draws-hint">{counting ? '正在计数' : '改正右侧所列的内容后计数'}</span>
      ) : (
        <>
          抽取 <strong>{counted.sample}</strong> 个
          <span className="draws-hint">
            {counted.size === 0 ? '' : '每个被抽中的概率 '}
            {probabilityWords(counted.sample, counted.size)}
          </span>
        </>
      )}
    </span>
  )
  return (
    <div className="draws-stratum">
      <div className="draws-row">
        <Input
          className="draws-stratum-name"
          aria-label="分层名称"
          value={stratum.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Select
          aria-label={`${name}的抽取方式`}
          className="draws-stratum-by"
          value={stratum.by}
          options={[
            { value: 'ratio', label: '按比例' },
            { value: 'number', label: '按数量' },
          ]}
          onChange={(by) => change({ by })}
        />
        <Input
          className="draws-stratum-value"
          aria-label={stratum.by === 'ratio' ? `${name}的比例` : `${name}的数量`}
          inputMode="decimal"
          suffix={stratum.by === 'ratio' ? '%' : '个'}
          value={stratum.by === 'ratio' ? stratum.ratio : stratum.number}
          onChange={(event) =>
            change(stratum.by === 'ratio' ? { ratio: event.target.value } : { number: event.target.value })
          }
        />
        {alone ? (
          count
        ) : (
          <>
            <Button type="text" size="small" onClick={() => setOpen(!open)} aria-expanded={open}>
              {given > 0 ? `条件 ${given} 项` : rest ? '条件：其余全部' : '请选条件'}
            </Button>
            <Button type="text" size="small" onClick={remove}>
              删除
            </Button>
          </>
        )}
      </div>
      {alone ? null : <div className="draws-stratum-below">{count}</div>}
      {open && !alone ? (
        <div className="draws-stratum-conditions">
          <ConditionsFields
            conditions={stratum.conditions}
            facets={facets}
            change={(conditions) => change({ conditions })}
          />
        </div>
      ) : null}
    </div>
  )
}
