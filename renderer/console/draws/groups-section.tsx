import { Button, Input, Radio, Select } from 'antd'
import { topologyWords } from './draw-words.ts'
import { Field, Section } from './field.tsx'
import type { DomainForm, GroupsForm, SlotForm } from './plan-form.ts'
import { type Facets, optionsOf } from './register-facets.ts'

type Topology = GroupsForm['topology']

/** 席位: how people come to the objects, in plain words, as a section of its own. */
export function GroupsSection(props: GroupsProps) {
  return (
    <Section title="人员怎么配">
      <GroupsFields {...props} />
    </Section>
  )
}

interface GroupsProps {
  readonly form: GroupsForm
  readonly topologies: readonly Topology[]
  readonly objectFacets: Facets | undefined
  readonly inspectorFacets: Facets | undefined
  /** departments that take part besides those of the register's own people */
  readonly joint?: readonly string[]
  /** how many a group has, and who says so */
  readonly groupHint?: string
  /** what the ways are called, where no title says it */
  readonly label?: string | null
  readonly change: (patch: Partial<GroupsForm>) => void
}

export function GroupsFields({
  form,
  topologies,
  objectFacets,
  inspectorFacets,
  joint = [],
  groupHint = '执法检查须不少于两人',
  label = null,
  change,
}: GroupsProps) {
  const known = optionsOf(inspectorFacets, 'department')
  const departments = [
    ...joint
      .filter((name) => known.every(({ value }) => value !== name))
      .map((name) => ({ value: name, label: name })),
    ...known,
  ]
  return (
    <>
      {label === null ? null : <span className="draws-choices-label">{label}</span>}
      <Radio.Group
        className="draws-choices"
        aria-label="人员怎么配"
        value={form.topology}
        onChange={(event) => change(topologyPatch(form, event.target.value))}
        options={topologies.map((value) => ({
          value,
          label: (
            <span>
              <strong>{topologyWords[value].title}</strong>
              <span className="draws-hint">{topologyWords[value].note}</span>
            </span>
          ),
        }))}
      />
      {form.topology === 'none' ? null : (
        <>
          <div className="draws-grid draws-grid-3">
            {form.topology === 'teams' ? (
              <Field label="分几组">
                <Input
                  inputMode="numeric"
                  suffix="组"
                  value={form.teams}
                  onChange={(event) => change({ teams: event.target.value })}
                />
              </Field>
            ) : null}
            <Field label="只从这些股室抽人">
              <Select
                mode="multiple"
                allowClear
                aria-label="只从这些股室抽人"
                placeholder="全部人员"
                maxTagCount="responsive"
                value={[...form.inspectorDepartments]}
                options={departments}
                onChange={(inspectorDepartments: string[]) => change({ inspectorDepartments })}
              />
            </Field>
          </div>
          <SlotRows
            slots={form.slots}
            departments={departments}
            hint={groupHint}
            change={(slots) => change({ slots })}
          />
          <DomainRows
            domains={form.domains}
            categories={optionsOf(objectFacets, 'businessCategory')}
            specialties={optionsOf(inspectorFacets, 'specialties')}
            change={(domains) => change({ domains })}
          />
        </>
      )}
    </>
  )
}

/** A way that draws people needs seats: they are proposed again where there are none. */
function topologyPatch(form: GroupsForm, topology: Topology): Partial<GroupsForm> {
  const slots: readonly SlotForm[] =
    form.slots.length > 0
      ? form.slots
      : [
          { role: 'L', department: '*' },
          { role: 'M', department: '*' },
        ]
  return { topology, slots, teams: form.teams === '' ? '2' : form.teams }
}

function SlotRows({
  slots,
  departments,
  hint,
  change,
}: {
  readonly slots: readonly SlotForm[]
  readonly departments: readonly { readonly value: string; readonly label: string }[]
  readonly hint: string
  readonly change: (slots: readonly SlotForm[]) => void
}) {
  const put = (index: number, patch: Partial<SlotForm>) =>
    change(slots.map((slot, i) => (i === index ? { ...slot, ...patch } : slot)))
  return (
    <div className="draws-slots">
      <span className="draws-field-label">
        每组席位<span className="draws-hint">{hint}</span>
      </span>
      {slots.map((slot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat is known by its place.
        <div className="draws-row" key={index}>
          <span className="draws-row-number">第 {index + 1} 席</span>
          <Select
            aria-label={`第${index + 1}席的角色`}
            className="draws-slot-role"
            value={slot.role}
            options={[
              { value: 'L', label: '组长席' },
              { value: 'M', label: '组员席' },
            ]}
            onChange={(role) => put(index, { role })}
          />
          <Select
            aria-label={`第${index + 1}席的股室`}
            className="draws-slot-department"
            value={slot.department}
            options={[{ value: '*', label: '股室不限' }, ...departments]}
            onChange={(department) => put(index, { department })}
          />
          <Button
            type="text"
            disabled={slots.length === 1}
            onClick={() => change(slots.filter((_, i) => i !== index))}
          >
            删除
          </Button>
        </div>
      ))}
      <div>
        <Button type="dashed" onClick={() => change([...slots, { role: 'M', department: '*' }])}>
          增加组员席
        </Button>
      </div>
    </div>
  )
}

function DomainRows({
  domains,
  categories,
  specialties,
  change,
}: {
  readonly domains: readonly DomainForm[]
  readonly categories: readonly { readonly value: string; readonly label: string }[]
  readonly specialties: readonly { readonly value: string; readonly label: string }[]
  readonly change: (domains: readonly DomainForm[]) => void
}) {
  const put = (index: number, patch: Partial<DomainForm>) =>
    change(
      domains.map((domain, i) => {
        if (i !== index) return domain
        const next = { ...domain, ...patch }
        return { ...next, name: next.specialties.join('、') || next.businessCategories.join('、') }
      }),
    )
  const fresh = () => {
    const used = new Set(domains.map(({ id }) => id))
    let n = domains.length + 1
    while (used.has(`ly${n}`)) n += 1
    return { id: `ly${n}`, name: '', businessCategories: [], specialties: [] }
  }
  return (
    <div className="draws-slots">
      <span className="draws-field-label">
        专业要求<span className="draws-hint">没有写明的，谁都可以检查</span>
      </span>
      {domains.map((domain, index) => (
        <div className="draws-row" key={domain.id}>
          <span className="draws-row-text">检查</span>
          <Select
            mode="multiple"
            className="draws-domain"
            aria-label={`专业要求${index + 1}的经营类别`}
            placeholder="经营类别"
            value={[...domain.businessCategories]}
            options={[...categories]}
            onChange={(businessCategories: string[]) => put(index, { businessCategories })}
          />
          <span className="draws-row-text">须有</span>
          <Select
            mode="multiple"
            className="draws-domain"
            aria-label={`专业要求${index + 1}的专业资格`}
            placeholder="专业资格"
            value={[...domain.specialties]}
            options={[...specialties]}
            onChange={(chosen: string[]) => put(index, { specialties: chosen })}
          />
          <Button type="text" onClick={() => change(domains.filter((_, i) => i !== index))}>
            删除
          </Button>
        </div>
      ))}
      <div>
        <Button type="dashed" onClick={() => change([...domains, fresh()])}>
          增加专业要求
        </Button>
      </div>
    </div>
  )
}
