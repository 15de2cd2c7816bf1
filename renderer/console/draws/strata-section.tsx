import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { DrawPreview, DrawProposal } from '../../../shared/api/draw-contract.ts'
import { objectMarks } from '../../../shared/registry/inspection-object.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { ConditionsFields } from './conditions-fields.tsx'
import { probabilityWords } from './draw-words.ts'
import { Section } from './field.tsx'
import {
  type ConditionsForm,
  conditionKeys,
  emptyStratum,
  noConditions,
  type PlanForm,
  type StratumForm,
} from './plan-form.ts'
import { placeOf, sectionOf, sectionOfRule, sectionTitles } from './plan-sections.ts'
import { RefusalNote } from './refusal-note.tsx'
import type { Facets } from './register-facets.ts'
import { RuleProblems } from './rule-problems.tsx'
import type { Feasibility } from './use-preview.ts'

/** An id that no stratum has yet: A, B, …, Z, then A1. */
function freshId(strata: readonly StratumForm[]): string {
  const used = new Set(strata.map(({ id }) => id))
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.find((letter) => !used.has(letter)) ?? `A${strata.length}`
}

/** A stratum that can be set apart: whom the rules name first, then other marks. */
interface Offer {
  readonly name: string
  readonly conditions: ConditionsForm
  readonly clause: string | null
}

function offersOf(preset: Preset | null): {
  readonly named: readonly Offer[]
  readonly others: readonly Offer[]
} {
  const { emphasis = null, trusted = null } = preset ?? {}
  const byMark = (mark: string, clause: string | null): Offer => ({
    name: `${mark}的对象`,
    conditions: { ...noConditions, marks: [mark] },
    clause,
  })
  const byGrades = (name: string, grades: readonly string[], clause: string | null): readonly Offer[] =>
    grades.length === 0 ? [] : [{ name, conditions: { ...noConditions, creditGrades: grades }, clause }]
  const marks: readonly string[] = emphasis?.marks ?? []
  return {
    named: [
      ...marks.map((mark) => byMark(mark, emphasis?.clause ?? null)),
      ...byGrades('信用等级低的对象', emphasis?.grades ?? [], emphasis?.clause ?? null),
      ...byGrades('守信的对象', trusted?.grades ?? [], trusted?.clause ?? null),
    ],
    others: objectMarks.filter((mark) => !marks.includes(mark)).map((mark) => byMark(mark, null)),
  }
}

/** ③ 分层: how many are drawn of whom, and what the rules say of it. */
export function StrataSection({
  form,
  feasibility: { preview, problem, code, counting },
  facets,
  proposal,
  preset,
  change,
}: {
  readonly form: PlanForm
  readonly feasibility: Feasibility
  readonly facets: Facets | undefined
  readonly proposal: DrawProposal | null
  readonly preset: Preset | null
  readonly change: (patch: Partial<PlanForm>) => void
}) {
  const { strata } = form
  const rules = preview?.rules ?? null
  const put = (index: number, patch: Partial<StratumForm>) =>
    change({ strata: strata.map((s, i) => (i === index ? { ...s, ...patch } : s)) })
  const add = (offer: Offer | null) => {
    const last = strata.at(-1)
    const fresh: StratumForm =
      offer === null
        ? emptyStratum(freshId(strata), `第${strata.length}层`)
        : { ...emptyStratum(freshId(strata), offer.name), conditions: offer.conditions, ratio: '100' }
    const rest = last === undefined ? [] : [last.name === '全部对象' ? { ...last, name: '其余对象' } : last]
    // An object belongs to the first stratum that it fits: the rest comes last.
    change({ strata: [...strata.slice(0, -1), fresh, ...rest] })
  }
  const { named, others } = offersOf(preset)
  const apart = new Set(strata.map(({ conditions }) => JSON.stringify(conditions)))
  const taken = ({ conditions }: Offer) => apart.has(JSON.stringify(conditions))
  const bounds = rules?.bounds ?? []
  const broken = new Set<string | null>((rules?.problems ?? []).map(({ sentence }) => sentence))
  return (
    <Section
      title={sectionTitles.strata}
      note="对象归入它符合的第一层；不足一个的进一"
      place={placeOf('strata')}
    >
      {strata.map((stratum, index) => (
        <StratumRow
          key={stratum.id}
          stratum={stratum}
          alone={strata.length === 1}
          rest={index === strata.length - 1}
          counted={preview?.strata.find(({ id }) => id === stratum.id) ?? null}
          counting={counting}
          clause={proposal?.strata.find(({ id }) => id === stratum.id)?.clause ?? clauseOf(named, stratum)}
          facets={facets}
          change={(patch) => put(index, patch)}
          remove={() => change({ strata: strata.filter((_, i) => i !== index) })}
        />
      ))}
      <div className="draws-offers">
        {named.length === 0 ? null : (
          <div className="draws-buttons">
            <span className="draws-hint">细则点名的，可单列一层、另定比例：</span>
            {named.map((offer) => (
              <Button
                key={offer.name}
                size="small"
                disabled={taken(offer)}
                {...(offer.clause === null ? {} : { title: offer.clause })}
                onClick={() => add(offer)}
              >
                {offer.name.replace(/的对象$/u, '')}
              </Button>
            ))}
          </div>
        )}
        <div className="draws-buttons">
          <span className="draws-hint">{named.length === 0 ? '单列一层，另定比例：' : '其他：'}</span>
          {others.map((offer) => (
            <Button
              key={offer.name}
              size="small"
              type="dashed"
              disabled={taken(offer)}
              onClick={() => add(offer)}
            >
              {offer.name.replace(/的对象$/u, '')}
            </Button>
          ))}
          <Button size="small" type="dashed" onClick={() => add(null)}>
            其他条件
          </Button>
        </div>
      </div>
      {bounds.length === 0 ? null : (
        <ul className="draws-bounds" aria-label="比例的上下限">
          {bounds.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {rules === null || rules.savedVisits === 0 ? null : (
        <p className="draws-saved">
          几个事项在同一次检查中一并完成，比逐项检查少上门 <strong>{rules.savedVisits}</strong> 次。
        </p>
      )}
      <RefusalNote sentence={sectionOf(code) === 'strata' && !broken.has(problem) ? problem : null} />
      <RuleProblems
        problems={(rules?.problems ?? []).filter(({ code }) => sectionOfRule(code) !== 'people')}
        setAside={form.setAside}
        preset={preset}
        change={(setAside) => change({ setAside })}
      />
    </Section>
  )
}

/** The clause that names those of a stratum, where one was set apart for them. */
function clauseOf(named: readonly Offer[], stratum: StratumForm): string | null {
  const conditions = JSON.stringify(stratum.conditions)
  return named.find((offer) => JSON.stringify(offer.conditions) === conditions)?.clause ?? null
}

function StratumRow({
  stratum,
  alone,
  rest,
  counted,
  counting,
  clause,
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
  /** which clause speaks of these objects */
  readonly clause: string | null
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
        <span className="draws-hint">{counting ? '正在计数' : '补齐右侧所列的内容后计数'}</span>
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
  const inBatches = counted !== null && counted.size > 0 && counted.sample === counted.size
  const below = [
    clause === null ? '' : `依据 ${clause}`,
    inBatches ? '全部列入，抽取的次序即检查批次顺序' : '',
  ].filter((part) => part !== '')
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
      {below.length === 0 ? null : <p className="draws-stratum-clause">{below.join('；')}</p>}
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
