import type { Disclosure, DrawSession } from '../../../shared/api/session.ts'
import { sessionStateWords } from '../../../shared/api/session.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { readSession } from './session.ts'

/** From which day names are public, and why from then. */
export type DiscloseOrder = Pick<Disclosure, 'date' | 'reason'>

/**
 * Discloses the names of the chain of a confidential draw (公布名单), in the caller's transaction. Refuses with
 * `DRAW_UNKNOWN`; with `WRONG_STATE` where nothing is secret (any more) or the outcome is not confirmed; with
 * `DATE_IMPOSSIBLE` a day before the draw or after today.
 */
export function discloseChain(
  context: CoreContext,
  actor: string,
  number: string,
  { date, reason }: DiscloseOrder,
): void {
  const { root } = readSession(context, number)
  const session = readSession(context, root ?? number)
  refuseNeedless(session)
  if (session.state !== 'confirmed')
    throw new RefusalError(
      'WRONG_STATE',
      `“${session.number}”第${session.attempt}次抽取${sessionStateWords[session.state]}，不能公布名单。没有写入任何数据，名称仍然保密。请先确认抽取结果，检查实施后再公布。`,
    )
  const at = now(context)
  refuseDate(date, session.drawnAt.slice(0, 10), at.slice(0, 10))
  record(
    context,
    actor,
    'draw.disclosed',
    { attempt: session.attempt, date, draw: session.number, reason },
    at,
  )
}

function refuseNeedless({ number, confidential }: DrawSession): void {
  if (confidential === null)
    throw new RefusalError(
      'WRONG_STATE',
      `“${number}”没有保密，名称一直是公开的，不必公布名单。没有写入任何数据。`,
    )
  if (confidential.disclosed !== null)
    throw new RefusalError(
      'WRONG_STATE',
      `“${number}”的名单已经公布（${confidential.disclosed.date}）。没有写入任何数据。可以直接生成校验包。`,
    )
}

function refuseDate(date: string, drawn: string, today: string): void {
  if (date < drawn)
    throw new RefusalError(
      'DATE_IMPOSSIBLE',
      `公布日期${date}早于抽取日期${drawn}。没有写入任何数据，名称仍然保密。请核对日期。`,
    )
  if (date > today)
    throw new RefusalError(
      'DATE_IMPOSSIBLE',
      `公布日期${date}晚于今天（${today}）。没有写入任何数据，名称仍然保密。请到公布之日再办理。`,
    )
}
