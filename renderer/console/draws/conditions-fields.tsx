import { Select } from 'antd'
import { creditGrades, objectKinds, objectMarks } from '../../../shared/registry/inspection-object.ts'
import { Field } from './field.tsx'
import type { ConditionsForm } from './plan-form.ts'
import { type Facets, optionsOf } from './register-facets.ts'

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
