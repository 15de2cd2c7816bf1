import type { PeopleMode, PlanOf } from '../../../shared/api/draw-plan.ts'
import { required, shown } from './ceremony-form.ts'
import type { SlotForm } from './plan-form.ts'

/** Who comes into question (人员范围), every field of every mode kept while the form is open. */
export interface PeopleForm {
  readonly mode: PeopleMode['mode']
  readonly reason: string
  readonly origins: readonly ('下级单位' | '邻近区域')[]
  readonly inspectors: readonly string[]
}
export const ownPeople: PeopleForm = { mode: 'own', reason: '', origins: [], inspectors: [] }

/** 联合抽查: the 发起部门 and the departments that take part. */
export interface JointForm {
  readonly initiator: string
  readonly departments: readonly string[]
}

export function peopleOf({ mode, reason, origins, inspectors }: PeopleForm): PeopleMode {
  if (mode === 'own') return { mode }
  if (mode === 'cross-region') return { mode, reason: required(reason), origins: [...origins] }
  return { mode, reason: required(reason), inspectors: [...inspectors] }
}

export function formOfPeople(people: PeopleMode): PeopleForm {
  if (people.mode === 'own') return ownPeople
  const reason = shown(people.reason)
  return people.mode === 'cross-region'
    ? { mode: people.mode, reason, origins: people.origins, inspectors: [] }
    : { mode: people.mode, reason, origins: [], inspectors: people.inspectors }
}

export function jointOf(joint: JointForm | null): PlanOf<'draw'>['joint'] {
  return joint === null ? null : { initiator: required(joint.initiator), departments: [...joint.departments] }
}

export function formOfJoint(joint: PlanOf<'draw'>['joint']): JointForm | null {
  return joint === null ? null : { initiator: shown(joint.initiator), departments: joint.departments }
}

/** Everybody who takes part, the 发起部门 first. */
export function allDepartments({ initiator, departments }: JointForm): readonly string[] {
  return [...new Set([initiator, ...departments])].filter((name) => name !== '')
}

/**
 * Seats of a joint draw: the leader's belongs to the 发起部门 (S3 第十七条), every other department has one, and there
 * are `least` of them at least.
 */
export function jointSlots(joint: JointForm, least: number): readonly SlotForm[] {
  const [leader = '*', ...others] = allDepartments(joint)
  const slots: SlotForm[] = [
    { role: 'L', department: leader },
    ...others.map((department) => ({ role: 'M', department }) as const),
  ]
  while (slots.length < least) slots.push({ role: 'M', department: leader })
  return slots
}

/** Departments of a joint draw that have no seat. */
export function withoutSeat(joint: JointForm, slots: readonly SlotForm[]): readonly string[] {
  return allDepartments(joint).filter((name) => slots.every(({ department }) => department !== name))
}
