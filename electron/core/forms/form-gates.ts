import type { DrawSession } from '../../../shared/api/session.ts'
import type { FormDefinition, FormStage } from '../../../shared/forms/form-definition.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { noticeHindrance } from '../../../shared/forms/inspection-notice.ts'
import type { CoreContext } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { hiddenOf } from '../draws/shown-in-full.ts'
import { whyNoList } from './printed-lists.ts'

/** Where an inspection stands, as far as its papers ask. */
export interface Standing {
  readonly number: string
  /** the draw that a match or a replacement amends; `null` for a draw itself */
  readonly root: string | null
  readonly year: number
  readonly state: DrawSession['state']
  readonly attempt: number
  /** the draw of the chain whose outcome has not been shown in full */
  readonly hidden: string | null
}

/** Where a draw stands. Refuses with `DRAW_UNKNOWN`. */
export function standingOf(context: CoreContext, number: string): Standing {
  const { state, attempt, root } = readSession(context, number)
  const year = context.database.draws.draw(number)?.year ?? 0
  return { number, root, year, state, attempt, hidden: hiddenOf(context, number) }
}

/** Made of the draw as such, also of a match or a replacement; all other papers are the inspection's. */
const ofTheDraw: ReadonlySet<FormStage> = new Set(['抽取之前', '抽取'])

const overWords = '本次抽取已中止或作废，不再出具。'

/**
 * Why a form cannot be made now, in whole sentences; `null` where nothing is known to stand against it. Where the facts
 * have nothing to say, {@link nothingOfTheKind} tells why.
 */
export function whyNot(standing: Standing, facts: InspectionFacts, form: FormDefinition): string | null {
  const { number, root, state, hidden } = standing
  if (root !== null && !ofTheDraw.has(form.stage))
    return `“${number}”是对“${root}”的匹配或更换，检查文书在“${root}”下生成。`
  if (form.id === 'non-random-visit') return '本表不属于抽查，请在“非双随机检查”中逐条打印。'
  if (form.id === 'digit-slips' && (state === 'aborted' || state === 'void')) return overWords
  if (form.stage === '抽取之前') return null
  if (hidden !== null) return `“${hidden}”的结果还没有全部揭晓，请先完成揭晓。`
  // What was aborted or declared void is kept like any other draw.
  if (form.id === 'archive-catalogue' && (state === 'aborted' || state === 'void')) return null
  if (state === 'aborted') return '本次抽取已中止，没有结果。'
  if (facts.draw === null) return '还没有抽取结果。'
  if (state === 'void' && !ofTheDraw.has(form.stage)) return '本次抽取结果已作废，不据以检查。'
  return form.id === 'inspection-notice' ? noticeHindrance(facts) : null
}

/** Why a form has nothing to say of this draw. */
export function nothingOfTheKind(
  context: CoreContext,
  { year, state }: Standing,
  facts: InspectionFacts,
  { id, stage }: FormDefinition,
): string {
  if (id === 'freeze-slip' || id === 'digit-slips')
    return state === 'committed' ? '名单还没有锁定。' : overWords
  if (id === 'scheme') return '本次抽取没有实施方案。'
  if (stage === '公开' && facts.draw?.confidential === true) return '保密抽取，公布名单之前不公示。'
  const list = whyNoList(context, id, year)
  return list === null ? '本次抽取没有这项内容。' : `${list}。`
}
