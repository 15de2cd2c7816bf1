import type { DrawPlan, PlanOf } from '../../../shared/api/draw-plan.ts'
import type { GroundFacts } from '../../../shared/forms/draw-facts.ts'
import { cited, inBrackets } from '../../../shared/rules/cited.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { CoreContext } from '../context.ts'
import type { Assigned } from '../rules/direct-assignment.ts'
import { departmentsOf, staffedPlan } from '../rules/people-rules.ts'
import { approvedPlan, drawsOfScheme } from '../rules/plan-in-force.ts'

const ground = (title: string, text: string): GroundFacts => ({ title, text })

/** What the assembling of a draw found out, to be told on paper. */
interface Told {
  /** people who are sent without a draw */
  readonly assigned: readonly Assigned[]
  /** the sentences that bound the numbers drawn */
  readonly bounds: readonly string[]
  /** rules that are set aside, each with its reason */
  readonly setAside: readonly string[]
}

/** What a draw rests on (依据), in the words that every paper of it prints. */
export function groundsOf(
  context: CoreContext,
  preset: Preset,
  plan: PlanOf<'draw'>,
  { assigned, bounds, setAside }: Told,
): readonly GroundFacts[] {
  return [
    ground('执行细则', preset.title),
    ...planGrounds(context, preset, plan),
    ...schemeGrounds(context, plan),
    ...platformGrounds(preset, plan),
    ...peopleGrounds(preset, plan, assigned),
    ...mergeGrounds(preset, plan),
    ...bounds.map((sentence) => ground('比例上下限', sentence)),
    ...setAside.map((sentence) => ground('说明', sentence)),
  ]
}

/** Several items are done in one visit of each object (S0 三（七）, S3 第二十条, S4 （五）). */
function mergeGrounds({ merge }: Preset, { basis, items }: PlanOf<'draw'>): GroundFacts[] {
  if (basis === null || items.length < 2) return []
  const clause = inBrackets(merge?.clause ?? null)
  return [ground('合并检查', `${items.length}个事项，同一对象一次检查完成${clause}`)]
}

function planGrounds(context: CoreContext, preset: Preset, { basis }: PlanOf<'draw'>): GroundFacts[] {
  if (basis === null) return []
  if (basis.on === 'outside') {
    const listed = preset.outsidePlan.reasons.find(({ words }) => basis.reason.startsWith(words))
    return [ground('计划外抽查', `理由：${basis.reason}${inBrackets(listed?.clause ?? null)}`)]
  }
  const line = context.database.plans.get(basis.line)?.row
  if (line === undefined) return []
  const approved = approvedPlan(context, line.year)
  const approval = approved === null ? '没有登记批准' : `${approved.documentNumber ?? approved.date}批准`
  return [ground('年度计划', `${line.year}年度计划${line.number}（${approval}）`)]
}

function schemeGrounds(context: CoreContext, { basis }: PlanOf<'draw'>): GroundFacts[] {
  const { database } = context
  const approval = basis === null || basis.scheme === null ? null : database.schemes.approval(basis.scheme)
  if (approval === null) return []
  const { number, name, date } = approval
  const earlier = drawsOfScheme(context, approval.scheme)
  // S2 第九条: a scheme is made before the draw. That it served before is said wherever it is named.
  const again = earlier.length === 0 ? '' : `；此前已据以抽取：${earlier.join('、')}`
  return [ground('实施方案批准', `${number}，${name}，${date}${again}`)]
}

function platformGrounds({ platform }: Preset, plan: PlanOf<'draw'>): GroundFacts[] {
  if (plan.platform === null) return []
  const { number, ground: written } = plan.platform
  const name = platform?.name ?? '省平台'
  return [
    number === null
      ? ground('省平台', `未在${name}抽取，依据：${written}${inBrackets(platform?.clause ?? null)}`)
      : ground('省平台任务号', `${number}（${name}）`),
  ]
}

/** 联合抽查, 跨区域 and 直接委派, as every paper of the draw prints them. */
export function peopleGrounds(
  preset: Preset,
  plan: DrawPlan,
  assigned: readonly Assigned[] = [],
): readonly GroundFacts[] {
  const staffed = staffedPlan(plan)
  if (staffed === null) return []
  const { people, joint } = staffed
  const found: GroundFacts[] = []
  if (joint !== null) {
    const others = departmentsOf(staffed).filter((name) => name !== joint.initiator)
    found.push(
      ground(
        '联合抽查',
        `发起部门：${joint.initiator}${others.length === 0 ? '' : `；参与部门：${others.join('、')}`}`,
      ),
    )
  }
  if (people.mode === 'cross-region') {
    const clause = preset.crossRegion === null ? '' : `；${cited(preset.crossRegion)}`
    found.push(
      ground('人员来源', `跨区域：含${people.origins.join('、')}人员（原因：${people.reason}${clause}）`),
    )
  }
  if (people.mode === 'direct')
    found.push(
      ground(
        '人员来源',
        `直接委派（原因：${people.reason}）：${assigned.map(personWords).join('、')}。以上人员未经随机抽取`,
      ),
    )
  return found
}

function personWords({ name, department, certificate }: Assigned): string {
  return `${name}（${department === null ? '' : `${department}，`}执法证号${certificate ?? '不详'}）`
}
