import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import type { RefusalCode } from '../../../shared/api/refusals.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { inBrackets } from '../../../shared/rules/cited.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { CoreContext } from '../context.ts'
import { planLineApproved } from '../plans/plan-line-approved.ts'
import { departmentsOf } from './people-rules.ts'

/** What an official draw still needs, as a sentence with what to do. */
export interface Need {
  readonly code: Extract<RefusalCode, 'NOT_APPROVED' | 'OUTSIDE_THE_PLAN' | 'PLATFORM_NUMBER_MISSING'>
  readonly sentence: string
}

const notApproved = (why: string): Need => ({
  code: 'NOT_APPROVED',
  sentence: `没有批准的实施方案，只能作为演练：${why}`,
})
const outsideThePlan = (sentence: string): Need => ({ code: 'OUTSIDE_THE_PLAN', sentence })

/**
 * Everything that an official draw still needs besides its lists: a line of an approved plan or an allowed reason, an
 * approved 实施方案 with its scan, and what the 执行细则 says of a platform. Empty where nothing is missing, and for
 * what is no official draw.
 */
export function officialNeeds(
  context: CoreContext,
  preset: Preset,
  plan: PlanOf<'draw'>,
  today: string,
): readonly Need[] {
  if (plan.mode !== 'official') return []
  return [
    ...planNeeds(context, preset, plan, today),
    ...schemeNeeds(context, plan, today),
    ...platformNeeds(preset, plan),
  ]
}

/** Refuses a reason that the 执行细则 does not know; empty where there is none to refuse. */
export function outsideNeeds(preset: Preset, { basis }: Pick<PlanOf<'draw'>, 'basis'>): readonly Need[] {
  if (basis?.on !== 'outside') return []
  const { reasons, words, clause } = preset.outsidePlan
  if (reasons.some((allowed) => isSameReason(allowed.words, basis.reason))) return []
  const allowed =
    reasons.length === 0
      ? '按执行细则没有可以计划外抽取的事由，请先调整年度计划。'
      : `可以计划外抽取的事由只有：${reasons.map((reason) => `${reason.words}${inBrackets(reason.clause)}`).join('；')}。`
  return [
    outsideThePlan(
      `计划外抽取的理由“${basis.reason}”不在执行细则所列之内：${words}${inBrackets(clause)}。${allowed}`,
    ),
  ]
}

/** The reason as it is listed, alone or with particulars after it. */
function isSameReason(listed: string, given: string): boolean {
  return given === listed || given.startsWith(`${listed}：`) || given.startsWith(`${listed}（`)
}

function planNeeds(
  context: CoreContext,
  preset: Preset,
  plan: PlanOf<'draw'>,
  today: string,
): readonly Need[] {
  const { basis } = plan
  if (basis === null) return []
  if (basis.on === 'outside') return outsideNeeds(preset, plan)
  const { plans } = context.database
  const version = plans.get(basis.line)
  if (version === null || version.change === 'retired')
    return [outsideThePlan(`没有序号为“${basis.line}”的计划项，或它已停用。请在年度计划中重新选择计划项。`)]
  const line = version.row
  const called = `计划项“${line.number}”`
  const year = Number(today.slice(0, 4))
  if (line.year !== year)
    return [outsideThePlan(`${called}是${line.year}年度的，不能据以在${year}年抽取。请选择本年度的计划项。`)]
  const approval = planLineApproved(context, basis.line)
  return [
    ...(approval.approved ? [] : [outsideThePlan(`${approval.sentence}，或将性质改为演练。`)]),
    ...scopeNeeds(plan, line, called),
    ...jointNeeds(plan, line, called),
  ]
}

const bounds = [
  ['kinds', '对象种类'],
  ['businessCategories', '经营类别'],
  ['regions', '区域'],
] as const

