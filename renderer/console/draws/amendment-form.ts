import type { DrawPlan, PlanOf } from '../../../shared/api/draw-plan.ts'
import {
  type CeremonyForm,
  ceremonyOf,
  clean,
  formOfCeremony,
  missingOfCeremony,
  optional,
  required,
  shown,
} from './ceremony-form.ts'
import {
  formOfGroups,
  formOfLeaveOut,
  type GroupsForm,
  groupsOf,
  type LeaveOutForm,
  lacksReason,
  leaveOutOf,
  newCeremony,
  type Proposal,
} from './plan-form.ts'

/** What changes the outcome of a draw by a small draw of its own: 匹配人员, 更换人员, 更换对象. */
export const amendmentKinds = ['match', 'replace-inspector', 'replace-object'] as const
export type AmendmentKind = (typeof amendmentKinds)[number]

export const amendmentTitles = {
  match: '匹配人员',
  'replace-inspector': '更换人员',
  'replace-object': '更换对象',
} as const satisfies Record<AmendmentKind, string>

/** The form of an amendment, one for all three: a kind does not send what it does not have. */
export interface AmendmentForm extends CeremonyForm, GroupsForm {
  readonly kind: AmendmentKind
  readonly amends: string
  readonly reason: string
  readonly approver: string
  readonly approvalNumber: string
  /** the person or the object that leaves; `''` for a match */
  readonly leaves: string
  /** the objects that are meant; empty for all of them */
  readonly objects: readonly string[]
  readonly leaveOutObjects: readonly LeaveOutForm[]
}

/** The draw that is amended, as far as its amendment proposes the same again. */
export interface Amended {
  readonly newest: string
  readonly mode: DrawPlan['mode']
  readonly task: string
  readonly items: readonly string[]
  readonly venue: string
}

export function newAmendmentForm(
  kind: AmendmentKind,
  amended: Amended,
  proposal: Proposal,
  leaves = '',
): AmendmentForm {
  return {
    ...newCeremony(proposal),
    kind,
    mode: amended.mode,
    // What is amended decides it for the whole chain.
    confidential: false,
    taskName: `${amended.task}（${amendmentTitles[kind]}）`,
    items: amended.items,
    venue: amended.venue,
    amends: amended.newest,
    reason: kind === 'match' ? '为已抽取的对象匹配检查人员' : '',
    approver: '',
    approvalNumber: '',
    leaves,
    objects: [],
    topology: 'each',
    teams: '2',
    slots: [
      { role: 'L', department: '*' },
      { role: 'M', department: '*' },
    ],
    domains: [],
    inspectorDepartments: [],
    leaveOutObjects: [],
    leaveOutInspectors: [],
  }
}

export function amendmentPlanOf(form: AmendmentForm) {
  const amendment = {
    ...ceremonyOf(form),
    amends: form.amends,
    reason: required(form.reason),
    approver: required(form.approver),
    approvalNumber: optional(form.approvalNumber),
  }
  const objects = form.objects.length === 0 ? {} : { objects: [...form.objects] }
  if (form.kind === 'match')
    return {
      kind: 'match',
      ...amendment,
      ...groupsOf(form, []),
      topology: form.topology,
      ...objects,
    } as const
  if (form.kind === 'replace-inspector')
    return {
      kind: 'replace-inspector',
      ...amendment,
      inspector: form.leaves,
      ...objects,
      leaveOut: { objects: [], inspectors: leaveOutOf(form.leaveOutInspectors) },
    } as const
  return {
    kind: 'replace-object',
    ...amendment,
    object: form.leaves,
    leaveOut: { objects: leaveOutOf(form.leaveOutObjects), inspectors: [] },
  } as const
}

export function formOfAmendment(plan: PlanOf<AmendmentKind>): AmendmentForm {
  const none = { topology: 'each', teams: '', slots: [], domains: [], inspectorDepartments: [] } as const
  return {
    ...formOfCeremony(plan),
    kind: plan.kind,
    amends: plan.amends,
    reason: shown(plan.reason),
    approver: shown(plan.approver),
    approvalNumber: plan.approvalNumber ?? '',
    leaves: plan.kind === 'match' ? '' : plan.kind === 'replace-inspector' ? plan.inspector : plan.object,
    objects: plan.kind === 'replace-object' ? [] : (plan.objects ?? []),
    ...(plan.kind === 'match'
      ? formOfGroups(plan)
      : { ...none, leaveOutInspectors: formOfLeaveOut(plan.leaveOut.inspectors) }),
    leaveOutObjects: formOfLeaveOut(plan.leaveOut.objects),
  }
}

export function missingOfAmendment(form: AmendmentForm): string[] {
  const missing = missingOfCeremony(form)
  if (clean(form.reason) === '') missing.push('原因')
  if (clean(form.approver) === '') missing.push('批准人')
  if (form.kind !== 'match' && form.leaves === '')
    missing.push(form.kind === 'replace-object' ? '被更换的对象' : '被更换的人员')
  if (lacksReason([...form.leaveOutObjects, ...form.leaveOutInspectors])) missing.push('不列入的原因')
  return missing
}
