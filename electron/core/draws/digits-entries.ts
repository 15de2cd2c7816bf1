import type { DrawSession } from '../../../shared/api/session.ts'
import { MIN_DIGITS_TOGETHER, readDigits } from '../../../shared/draw/ceremony.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { digitsSentence } from './session-input.ts'

type Frozen = Extract<DrawSession, { state: 'frozen' }>

/**
 * Takes down the digits of a witness, masked, or writes them anew (draw-spec section 3.3). Before the opening they
 * stand in their table and nowhere else; a correction after it is in the ledger. Runs in the caller's transaction.
 */
export function enterDigits(
  context: CoreContext,
  actor: string,
  session: Frozen,
  seat: number,
  typed: string,
): void {
  refuseConfirmed(session)
  const { number, attempt, opened } = session
  const witness = session.witnesses[seat - 1]
  if (witness === undefined)
    throw new RefusalError(
      'NOT_THIS_SEAT',
      `“${number}”没有第${seat}位见证人，共${session.witnesses.length}位。没有写入任何数据，已录入的数字保留。请核对席次后重试。`,
    )
  const read = readDigits(typed)
  if (!read.ok) throw new RefusalError('DIGITS_INVALID', digitsSentence(witness, read.problem))
  const { digits } = read
  const at = now(context)
  if (opened) record(context, actor, 'draw.digits-corrected', { attempt, digits, draw: number, seat }, at)
  const row = { draw: number, attempt, seat, digits, opened: opened ? 1 : 0, at, by: actor }
  context.database.draws.saveDigitsEntry(row)
}

/** Opens the digits of all witnesses together; none where one is missing or they are too few. */
export function openDigits(context: CoreContext, actor: string, session: Frozen): void {
  refuseConfirmed(session)
  const { number, attempt } = session
  const digits = allDigits(context, session)
  if (session.opened) return
  record(context, actor, 'draw.digits-opened', { attempt, digits, draw: number })
  context.database.draws.openDigitsEntries(number, attempt)
}

/** The opened digits in seat order, taken out of their table to be confirmed in the same transaction. */
export function takeDigits(context: CoreContext, session: Frozen): readonly string[] {
  refuseConfirmed(session)
  const { number, attempt, opened } = session
  const digits = allDigits(context, session)
  if (!opened)
    throw new RefusalError(
      'DIGITS_NOT_OPENED',
      '见证数字还没有一并打开、当众读回，不能确认。没有写入任何数据，已录入的数字保留。请先打开见证数字。',
    )
  context.database.draws.deleteDigitsEntries(number, attempt)
  return digits
}

/** Refuses with `WRONG_STATE` where digits were confirmed one by one already, on the command line. */
function refuseConfirmed({ number, contributed }: Frozen): void {
  if (contributed === 0) return
  throw new RefusalError(
    'WRONG_STATE',
    `“${number}”的见证数字已逐位确认了${contributed}位，不能改为一并打开。没有写入任何数据，已确认的数字保留。请继续逐位确认，或中止本次抽取。`,
  )
}

/** The digits of every seat. Refuses with `DIGITS_MISSING` or `DIGITS_TOO_FEW_TOGETHER`. */
function allDigits(context: CoreContext, { number, attempt, entries, witnesses }: Frozen): string[] {
  const missing = entries.filter((entry) => !entry.entered)
  if (missing.length > 0) {
    const names = missing.map(({ seat }) => witnesses[seat - 1]?.name ?? `第${seat}位`).join('、')
    throw new RefusalError(
      'DIGITS_MISSING',
      `还没有录入见证人${names}的数字。没有打开任何数字，已录入的数字保留。请录入后重试。`,
    )
  }
  const digits = context.database.draws.digitsEntries(number, attempt).map((entry) => entry.digits)
  const together = digits.join('').length
  if (together < MIN_DIGITS_TOGETHER)
    throw new RefusalError(
      'DIGITS_TOO_FEW_TOGETHER',
      `全部见证数字合计${together}位，不足${MIN_DIGITS_TOGETHER}位。没有写入任何数据，已录入的数字保留。请见证人提供更多位数字，重新录入。`,
    )
  return digits
}

/** Refuses with `WRONG_STATE` to confirm one by one what was handed over to be opened together. */
export function refuseEntered({ number, entries, contributed }: Frozen): void {
  if (entries.filter((entry) => entry.entered).length === contributed) return
  throw new RefusalError(
    'WRONG_STATE',
    `“${number}”的见证数字已录入，等待一并打开，不能逐位确认。没有写入任何数据，已录入的数字保留。请在操作台打开并确认。`,
  )
}
