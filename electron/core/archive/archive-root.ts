import type { CoreContext } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { refusePapersOfHidden } from '../draws/shown-in-full.ts'
import { RefusalError } from '../outcome.ts'

/**
 * The draw at the root of a chain: one inspection has one archive. Refuses with `DRAW_UNKNOWN`, and with
 * `NOT_DRAWN_YET` while the draw is still being held: what is not over cannot be filed. What was aborted or declared
 * void has its file like any other.
 */
export function archiveRoot(context: CoreContext, number: string): string {
  const root = context.database.draws.draw(number)?.root ?? number
  const { state } = readSession(context, root)
  refusePapersOfHidden(context, root)
  if (state === 'committed' || state === 'frozen')
    throw new RefusalError(
      'NOT_DRAWN_YET',
      `“${root}”还在进行，没有抽取结果，不能整理档案。没有写入任何文件。请在抽取完成（或中止）以后再整理。`,
    )
  return root
}
