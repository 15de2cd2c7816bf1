import { Alert, Checkbox, Input, Radio, Select } from 'antd'
import type { DrawProposal } from '../../../shared/api/draw-contract.ts'
import { Field, Section } from './field.tsx'
import { GroupsFields } from './groups-section.tsx'
import { allDepartments, type JointForm, jointSlots, type PeopleForm } from './people-form.ts'
import { PersonPicker } from './person-picker.tsx'
import type { PlanForm } from './plan-form.ts'
import { placeOf, sectionOf, sectionOfRule, sectionTitles } from './plan-sections.ts'
import type { Facets } from './register-facets.ts'
import type { Feasibility } from './use-preview.ts'

const modes = [
  ['own', '本单位人员', '从本单位的执法检查人员中抽取。'],
  ['cross-region', '跨区域抽取', '下级单位或邻近区域的人员一并抽取，须写明原因。'],
  ['direct', '直接委派', '人员太少、无法随机抽取时，指定人员，须写明原因。'],
] as const satisfies readonly (readonly [PeopleForm['mode'], string, string])[]

/** ④ 人员: whose people, in which seats, and whether there are enough of them, said before anything is frozen. */
export function PeopleSection({
  form,
  proposal,
  feasibility,
  objectFacets,
  inspectorFacets,
  change,
}: {
  readonly form: PlanForm
  readonly proposal: DrawProposal | null
  readonly feasibility: Feasibility
  readonly objectFacets: Facets | undefined
  readonly inspectorFacets: Facets | undefined
  readonly change: (patch: Partial<PlanForm>) => void
}) {
  const { people, joint } = form
  const least = proposal?.group.min ?? 2
  const broken = (feasibility.preview?.rules?.problems ?? []).filter(
    ({ code }) => sectionOfRule(code) === 'people',
  )
  return (
    <Section title={sectionTitles.people} place={placeOf('people')}>
      <div className="draws-field">
        <span className="draws-field-label">人员范围</span>
        <Radio.Group
          className="draws-choices"
          aria-label="人员范围"
          value={people.mode}
          onChange={(event) => change(modePatch(form, event.target.value))}
          options={modes.map(([value, title, note]) => ({
            value,
            label: (
              <span>
                <strong>{title}</strong>
                <span className="draws-hint">{note}</span>
              </span>
            ),
          }))}
        />
      </div>
      {people.mode === 'own' ? null : (
        <div className="draws-grid draws-grid-2 draws-gap-below">
          {people.mode === 'cross-region' ? (
            <div className="draws-field">
              <span className="draws-field-label">从哪里抽</span>
              <Checkbox.Group
                aria-label="从哪里抽"
                className="draws-checks"
                options={['下级单位', '邻近区域']}
                value={[...people.origins]}
                onChange={(origins) => change({ people: { ...people, origins } })}
              />
            </div>
          ) : null}
          <Field
            label={people.mode === 'direct' ? '直接委派的原因' : '跨区域抽取的原因'}
            hint="印在本次的每一份文书上"
            wide={people.mode === 'direct'}
          >
            <Input
              value={people.reason}
              placeholder={
                people.mode === 'direct'
                  ? '如 在岗执法人员不足，无法分组抽取'
                  : '如 本单位具备专业资格的人员不足'
              }
              onChange={(event) => change({ people: { ...people, reason: event.target.value } })}
            />
          </Field>
          {people.mode === 'direct' ? (
            <div className="draws-field draws-field-wide">
              <PersonPicker
                chosen={people.inspectors}
                change={(inspectors) => change({ people: { ...people, inspectors } })}
              />
            </div>
          ) : null}
        </div>
      )}
      {people.mode === 'direct' ? null : (
        <>
          <JointFields
            joint={joint}
            facets={inspectorFacets}
            change={(next) =>
              change(
                next === null
                  ? { joint: null, slots: form.slots.map((slot) => ({ ...slot, department: '*' })) }
                  : { joint: next, slots: jointSlots(next, least) },
              )
            }
          />
          <GroupsFields
            form={form}
            topologies={['teams', 'each', 'none']}
            objectFacets={objectFacets}
            inspectorFacets={inspectorFacets}
            joint={joint === null ? [] : allDepartments(joint)}
            groupHint={groupWords(proposal)}
            label="人员怎么配"
            change={change}
          />
        </>
      )}
      {broken.map(({ sentence }) => (
        <Alert key={sentence} className="draws-note" type="error" showIcon title={sentence} />
      ))}
      {broken.length > 0 ? null : <PeopleVerdict form={form} feasibility={feasibility} />}
    </Section>
  )
}

