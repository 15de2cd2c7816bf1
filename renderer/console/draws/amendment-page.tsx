import { useQuery } from '@tanstack/react-query'
import { DatePicker, Input, Select, Spin } from 'antd'
import { useState } from 'react'
import type { ResultInForce } from '../../../shared/api/draw-contract.ts'
import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import { uploadFile } from '../../connection/upload.ts'
import { useApi } from '../api.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import { go } from '../route.ts'
import { addresses } from './addresses.ts'
import {
  type AmendmentForm,
  type AmendmentKind,
  amendmentPlanOf,
  amendmentTitles,
  formOfAmendment,
  missingOfAmendment,
  newAmendmentForm,
} from './amendment-form.ts'
import { ScanField } from './approval-fields.tsx'
import { beginSession } from './begin-session.ts'
import { PresenceSection } from './ceremony-fields.tsx'
import { Field, Section } from './field.tsx'
import { GroupsSection } from './groups-section.tsx'
import { LeaveOutSection } from './leave-out-section.tsx'
import { ModeBand } from './mode-band.tsx'
import type { Proposal } from './plan-form.ts'
import type { OpenedDraft } from './plan-page.tsx'
import { PlanSummary } from './plan-summary.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useFacets } from './register-facets.ts'
import { StepsBar } from './steps-bar.tsx'
import { useAction } from './use-action.ts'
import { useDraftStore } from './use-draft-store.ts'
import { usePreview } from './use-preview.ts'

type Roles = { readonly roles: readonly string[] }

/** A new amendment of the draw `number`: asks for the list in force first, then shows its form. */
export function NewAmendmentPage({
  kind,
  number,
  leaves,
  proposal,
}: {
  readonly kind: AmendmentKind
  readonly number: string
  readonly leaves: string
  readonly proposal: Proposal & Roles
}) {
  const { query } = useApi()
  const inForce = useQuery(query.draws.inForce.queryOptions({ input: { number } }))
  const amended = useQuery(query.draws.read.queryOptions({ input: { number } }))
  const error = inForce.error ?? amended.error
  if (error !== null)
    return (
      <div className="page">
        <RefusalNote sentence={refusalSentence(error)} />
      </div>
    )
  if (inForce.data === undefined || amended.data === undefined)
    return (
      <div className="page draws-waiting">
        <Spin />
      </div>
    )
  const { mode, task, items, venue } = amended.data
  const first = newAmendmentForm(
    kind,
    {
      newest: inForce.data.newest,
      mode,
      task: task.replace(/（(匹配|更换)(人员|对象)）$/u, ''),
      items,
      venue,
    },
    proposal,
    leaves,
  )
  return (
    <AmendmentPage
      first={first}
      opened={null}
      inForce={inForce.data}
      roles={proposal.roles}
      key={`${kind} ${number} ${leaves}`}
    />
  )
}

/** An amendment's draft, opened again. */
export function OpenedAmendmentPage({
  opened,
  roles,
}: {
  readonly opened: OpenedDraft<PlanOf<AmendmentKind>>
} & Roles) {
  const { query } = useApi()
  const inForce = useQuery(query.draws.inForce.queryOptions({ input: { number: opened.plan.amends } }))
  return (
    <AmendmentPage
      first={formOfAmendment(opened.plan)}
      opened={opened}
      inForce={inForce.data ?? null}
      roles={roles}
    />
  )
}

