import { Select } from 'antd'
import type { DrawProposal } from '../../../shared/api/draw-contract.ts'
import { creditGrades, objectKinds, objectMarks } from '../../../shared/registry/inspection-object.ts'
import { Field, Section } from './field.tsx'
import type { ConditionsForm, PlanForm } from './plan-form.ts'
import { placeOf, sectionTitles } from './plan-sections.ts'
import { type Facets, optionsOf } from './register-facets.ts'
import type { Feasibility } from './use-preview.ts'

const fixed = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** 定向条件: an object qualifies when it fits every one that is given. */
export function ConditionsFields({
  conditions,
  facets,
  change,
}: {
  readonly conditions: ConditionsForm
  readonly facets: Facets | undefined
  readonly change: (conditions: ConditionsForm) => void
}) {
  const fields = [
    ['items', '适用事项', optionsOf(facets, 'items')],
    ['businessCategories', '经营类别', optionsOf(facets, 'businessCategory')],
    ['kinds', '种类', fixed(objectKinds)],
    ['regions', '区域', optionsOf(facets, 'region')],
    ['departments', '监管责任股室', optionsOf(facets, 'department')],
    ['creditGrades', '信用等级', fixed(creditGrades)],
    ['marks', '标记（有其一即可）', fixed(objectMarks)],
  ] as const
  return (
    <div className="draws-grid draws-grid-3">
      {fields.map(([key, label, options]) => (
        <Field key={key} label={label}>
          <Select
            mode="multiple"
            allowClear
            aria-label={label}
            placeholder="不限"
            maxTagCount="responsive"
            value={[...conditions[key]]}
            options={options}
            onChange={(values: string[]) => change({ ...conditions, [key]: values })}
          />
        </Field>
      ))}
    </div>
  )
}

/** ② 条件: 定向 or 不定向; beside it what the plan says in words that nobody but a person may interpret. */
export function ConditionsSection({
  form,
  feasibility: { preview },
  remarks,
  facets,
  change,
}: {
  readonly form: PlanForm
  readonly feasibility: Feasibility
  readonly remarks: DrawProposal['remarks']
  readonly facets: Facets | undefined
  readonly change: (patch: Partial<PlanForm>) => void
}) {
  const size = preview?.rules?.registerSize
  const counted =
    preview === null
      ? '不选即不定向'
      : `${size === undefined || form.basis.on === 'none' ? '' : `适用的对象 ${size} 个，其中`}现在符合条件、可以抽取的有 ${preview.objects} 个`
  return (
    <Section title={sectionTitles.conditions} note={counted} place={placeOf('conditions')}>
      {remarks.length === 0 ? null : (
        <div className="draws-remarks">
          <p className="draws-hint">计划的原文，程序不作解释，请对照填写：</p>
          <dl>
            {remarks.map(({ title, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <ConditionsFields
        conditions={form.conditions}
        facets={facets}
        change={(conditions) => change({ conditions })}
      />
    </Section>
  )
}
