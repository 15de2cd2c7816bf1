import { Input, Select } from 'antd'
import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import { useApi } from '../api.ts'
import { go } from '../route.ts'
import { addresses } from './addresses.ts'
import { beginSession } from './begin-session.ts'
import { ModeField, PresenceSection } from './ceremony-fields.tsx'
import { ConditionsFields } from './conditions-fields.tsx'
import { stepTitles } from './draw-words.ts'
import { Field, Section } from './field.tsx'
import { GroupsSection } from './groups-section.tsx'
import { proposeFromItems } from './item-proposal.ts'
import { LeaveOutSection } from './leave-out-section.tsx'
import { formOfPlan, missingOfPlan, newPlanForm, type Proposal, planOf } from './plan-form.ts'
import { PlanSummary } from './plan-summary.tsx'
import { useFacets, useItems } from './register-facets.ts'
import { StepsBar } from './steps-bar.tsx'
import { StrataSection } from './strata-section.tsx'
import { useAction } from './use-action.ts'
import { useDraftStore } from './use-draft-store.ts'
import { usePreview } from './use-preview.ts'

/** A draft that is opened again. */
export interface OpenedDraft<Plan> {
  readonly id: string
  readonly plan: Plan
  readonly number: string | null
}

/** ① 任务与名单: what is drawn of whom, who is present; then the number and the lists. */
export function PlanPage({
  opened,
  proposal,
  roles,
}: {
  readonly opened: OpenedDraft<PlanOf<'draw'>> | null
  readonly proposal: Proposal
  readonly roles: readonly string[]
}) {
  const { core } = useApi()
  const { form, plan, kept, change, flush } = useDraftStore(
    opened?.id ?? 'new',
    () =>
      opened === null
        ? { form: newPlanForm(proposal), draft: null }
        : { form: formOfPlan(opened.plan), draft: opened.id },
    planOf,
  )
  const feasibility = usePreview(plan)
  const objectFacets = useFacets('objects')
  const inspectorFacets = useFacets('inspectors')
  const items = useItems()
  const action = useAction()
  const confirmed = new Set((objectFacets?.items ?? []).map(({ value }) => value))
  const begin = () =>
    void action.run(async () => {
      const draft = await flush()
      if (draft === null) return
      const { session } = await beginSession(core, draft)
      go(addresses.session(session.number))
    })

  return (
    <div className="page draws-page">
      <header className="draws-head">
        <h1>{form.taskName === '' ? '新建摇号' : form.taskName}</h1>
        <StepsBar current={0} />
      </header>
      <div className="draws-columns">
        <div className="draws-main">
          <Section title={stepTitles[0]}>
            <div className="draws-grid draws-grid-2">
              <ModeField mode={form.mode} change={change} />
              <Field label="抽查事项" hint="比例按事项清单提出，可以改" wide>
                <Select
                  mode="multiple"
                  aria-label="抽查事项"
                  placeholder="从事项清单中选择"
                  value={[...form.items]}
                  options={items.map(({ name, category }) => ({
                    value: name,
                    label: category === null ? name : `${name}（${category}）`,
                  }))}
                  onChange={(chosen: string[]) =>
                    change(proposeFromItems(form, chosen, items, confirmed, new Date().getFullYear()))
                  }
                />
              </Field>
              <Field label="任务名称">
                <Input value={form.taskName} onChange={(event) => change({ taskName: event.target.value })} />
              </Field>
              <Field label="任务文号" hint="没有可不填">
                <Input
                  value={form.documentNumber}
                  onChange={(event) => change({ documentNumber: event.target.value })}
                />
              </Field>
              <Field label="地点">
                <Input value={form.venue} onChange={(event) => change({ venue: event.target.value })} />
              </Field>
              <Field label="影像资料编号" hint="没有可不填">
                <Input
                  value={form.mediaNumber}
                  onChange={(event) => change({ mediaNumber: event.target.value })}
                />
              </Field>
            </div>
          </Section>
          <Section
            title="从哪些对象中抽"
            note={
              feasibility.preview === null
                ? '不选即不定向'
                : `现在符合条件、可以抽取的有 ${feasibility.preview.objects} 个`
            }
          >
            <ConditionsFields
              conditions={form.conditions}
              facets={objectFacets}
              change={(conditions) => change({ conditions })}
            />
          </Section>
          <StrataSection form={form} feasibility={feasibility} facets={objectFacets} change={change} />
          <GroupsSection
            form={form}
            topologies={['teams', 'each', 'none']}
            objectFacets={objectFacets}
            inspectorFacets={inspectorFacets}
            change={change}
          />
          <PresenceSection form={form} change={change} roles={roles} />
          <LeaveOutSection
            preview={feasibility.preview}
            objects={form.leaveOutObjects}
            inspectors={form.leaveOutInspectors}
            changeObjects={(leaveOutObjects) => change({ leaveOutObjects })}
            changeInspectors={(leaveOutInspectors) => change({ leaveOutInspectors })}
          />
        </div>
        <PlanSummary
          mode={form.mode}
          feasibility={feasibility}
          missing={missingOfPlan(form)}
          kept={kept}
          action={action}
          numbered={opened?.number ?? null}
          begin={begin}
        />
      </div>
    </div>
  )
}