/** The wizard of one screen of an amendment: who or what leaves, why, by whose approval, before whom. */
function AmendmentPage({
  first,
  opened,
  inForce,
  roles,
}: {
  readonly first: AmendmentForm
  readonly opened: { readonly id: string; readonly number: string | null } | null
  readonly inForce: ResultInForce | null
} & Roles) {
  const { core } = useApi()
  const { form, plan, kept, change, flush } = useDraftStore(
    opened?.id ?? `${first.kind} ${first.amends} ${first.leaves}`,
    () => ({ form: first, draft: opened?.id ?? null }),
    amendmentPlanOf,
  )
  const feasibility = usePreview(plan)
  const objectFacets = useFacets('objects')
  const inspectorFacets = useFacets('inspectors')
  const action = useAction()
  const [scan, setScan] = useState<File | null>(null)
  const [approvedOn, setApprovedOn] = useState('')
  const [scanProblem, setScanProblem] = useState<string | null>(null)
  const begin = () =>
    void action.run(async () => {
      const draft = await flush()
      if (draft === null) return
      const { session } = await beginSession(core, draft)
      if (scan !== null) {
        try {
          const upload = await uploadFile(core, scan)
          const note = `批准文号：${form.approvalNumber || '无'}；批准日期：${approvedOn || '未填'}；批准人：${form.approver}`
          await core.documents.attach({ number: session.number, upload, kind: 'approval', note })
        } catch (error) {
          // The draw is begun: what could not be filed is said here, and the person goes on by himself.
          setScanProblem(`${session.number} 已经取号，但批准文件没有归档。${refusalSentence(error)}`)
          return
        }
      }
      go(addresses.session(session.number))
    })
  const title = amendmentTitles[form.kind]
  return (
    <div className="page draws-page">
      <ModeBand mode={form.mode} />
      <header className="draws-head">
        <div>
          <h1>{title}</h1>
          <p className="draws-head-facts">
            变更 <span className="draws-session-number">{form.amends}</span>{' '}
            的结果，是一次单独的小摇号；其余结果不变。
          </p>
        </div>
        <StepsBar current={0} />
      </header>
      <div className="draws-columns">
        <div className="draws-main">
          <Section title={`${title}与批准`}>
            <div className="draws-grid draws-grid-3">
              {form.kind === 'replace-inspector' ? (
                <InspectorChoice form={form} inForce={inForce} change={change} />
              ) : null}
              {form.kind === 'replace-object' ? (
                <Field label="被更换的对象" wide>
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    aria-label="被更换的对象"
                    value={form.leaves === '' ? null : form.leaves}
                    options={(inForce?.objects ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={(leaves: string) => change({ leaves })}
                  />
                </Field>
              ) : null}
              {form.kind === 'match' ? (
                <Field label="要匹配的对象" hint="不选即全部尚未匹配的" wide>
                  <Select
                    mode="multiple"
                    allowClear
                    aria-label="要匹配的对象"
                    placeholder="全部尚未匹配的对象"
                    maxTagCount="responsive"
                    value={[...form.objects]}
                    options={(inForce?.objects ?? [])
                      .filter((object) => object.inspectors.length === 0)
                      .map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={(objects: string[]) => change({ objects })}
                  />
                </Field>
              ) : null}
              <Field label="原因" wide>
                <Input
                  value={form.reason}
                  placeholder={form.kind === 'match' ? '' : '如 岗位调整、工作冲突、健康、回避'}
                  onChange={(event) => change({ reason: event.target.value })}
                />
              </Field>
              <Field label="批准人">
                <Input value={form.approver} onChange={(event) => change({ approver: event.target.value })} />
              </Field>
              <Field label="批准文号" hint="没有可不填">
                <Input
                  value={form.approvalNumber}
                  onChange={(event) => change({ approvalNumber: event.target.value })}
                />
              </Field>
              <ScanField scan={scan} change={setScan} />
              {scan === null ? null : (
                <Field label="批准日期">
                  <DatePicker
                    className="draws-full"
                    placeholder="年-月-日"
                    onChange={(_, text) => setApprovedOn(typeof text === 'string' ? text : '')}
                  />
                </Field>
              )}
              <Field label="地点">
                <Input value={form.venue} onChange={(event) => change({ venue: event.target.value })} />
              </Field>
              <Field label="任务名称" wide>
                <Input value={form.taskName} onChange={(event) => change({ taskName: event.target.value })} />
              </Field>
            </div>
          </Section>
          {form.kind === 'match' ? (
            <GroupsSection
              form={form}
              topologies={['each', 'teams']}
              objectFacets={objectFacets}
              inspectorFacets={inspectorFacets}
              change={change}
            />
          ) : null}
          <PresenceSection form={form} change={change} roles={roles} />
          <LeaveOutSection
            preview={feasibility.preview}
            objects={form.kind === 'replace-object' ? form.leaveOutObjects : null}
            inspectors={form.kind === 'replace-object' ? null : form.leaveOutInspectors}
            changeObjects={(leaveOutObjects) => change({ leaveOutObjects })}
            changeInspectors={(leaveOutInspectors) => change({ leaveOutInspectors })}
          />
        </div>
        <div>
          <PlanSummary
            mode={form.mode}
            feasibility={feasibility}
            missing={missingOfAmendment(form)}
            kept={kept}
            action={action}
            numbered={opened?.number ?? null}
            begin={begin}
          />
          <RefusalNote sentence={scanProblem} />
        </div>
      </div>
    </div>
  )
}

/** Who leaves, and on which of his objects: all of them unless some are named. */
function InspectorChoice({
  form,
  inForce,
  change,
}: {
  readonly form: AmendmentForm
  readonly inForce: ResultInForce | null
  readonly change: (patch: Partial<AmendmentForm>) => void
}) {
  const people = new Map(
    (inForce?.objects ?? []).flatMap(({ inspectors }) => inspectors.map(({ id, name }) => [id, name])),
  )
  const his = (inForce?.objects ?? []).filter(({ inspectors }) =>
    inspectors.some(({ id }) => id === form.leaves),
  )
  return (
    <>
      <Field label="被更换的人员">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label="被更换的人员"
          value={form.leaves === '' ? null : form.leaves}
          options={[...people].map(([value, label]) => ({ value, label }))}
          onChange={(leaves: string) => change({ leaves, objects: [] })}
        />
      </Field>
      <Field label="涉及的对象" hint={`不选即其全部 ${his.length} 个`} wide>
        <Select
          mode="multiple"
          allowClear
          aria-label="涉及的对象"
          placeholder="其全部对象"
          maxTagCount="responsive"
          value={[...form.objects]}
          options={his.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(objects: string[]) => change({ objects })}
        />
      </Field>
    </>
  )
}