function groupWords(proposal: DrawProposal | null): string {
  if (proposal === null) return '执法检查须不少于两人'
  const { min, max, clause } = proposal.group
  const number = max === null ? `每组不少于${min}人` : min === max ? `每组${min}人` : `每组${min}至${max}人`
  return clause === null ? number : `${number}（${clause}）`
}

/** Named people are not drawn: nothing is paired, and seats are asked for again when people are drawn after all. */
function modePatch(form: PlanForm, mode: PeopleForm['mode']): Partial<PlanForm> {
  const people: PeopleForm = {
    ...form.people,
    mode,
    origins: form.people.origins.length === 0 ? ['下级单位'] : form.people.origins,
  }
  if (mode === 'direct') return { people, topology: 'none', joint: null }
  if (form.people.mode !== 'direct') return { people }
  return {
    people,
    topology: 'teams',
    teams: form.teams === '' ? '2' : form.teams,
    slots:
      form.slots.length > 0
        ? form.slots
        : [
            { role: 'L', department: '*' },
            { role: 'M', department: '*' },
          ],
  }
}

/** 联合抽查: who began it, who takes part. */
function JointFields({
  joint,
  facets,
  change,
}: {
  readonly joint: JointForm | null
  readonly facets: Facets | undefined
  readonly change: (joint: JointForm | null) => void
}) {
  const names = [
    ...new Set(['unit', 'department'].flatMap((field) => (facets?.[field] ?? []).map(({ value }) => value))),
  ].filter((name) => name !== '')
  const options = names.map((name) => ({ value: name, label: name }))
  return (
    <div className="draws-joint">
      <Checkbox
        checked={joint !== null}
        onChange={(event) => change(event.target.checked ? { initiator: '', departments: [] } : null)}
      >
        联合抽查
        <span className="draws-hint draws-because">各部门派人，每个部门都有席位，组长由发起部门担任</span>
      </Checkbox>
      {joint === null ? null : (
        <div className="draws-grid draws-grid-2 draws-gap-above">
          <Field label="发起部门">
            <Select
              showSearch
              aria-label="发起部门"
              placeholder="选择部门"
              value={joint.initiator === '' ? null : joint.initiator}
              options={options}
              onChange={(initiator: string) =>
                change({
                  initiator,
                  departments: [
                    initiator,
                    ...joint.departments.filter((name) => name !== initiator && name !== joint.initiator),
                  ],
                })
              }
            />
          </Field>
          <Field label="参与部门" hint="人员登记为“联合部门”的单位或股室">
            <Select
              mode="tags"
              aria-label="参与部门"
              placeholder="选择或填写部门"
              value={joint.departments.filter((name) => name !== joint.initiator)}
              options={options.filter(({ value }) => value !== joint.initiator)}
              onChange={(others: string[]) =>
                change({
                  ...joint,
                  departments: joint.initiator === '' ? others : [joint.initiator, ...others],
                })
              }
            />
          </Field>
        </div>
      )}
    </div>
  )
}

/** The feasibility sentence: there are enough people for every group and object, or why not. */
function PeopleVerdict({
  form,
  feasibility: { preview, problem, code, counting },
}: {
  readonly form: PlanForm
  readonly feasibility: Feasibility
}) {
  if (problem !== null && sectionOf(code) === 'people')
    return <Alert className="draws-note" type="warning" showIcon title={problem} />
  if (preview === null || problem !== null || counting) return null
  const sample = preview.strata.reduce((sum, stratum) => sum + stratum.sample, 0)
  return (
    <p className="draws-ready" role="status">
      {form.people.mode === 'direct'
        ? `直接委派 ${form.people.inspectors.length} 人，检查抽中的 ${sample} 个对象；名册核对无误。`
        : form.topology === 'none'
          ? `本次只抽 ${sample} 个对象，人员以后另行匹配。`
          : form.topology === 'teams'
            ? `可抽的人员 ${preview.inspectors} 人，够排 ${form.teams} 组、每组 ${form.slots.length} 人，回避关系也已算入。`
            : `可抽的人员 ${preview.inspectors} 人，抽中的 ${sample} 个对象都能配齐每组 ${form.slots.length} 人，回避关系也已算入。`}
    </p>
  )
}