/** A draw stays within the items and objects of its line; it may be narrower. */
function scopeNeeds(plan: PlanOf<'draw'>, line: PlanLine, called: string): readonly Need[] {
  const planned = [line.item, ...line.furtherItems]
  const others = plan.items.filter((item) => !planned.includes(item))
  const needs =
    others.length === 0
      ? []
      : [outsideThePlan(`${called}不包括事项“${others.join('、')}”。请去掉该事项，或先调整年度计划。`)]
  for (const [key, title] of bounds) {
    const bounded: readonly string[] = line[key]
    const drawn: readonly string[] = plan.conditions[key] ?? []
    if (bounded.length === 0 || (drawn.length > 0 && drawn.every((value) => bounded.includes(value))))
      continue
    needs.push(
      outsideThePlan(
        `${called}的${title}限于${bounded.join('、')}，本次的定向条件超出这一范围。请修改定向条件，或先调整年度计划。`,
      ),
    )
  }
  return needs
}

/**
 * A joint draw is held by the 发起部门 that the annual plan names (S3 第十五条), with the departments of the plan; who is
 * sent directly has no seat that a department could hold.
 */
function jointNeeds(plan: PlanOf<'draw'>, line: PlanLine, called: string): readonly Need[] {
  const { jointInitiator, jointDepartments } = line
  if (jointInitiator === null || plan.people.mode === 'direct') return []
  const taking = plan.joint === null ? [] : departmentsOf(plan)
  if (
    plan.joint?.initiator === jointInitiator &&
    jointDepartments.every((department) => taking.includes(department))
  )
    return []
  const others = jointDepartments.filter((department) => department !== jointInitiator)
  return [
    outsideThePlan(
      `${called}是联合抽查，发起部门是“${jointInitiator}”${others.length === 0 ? '' : `，参与部门是${others.join('、')}`}，本次与此不符。请改为一致，或先调整年度计划。`,
    ),
  ]
}

function schemeNeeds(
  { database }: CoreContext,
  { basis, items }: PlanOf<'draw'>,
  today: string,
): readonly Need[] {
  if (basis === null) return [notApproved('还没有选择计划项和实施方案。请选择，或将性质改为演练。')]
  const scheme = basis.scheme === null ? null : database.schemes.get(basis.scheme)
  if (scheme === null) return [notApproved('还没有选择实施方案。请选择已批准的实施方案，或将性质改为演练。')]
  const line: Serial | null = basis.on === 'line' ? basis.line : null
  if (scheme.line !== line)
    return [notApproved('所选的实施方案不是为这一计划项制定的。请另选，或将性质改为演练。')]
  const approval = database.schemes.approval(scheme.id)
  if (approval === null || database.papers.get(approval.paper) === null)
    return [
      notApproved(
        '所选的实施方案还没有登记负责人的批准及批准文件（国办发〔2024〕54号）。请先登记批准，或将性质改为演练。',
      ),
    ]
  if (approval.date > today)
    return [
      notApproved(
        `所选的实施方案批准日期是${approval.date}，晚于今天（${today}），不能先抽取后批准。请核对批准文件上的日期，或将性质改为演练。`,
      ),
    ]
  const covered = schemeItems(scheme.body)
  const others = items.filter((item) => !covered.includes(item))
  return others.length === 0
    ? []
    : [notApproved(`所批准的实施方案不包括事项“${others.join('、')}”。请去掉该事项，或另行报批。`)]
}

/** The items of a scheme's body, as they were stored. */
function schemeItems(body: unknown): readonly string[] {
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : []
  return Array.isArray(items) ? items : []
}

function platformNeeds({ platform }: Preset, plan: PlanOf<'draw'>): readonly Need[] {
  if (platform === null || plan.platform !== null) return []
  return [
    {
      code: 'PLATFORM_NUMBER_MISSING',
      sentence: `须填写${platform.name}的任务号，或在本程序抽取的书面依据${inBrackets(platform.clause)}。请填写，或将性质改为演练。`,
    },
  ]
}
