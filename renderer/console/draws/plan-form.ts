import type { Conditions, PlanOf } from '../../../shared/api/draw-plan.ts'
import {
  type BasisForm,
  basisOf,
  formOfBasis,
  formOfPlatform,
  newBasis,
  noPlatform,
  type PlatformForm,
  platformOf,
  type SetAsideForm,
  setAsideOf,
} from './basis-form.ts'
import { type CeremonyForm, ceremonyOf, clean, formOfCeremony, required, shown } from './ceremony-form.ts'
import {
  formOfJoint,
  formOfPeople,
  type JointForm,
  jointOf,
  ownPeople,
  type PeopleForm,
  peopleOf,
} from './people-form.ts'

/** 定向条件 as a form holds them: every list is there, an empty one asks for nothing. */
export type ConditionsForm = { readonly [K in keyof Required<Conditions>]: readonly string[] }
export const conditionKeys = [
  'kinds',
  'businessCategories',
  'regions',
  'departments',
  'creditGrades',
  'marks',
  'items',
] as const satisfies readonly (keyof Conditions)[]
export const noConditions: ConditionsForm = {
  kinds: [],
  businessCategories: [],
  regions: [],
  departments: [],
  creditGrades: [],
  marks: [],
  items: [],
}

/** A stratum (分层): how much of it is drawn stands as it is typed. */
export interface StratumForm {
  readonly id: string
  readonly name: string
  readonly conditions: ConditionsForm
  readonly by: 'ratio' | 'number'
  /** per cent, `12.5` */
  readonly ratio: string
  readonly number: string
}
export interface SlotForm {
  readonly role: 'L' | 'M'
  /** `*` for any */
  readonly department: string
}
/** 专业要求: objects of these 经营类别 are inspected by people of these 专业资格. */
export interface DomainForm {
  readonly id: string
  readonly name: string
  readonly businessCategories: readonly string[]
  readonly specialties: readonly string[]
}
export interface LeaveOutForm {
  readonly id: string
  readonly reason: string
}
/** How many teams, which seats, who may sit there: of a draw and of a match. */
export interface GroupsForm {
  readonly topology: 'none' | 'teams' | 'each'
  readonly teams: string
  readonly slots: readonly SlotForm[]
  readonly domains: readonly DomainForm[]
  readonly inspectorDepartments: readonly string[]
  readonly leaveOutInspectors: readonly LeaveOutForm[]
}

/** The form of a draw (摇号方案): what it shows is what is sent. */
export interface PlanForm extends CeremonyForm, GroupsForm {
  readonly basis: BasisForm
  readonly setAside: readonly SetAsideForm[]
  readonly platform: PlatformForm
  readonly people: PeopleForm
  readonly joint: JointForm | null
  readonly conditions: ConditionsForm
  readonly strata: readonly StratumForm[]
  readonly leaveOutObjects: readonly LeaveOutForm[]
}

/** What a new plan begins with: the office's venue and operator, and what the preset asks for. */
export interface Proposal {
  /** whether the 执行细则 keeps what is drawn secret until the visits */
  readonly confidential?: boolean
  readonly venue: string
  readonly operator: string
  readonly witnessRole: string
  /** how the preset pairs people and objects (S0 三（六）, S3 第十七条); left out, in teams */
  readonly topology?: 'teams' | 'each'
}

export function emptyStratum(id: string, name: string): StratumForm {
  return { id, name, conditions: noConditions, by: 'ratio', ratio: '5', number: '' }
}

