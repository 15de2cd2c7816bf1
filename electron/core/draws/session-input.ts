import type { Draw } from '../../../db/draw-store.ts'
import { describeIssues } from '../../../shared/api/describe-issue.ts'
import { type DrawPlan, drawPlanSchema } from '../../../shared/api/draw-plan.ts'
import { type DigitsProblem, MIN_DIGITS_TOGETHER } from '../../../shared/draw/ceremony.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'

/** A plan as it may be stored. Refuses with `PLAN_INVALID`. */
export function readPlan(plan: unknown): DrawPlan {
  const parsed = drawPlanSchema.safeParse(plan)
  if (parsed.success) return parsed.data
  const problems = describeIssues(parsed.error.issues)
  throw new RefusalError('PLAN_INVALID', `摇号草案填写有误：${problems}。没有写入任何数据。请改正后重试。`)
}

/** Refuses an official draw whose operator, named or not, is one of its witnesses: before a number is taken. */
export function refuseOwnWitness(plan: DrawPlan, actor: string): void {
  const operator = plan.operator ?? actor
  if (plan.mode !== 'official' || plan.witnesses.every((w) => w.name !== operator)) return
  throw new RefusalError(
    'PLAN_INVALID',
    `见证人不能是操作人本人（${operator}）。没有取号，也没有写入任何数据。请改由其他人见证。`,
  )
}

/** Refuses with `PLAN_DIFFERENT_KIND` a plan that would make another draw of one that has its number. */
export function refuseOtherPlan(context: CoreContext, draw: Draw, plan: DrawPlan): void {
  const amended = plan.kind === 'draw' ? null : plan.amends
  const root = amended === null ? null : (context.database.draws.draw(amended)?.root ?? amended)
  if (plan.kind !== draw.kind || plan.mode !== draw.mode || root !== draw.root)
    throw new RefusalError(
      'PLAN_DIFFERENT_KIND',
      `“${draw.number}”已取号，不能改变种类、性质和所变更的抽取。没有写入任何数据。请改正后重试。`,
    )
}

/** Why digits do not count, in words. */
export const digitsProblemWords = {
  none: '没有提供数字',
  'not-digits': '提供的内容含有数字以外的字符',
  'too-few': '提供的数字不足6位',
  'too-many': '提供的数字超过64位',
} as const satisfies Record<DigitsProblem, string>

/** Why a witness's digits do not count, as a sentence. */
export function digitsSentence(
  witness: { readonly role: string; readonly name: string } | undefined,
  problem: DigitsProblem,
): string {
  return `见证人${witness?.name}（${witness?.role}）${digitsProblemWords[problem]}。没有写入任何数据，已确认的数字保留。请提供6至64位数字，全部见证人合计不少于${MIN_DIGITS_TOGETHER}位。`
}
