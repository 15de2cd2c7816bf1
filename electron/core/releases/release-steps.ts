import type { ReleaseState, ReleaseStep } from '../../../shared/api/release-contract.ts'

type Registered = readonly { readonly step: ReleaseStep }[]

/** How a version stands: its last step that says more than the one before; 公布 and 备案 can come in either order. */
export function stateOf(steps: Registered): Exclude<ReleaseState, 'none'> {
  const has = (step: ReleaseStep) => steps.some((one) => one.step === step)
  if (has('returned')) return 'returned'
  if (has('filed')) return 'filed'
  if (has('published')) return 'published'
  if (has('approved')) return 'approved'
  return has('reviewed') ? 'reviewed' : 'made'
}

/** Whether a version was approved (批准), whatever came after. */
export function isApproved(steps: Registered): boolean {
  return steps.some(({ step }) => step === 'approved')
}

/**
 * What can be registered next: 审核, then 批准, then 公布 and 备案/报送; 退回 only before 批准. What a later version has
 * replaced is no longer reviewed, and once a later one is approved no longer published.
 *
 * @param newest whether no later version was handed in
 * @param inForce whether no later version was approved
 */
export function nextSteps(steps: Registered, newest: boolean, inForce: boolean): readonly ReleaseStep[] {
  const state = stateOf(steps)
  if (state === 'returned') return []
  if (state === 'made') return newest ? ['reviewed', 'returned'] : []
  if (state === 'reviewed') return newest ? ['approved', 'returned'] : []
  if (!inForce) return []
  return steps.some(({ step }) => step === 'published') ? ['filed'] : ['published', 'filed']
}
