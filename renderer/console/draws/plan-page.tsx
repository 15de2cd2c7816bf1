import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import { serialSchema } from '../../../shared/registry/office.ts'
import { cited } from '../../../shared/rules/cited.ts'
import { useApi } from '../api.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import { go } from '../route.ts'
import { addresses } from './addresses.ts'
import { ApprovalSection } from './approval-section.tsx'
import type { BasisForm } from './basis-form.ts'
import { type BasisChoice, BasisSection } from './basis-section.tsx'
import { beginSession } from './begin-session.ts'
import { PresenceSection } from './ceremony-fields.tsx'
import { ConditionsSection } from './conditions-fields.tsx'
import { proposeFromItems } from './item-proposal.ts'
import { LeaveOutSection } from './leave-out-section.tsx'
import { proposeFromRules } from './line-proposal.ts'
import { PeopleSection } from './people-section.tsx'
import { formOfPlan, newPlanForm, type PlanForm, type Proposal, planOf } from './plan-form.ts'
import { missingOfPlan, obstaclesOfPreview, placeOf, planSections } from './plan-sections.ts'
import { PlanSummary } from './plan-summary.tsx'
import { useFacets, useItems } from './register-facets.ts'
import { YieldingExclusions } from './rule-problems.tsx'
import { StepsBar } from './steps-bar.tsx'
import { StrataSection } from './strata-section.tsx'
import { useAction } from './use-action.ts'
import { useDraftStore } from './use-draft-store.ts'
import { usePreview } from './use-preview.ts'
import { proposalInput, useDrawProposal, usePlanLines, usePreset } from './use-rules.ts'
import { useSchemes } from './use-schemes.ts'

/** A draft that is opened again. */
export interface OpenedDraft<Plan> {
  readonly id: string
  readonly plan: Plan
  readonly number: string | null
}

