import type { DrawProposal } from '../../../shared/api/draw-contract.ts'
import { jointSlots } from './people-form.ts'
import { formOfConditions, type PlanForm, type SlotForm, type StratumForm } from './plan-form.ts'

/**
 * What a plan line, or items outside any plan, propose under the 执行细则. A task's name that somebody wrote stays; what
 * `before` proposed does not.
 */
export function proposeFromRules(
  form: PlanForm,
  proposal: DrawProposal,
  before: Pick<DrawProposal, 'task' | 'documentNumber'> | null,
): Partial<PlanForm> {
  const named = form.taskName !== '' && form.taskName !== before?.task
  const numbered = form.documentNumber !== '' && form.documentNumber !== before?.documentNumber
  return {
    items: proposal.items,
    ...(named ? {} : { taskName: proposal.task }),
    ...(numbered ? {} : { documentNumber: proposal.documentNumber ?? '' }),
    conditions: formOfConditions(proposal.conditions),
    strata: proposal.strata.map(stratumOfProposal),
    setAside: [],
    joint: proposal.joint,
    slots: seatsOf(form, proposal),
  }
}

export function stratumOfProposal({
  id,
  name,
  conditions,
  ratio,
}: DrawProposal['strata'][number]): StratumForm {
  return {
    id,
    name,
    conditions: formOfConditions(conditions),
    by: 'ratio',
    ratio: ratio.replace('%', ''),
    number: '',
  }
}

/** Seats for everybody who takes part, and as many as the 执行细则 asks for. */
function seatsOf(form: PlanForm, { joint, group }: DrawProposal): readonly SlotForm[] {
  if (joint !== null) return jointSlots(joint, group.min)
  const seats: SlotForm[] = form.joint === null ? [...form.slots] : [{ role: 'L', department: '*' }]
  while (seats.length < group.min) seats.push({ role: seats.length === 0 ? 'L' : 'M', department: '*' })
  return seats
}
