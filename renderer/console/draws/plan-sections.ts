import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import type { RefusalCode } from '../../../shared/api/refusals.ts'
import { clean } from './ceremony-form.ts'
import { withoutSeat } from './people-form.ts'
import { lacksReason, type PlanForm } from './plan-form.ts'

/** The sections of the wizard in their order; 就绪 is beside them. */
export const planSections = [
  'basis',
  'conditions',
  'strata',
  'people',
  'leaveOut',
  'approval',
  'presence',
] as const
export type PlanSection = (typeof planSections)[number]

export const sectionTitles = {
  basis: '计划项',
  conditions: '条件',
  strata: '分层',
  people: '人员',
  leaveOut: '不列入的',
  approval: '批准',
  presence: '在场人员',
} as const satisfies Record<PlanSection, string>

/** The place of a section on the page: its id and its number from 1. */
export function placeOf(section: PlanSection): { readonly id: string; readonly number: number } {
  return { id: `section-${section}`, number: planSections.indexOf(section) + 1 }
}

/** What stands in the way of a draw, and where it is mended. */
export interface Obstacle {
  readonly section: PlanSection
  readonly words: string
  /** the code under which the core says so */
  readonly code?: string | null
}

/**
 * What has still to be filled in before a number may be taken.
 *
 * @param outsideAllowed whether the 执行细则 allows a draw outside the plan for any reason
 */
export function missingOfPlan(form: PlanForm, outsideAllowed = true): Obstacle[] {
  const missing: Obstacle[] = []
  const lacks = (section: PlanSection, words: string, when: boolean) => {
    if (when) missing.push({ section, words })
  }
  const { basis, people, joint } = form
  lacks('basis', '选择计划项', basis.on === 'line' && basis.line === null)
  lacks('basis', '填写抽查事项', form.items.length === 0 && (basis.on !== 'line' || basis.line !== null))
  lacks(
    'basis',
    outsideAllowed ? '选择计划外抽查的理由' : '执行细则不允许计划外抽查，请先调整年度计划',
    basis.on === 'outside' && clean(basis.reason) === '',
  )
  lacks('basis', '填写任务名称', clean(form.taskName) === '')
  lacks('people', '填写直接委派的原因', people.mode === 'direct' && clean(people.reason) === '')
  lacks('people', '填写跨区域抽取的原因', people.mode === 'cross-region' && clean(people.reason) === '')
  if (joint !== null) {
    lacks('people', '填写发起部门', clean(joint.initiator) === '')
    const unseated = form.topology === 'none' ? [] : withoutSeat(joint, form.slots)
    lacks('people', `给${unseated.join('、')}安排席位`, unseated.length > 0)
  }
  const left = [...form.leaveOutObjects, ...form.leaveOutInspectors]
  lacks('leaveOut', '填写不列入的原因', lacksReason(left))
  lacks('presence', '填写地点', clean(form.venue) === '')
  for (const [index, { role, name }] of form.witnesses.entries()) {
    const which = form.witnesses.length === 1 ? '见证人' : `第${index + 1}位见证人`
    lacks('presence', `填写${which}的身份`, clean(role) === '')
    lacks('presence', `填写${which}的姓名`, clean(name) === '')
  }
  return missing
}

/** Where the cause of a refusal is mended. */
const sectionOfCode: { readonly [Code in RefusalCode]?: PlanSection } = {
  ITEM_NOT_CONFIRMED: 'basis',
  OUTSIDE_THE_PLAN: 'basis',
  NOT_APPROVED: 'approval',
  PLATFORM_NUMBER_MISSING: 'approval',
  NOT_ENOUGH_INSPECTORS: 'people',
  NOT_IN_THE_GROUP: 'people',
  NO_CANDIDATE: 'people',
  UNKNOWN_ID: 'leaveOut',
}

export function sectionOf(code: string | null): PlanSection {
  return Object.entries(sectionOfCode).find(([known]) => known === code)?.[1] ?? 'strata'
}

/** Rules about who inspects; all others are about what is inspected, and how much of it. */
const rulesOfPeople: ReadonlySet<string> = new Set([
  'assigned-excluded',
  'assigned-retired',
  'group-size',
  'joint-leader',
  'joint-seat',
])

/** The section in which a rule that is not kept is mended. */
export function sectionOfRule(code: string): PlanSection {
  if (rulesOfPeople.has(code)) return 'people'
  return code === 'item-not-included' ? 'basis' : 'strata'
}

/** A long sentence as the list beside the form has it: up to its first stop; the section says all of it. */
export function inShort(words: string): string {
  if (words.length <= 110) return words
  const [lead = words] = words.split(/[：；。]/u)
  return `${lead}，详见本节。`
}

/**
 * What the core says stands in the way: rules that are not kept, lists that could not be frozen, what an official
 * draw still needs. The same sentence is said once.
 */
export function obstaclesOfPreview(
  rules: DrawPreview['rules'],
  problem: { readonly code: string | null; readonly sentence: string } | null,
): Obstacle[] {
  const found = [
    ...(rules?.problems ?? []).map(({ code, sentence }) => ({
      section: sectionOfRule(code),
      words: sentence,
    })),
    ...(rules?.needs ?? []).map(({ code, sentence }) => ({
      section: sectionOf(code),
      words: sentence,
      code,
    })),
    ...(problem === null
      ? []
      : [{ section: sectionOf(problem.code), words: problem.sentence, code: problem.code }]),
  ]
  return found.filter(({ words }, index) => found.findIndex((other) => other.words === words) === index)
}