/** A new plan: one stratum, people in teams of a leader and a member, one witness. A rehearsal rests on nothing. */
export function newPlanForm(proposal: Proposal, mode: 'official' | 'rehearsal' = 'official'): PlanForm {
  return {
    ...newCeremony(proposal),
    mode,
    basis: newBasis(mode),
    setAside: [],
    platform: noPlatform,
    people: ownPeople,
    joint: null,
    conditions: noConditions,
    strata: [emptyStratum('A', '全部对象')],
    topology: proposal.topology ?? 'teams',
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

export function newCeremony({ venue, operator, witnessRole, confidential = false }: Proposal): CeremonyForm {
  return {
    mode: 'official',
    confidential,
    taskName: '',
    documentNumber: '',
    items: [],
    venue,
    operator,
    host: '',
    recorder: '',
    supervisor: '',
    mediaNumber: '',
    witnesses: [{ role: witnessRole, name: '' }],
  }
}

/** The plan of a form, as the contract has it; whether it is one is for the contract's schema to say. */
export function planOf(form: PlanForm) {
  const { leaveOut, ...groups } = groupsOf(form, form.leaveOutObjects)
  return {
    kind: 'draw',
    ...ceremonyOf(form),
    ...groups,
    leaveOut,
    conditions: conditionsOf(form.conditions),
    strata: form.strata.map(stratumOf),
    topology: form.topology,
    basis: basisOf(form.basis),
    setAside: setAsideOf(form.setAside),
    platform: platformOf(form.platform),
    people: peopleOf(form.people),
    joint: jointOf(form.joint),
  } as const
}

function stratumOf(stratum: StratumForm) {
  const conditions = conditionsOf(stratum.conditions)
  return {
    id: clean(stratum.id),
    name: clean(stratum.name),
    ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
    ...(stratum.by === 'ratio'
      ? { ratio: `${clean(stratum.ratio)}%` }
      : { number: /^\d{1,9}$/.test(clean(stratum.number)) ? Number(clean(stratum.number)) : Number.NaN }),
  }
}

/** Groups as a plan has them: seats and teams only where they are drawn. */
export function groupsOf(form: GroupsForm, leaveOutObjects: readonly LeaveOutForm[]) {
  const teams = clean(form.teams)
  return {
    domains: form.domains.map((domain) => ({
      id: domain.id,
      name: clean(domain.name),
      businessCategories: [...domain.businessCategories],
      specialties: [...domain.specialties],
    })),
    ...(form.inspectorDepartments.length === 0
      ? {}
      : { inspectorDepartments: [...form.inspectorDepartments] }),
    leaveOut: { objects: leaveOutOf(leaveOutObjects), inspectors: leaveOutOf(form.leaveOutInspectors) },
    teams: form.topology !== 'teams' ? null : /^[1-9]\d{0,5}$/.test(teams) ? Number(teams) : Number.NaN,
    slots: form.topology === 'none' ? [] : form.slots.map(({ role, department }) => ({ role, department })),
  }
}

/** Who is left out by decision, as a form shows it. */
export function formOfLeaveOut(rows: readonly LeaveOutForm[]): readonly LeaveOutForm[] {
  return rows.map(({ id, reason }) => ({ id, reason: shown(reason) }))
}

/** Whether somebody is left out and nobody has said why. */
export function lacksReason(rows: readonly LeaveOutForm[]): boolean {
  return rows.some(({ reason }) => clean(reason) === '')
}

export function leaveOutOf(rows: readonly LeaveOutForm[]) {
  return rows.map(({ id, reason }) => ({ id, reason: required(reason) }))
}

function conditionsOf(form: ConditionsForm): { [K in keyof Conditions]?: string[] } {
  return Object.fromEntries(
    conditionKeys.filter((key) => form[key].length > 0).map((key) => [key, [...form[key]]]),
  )
}

/** The form that shows a plan. Of its seats none are kept where only objects are drawn. */
export function formOfPlan(plan: PlanOf<'draw'>): PlanForm {
  return {
    ...formOfCeremony(plan),
    ...formOfGroups(plan),
    basis: formOfBasis(plan.basis, plan.mode),
    setAside: plan.setAside,
    platform: formOfPlatform(plan.platform),
    people: formOfPeople(plan.people),
    joint: formOfJoint(plan.joint),
    conditions: formOfConditions(plan.conditions),
    strata: plan.strata.map(({ id, name, conditions, ratio, number }) => ({
      id,
      name,
      conditions: formOfConditions(conditions ?? {}),
      by: ratio === undefined ? 'number' : 'ratio',
      ratio: ratio?.slice(0, -1) ?? '',
      number: number === undefined ? '' : String(number),
    })),
    leaveOutObjects: formOfLeaveOut(plan.leaveOut.objects),
  }
}

export function formOfGroups(plan: PlanOf<'draw' | 'match'>): GroupsForm {
  return {
    topology: plan.topology,
    teams: plan.teams === null ? '' : String(plan.teams),
    slots: plan.slots,
    domains: plan.domains,
    inspectorDepartments: plan.inspectorDepartments ?? [],
    leaveOutInspectors: formOfLeaveOut(plan.leaveOut.inspectors),
  }
}

export function formOfConditions(conditions: Conditions): ConditionsForm {
  return { ...noConditions, ...conditions }
}