/** ① 任务与名单: what the draw rests on, of whom, how many, by whom, approved by whom; then the number and the lists. */
export function PlanPage({
  opened,
  mode = 'official',
  proposal,
  roles,
}: {
  readonly opened: OpenedDraft<PlanOf<'draw'>> | null
  /** of a new draw */
  readonly mode?: 'official' | 'rehearsal'
  readonly proposal: Proposal
  readonly roles: readonly string[]
}) {
  const { core } = useApi()
  const { form, plan, kept, change, flush } = useDraftStore(
    opened?.id ?? 'new',
    () =>
      opened === null
        ? { form: newPlanForm(proposal, mode), draft: null }
        : { form: formOfPlan(opened.plan), draft: opened.id },
    planOf,
  )
  const year = new Date().getFullYear()
  const schemes = useSchemes(form.basis)
  // Before anything is chosen there is nothing to count.
  const feasibility = usePreview(form.items.length === 0 ? null : plan, schemes)
  const objectFacets = useFacets('objects')
  const inspectorFacets = useFacets('inspectors')
  const items = useItems()
  const lines = usePlanLines(year)
  const preset = usePreset()
  const proposed = useDrawProposal(form.basis, form.items)
  const choice = useChoice(form, change, year)
  const action = useAction()
  const begin = () =>
    void action.run(async () => {
      const draft = await flush()
      if (draft === null) return
      const { session } = await beginSession(core, draft)
      go(addresses.session(session.number))
    })
  const { preview, problem, code } = feasibility
  // A reason that nobody has chosen yet is no wrong one.
  const unreasoned = form.basis.on === 'outside' && form.basis.reason === ''
  const obstacles = [
    ...missingOfPlan(form, preset === null || preset.outsidePlan.reasons.length > 0),
    ...obstaclesOfPreview(
      form.mode === 'official' ? (preview?.rules ?? null) : withoutNeeds(preview?.rules ?? null),
      problem === null ? null : { code, sentence: problem },
    ).filter(({ code: about }) => !(unreasoned && about === 'OUTSIDE_THE_PLAN')),
  ]
  const needs = form.mode === 'official' && opened?.number == null ? (preview?.rules?.needs ?? []) : []
  const approved = schemes?.some(({ approval }) => approval !== null) === true
  const why = needs.some((need) => need.code === 'NOT_APPROVED')
    ? approved
      ? '还没有选择批准的方案。'
      : '没有批准，只能演练。'
    : '还不能正式抽取，可以先演练。'

  return (
    <div className="page draws-page">
      <header className="draws-head">
        <h1>{form.taskName === '' ? '新建摇号' : form.taskName}</h1>
        <StepsBar current={0} />
      </header>
      <div className="draws-columns">
        <div className="draws-main">
          <BasisSection
            form={form}
            year={year}
            lines={lines}
            items={items}
            proposal={proposed}
            outside={
              preset === null
                ? null
                : {
                    reasons: preset.outsidePlan.reasons.map(({ words }) => words),
                    sentence: `${cited(preset.outsidePlan)}。`,
                  }
            }
            choice={choice}
            change={change}
          />
          <ConditionsSection
            form={form}
            feasibility={feasibility}
            remarks={proposed?.remarks ?? []}
            facets={objectFacets}
            change={change}
          />
          <StrataSection
            form={form}
            feasibility={feasibility}
            facets={objectFacets}
            proposal={proposed}
            preset={preset}
            change={change}
          />
          <PeopleSection
            form={form}
            proposal={proposed}
            feasibility={feasibility}
            objectFacets={objectFacets}
            inspectorFacets={inspectorFacets}
            change={change}
          />
          <LeaveOutSection
            place={placeOf('leaveOut')}
            preview={preview}
            yielding={
              <YieldingExclusions
                excluded={preview?.excluded ?? []}
                setAside={form.setAside}
                preset={preset}
                change={(setAside) => change({ setAside })}
              />
            }
            objects={form.leaveOutObjects}
            inspectors={form.leaveOutInspectors}
            changeObjects={(leaveOutObjects) => change({ leaveOutObjects })}
            changeInspectors={(leaveOutInspectors) => change({ leaveOutInspectors })}
          />
          <ApprovalSection
            form={form}
            sample={preview?.strata.reduce((sum, stratum) => sum + stratum.sample, 0) ?? null}
            schemes={schemes}
            preset={preset}
            change={change}
          />
          <PresenceSection form={form} change={change} roles={roles} place={placeOf('presence')} />
        </div>
        <PlanSummary
          mode={form.mode}
          feasibility={feasibility}
          checks={{
            sections: planSections.filter(
              (section) => section !== 'approval' || (form.mode === 'official' && form.basis.on !== 'none'),
            ),
            obstacles,
          }}
          assigned={form.people.mode === 'direct' ? form.people.inspectors.length : null}
          kept={kept}
          action={action}
          numbered={opened?.number ?? null}
          begin={begin}
          rehearse={needs.length === 0 ? null : { why, act: () => change({ mode: 'rehearsal' }) }}
        />
      </div>
    </div>
  )
}

/** What an official draw still needs is no obstacle to a rehearsal. */
function withoutNeeds<Rules extends { readonly needs: readonly unknown[] }>(rules: Rules | null) {
  return rules === null ? null : { ...rules, needs: [] }
}

/** A plan line or items are chosen: what the rules make of them is asked for, and fills the form. */
function useChoice(form: PlanForm, change: (patch: Partial<PlanForm>) => void, year: number): BasisChoice {
  const { query } = useApi()
  const queries = useQueryClient()
  const items = useItems()
  const facets = useFacets('objects')
  const before = useDrawProposal(form.basis, form.items)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const propose = async (basis: BasisForm, chosen: readonly string[]) => {
    const input = proposalInput(basis, chosen)
    change({ basis, items: chosen })
    setRefusal(null)
    if (input === null) return
    setBusy(true)
    try {
      const proposal = await queries.fetchQuery(query.draws.propose.queryOptions({ input }))
      change({ basis, ...proposeFromRules(form, proposal, before) })
    } catch (error) {
      setRefusal(refusalSentence(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    refusal,
    chooseLine: (line) =>
      void propose({ on: 'line', line: serialSchema.parse(line), scheme: null }, form.items),
    chooseItems(chosen) {
      const { basis } = form
      if (basis.on === 'outside') {
        void propose({ ...basis, scheme: null }, chosen)
        return
      }
      setRefusal(null)
      const named = new Set((facets?.items ?? []).map(({ value }) => value))
      change(proposeFromItems(form, chosen, items, named, year))
    },
  }
}
