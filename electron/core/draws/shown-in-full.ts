import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { readSession } from './session.ts'

/** The draw of a chain whose sealed outcome has not been shown in full, or `null`. */
export function hiddenOf(context: CoreContext, number: string): string | null {
  const { draws } = context.database
  const rootNumber = draws.draw(number)?.root ?? number
  const numbers = draws.chain(rootNumber).map((draw) => draw.number)
  return numbers.find((one) => readSession(context, one).state === 'drawn') ?? null
}

/**
 * Refuses with `DRAW_NOT_STANDING` to amend what nobody has seen: the lists of a match or a replacement would tell
 * the outcome before it is shown.
 */
export function refuseAmendingHidden(context: CoreContext, number: string): void {
  const hidden = hiddenOf(context, number)
  if (hidden === null) return
  throw new RefusalError(
    'DRAW_NOT_STANDING',
    `“${hidden}”的结果还没有全部揭晓，不能匹配或更换。没有写入任何数据。请先完成揭晓。`,
  )
}

/**
 * Refuses with `NOT_DRAWN_YET` papers that would tell an outcome before it is shown: its own, or that of a later
 * replacement, which the forms of the draw name.
 */
export function refusePapersOfHidden(context: CoreContext, number: string): void {
  const hidden = hiddenOf(context, number)
  if (hidden === null) return
  throw new RefusalError(
    'NOT_DRAWN_YET',
    `“${hidden}”的结果还没有全部揭晓，不能生成文书。没有写入任何文件。请先完成揭晓。`,
  )
}
