import type { DrawPlan, PlanOf } from '../../../shared/api/draw-plan.ts'
import type { DrawMode } from '../../../shared/draw/manifest.ts'
import type { CoreContext } from '../context.ts'
import type { FreezeProblem } from '../draws/frozen-facts.ts'
import { departmentsOf, staffedPlan } from './people-rules.ts'

/** A match with what its draw says of the people, where it says nothing itself: 联合抽查 and 跨区域 go on. */
export function inheritingMatch(plan: PlanOf<'match'>, root: DrawPlan): PlanOf<'match'> {
  const said = staffedPlan(root)
  if (said === null) return plan
  const isOwn = plan.people.mode === 'own' && said.people.mode === 'cross-region'
  return { ...plan, joint: plan.joint ?? said.joint, people: isOwn ? said.people : plan.people }
}

const broken = (sentence: string): FreezeProblem => ({ code: 'RULE_BROKEN', sentence })

/** What a match may not change of its draw: who leads and takes part (S3 第十五条), and that people were sent directly. */
export function matchProblems(plan: PlanOf<'match'>, root: DrawPlan): readonly FreezeProblem[] {
  const said = staffedPlan(root)
  const found: FreezeProblem[] = []
  if (plan.people.mode === 'direct')
    found.push(broken('匹配检查人员须随机抽取，不能直接委派。请改为本单位或跨区域抽取。'))
  if (said === null) return found
  if (said.people.mode === 'direct')
    found.push(broken('所变更的抽取已直接委派人员，不再匹配。需要随机匹配的，请另行抽取。'))
  const { joint } = said
  if (joint === null || plan.joint === null) return found
  const wanted = departmentsOf(said)
  const given = new Set(departmentsOf(plan))
  if (plan.joint.initiator !== joint.initiator || wanted.some((name) => !given.has(name)))
    found.push(
      broken(
        `所变更的抽取是联合抽查，发起部门是“${joint.initiator}”，参与部门是${wanted.slice(1).join('、')}。匹配人员时不能改变，请改为一致。`,
      ),
    )
  return found
}

/**
 * People for what nobody witnessed are drawn officially only where the draw rests on an approved 实施方案: otherwise an
 * official paper would come of a draw that no approval carries.
 */
export function unapprovedAmendment(
  { database }: CoreContext,
  mode: DrawMode,
  root: { readonly number: string; readonly mode: DrawMode; readonly plan: DrawPlan },
): readonly FreezeProblem[] {
  if (mode !== 'official' || root.mode === 'official' || root.plan.kind !== 'draw') return []
  // A plan that was frozen before there were approvals has none.
  const scheme = root.plan.basis?.scheme ?? null
  if (scheme !== null && database.schemes.approval(scheme) !== null) return []
  return [
    {
      code: 'NOT_APPROVED',
      sentence: `“${root.number}”没有批准的实施方案，不能据以正式匹配或更换。请按未经现场见证办理，或凭批准的实施方案重新抽取。`,
    },
  ]
}
