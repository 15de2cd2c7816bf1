import type { NoticeKind } from '../../../shared/api/notice-contract.ts'
import { beforeNotice } from '../../../shared/forms/before-notice.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { resultNotice } from '../../../shared/forms/result-notice.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { hiddenOf } from '../draws/shown-in-full.ts'
import { heldFixed, readInspectionFacts } from '../forms/inspection-facts.ts'
import { RefusalError } from '../outcome.ts'
import type { StoredNotice } from './notice-body.ts'

/** Which notice is composed, of the draw at the root of its chain. */
export interface NoticeOrder {
  readonly root: string
  readonly kind: NoticeKind
  /** its day where none was entered (公示日期) */
  readonly today: string
}

/**
 * A notice of the facts as they are now. Refuses with `DRAW_UNKNOWN`, `OFFICE_NOT_SET`; with `NOTICE_NOT_LAWFUL` what
 * was no official draw or is void; with `NOT_DRAWN_YET` before the outcome is confirmed; with `CONFIDENTIAL` names that
 * are secret; with `FORM_NOT_READY` results where none was entered.
 */
export function composeNotice(context: CoreContext, order: NoticeOrder): StoredNotice {
  const { root } = order
  return composeFrom(publishedFacts(context, root), order)
}

/** What notices of a draw are composed of, read once for several of them. Refuses as {@link composeNotice} does. */
export function publishedFacts(context: CoreContext, root: string): InspectionFacts {
  requireOffice(context)
  refuseStanding(context, root)
  return heldFixed(readInspectionFacts(context, root))
}

/** A notice of facts that were read. Refuses with `CONFIDENTIAL` or `FORM_NOT_READY`. */
export function composeFrom(facts: InspectionFacts, { root, kind, today }: NoticeOrder): StoredNotice {
  return kind === 'before' ? composeBefore(facts, root, today) : composeResult(facts, root, today)
}

/** Nothing but the confirmed outcome of an official draw is published. */
function refuseStanding(context: CoreContext, number: string): void {
  const session = readSession(context, number)
  if (session.mode !== 'official')
    throw new RefusalError(
      'NOTICE_NOT_LAWFUL',
      `“${number}”${session.mode === 'rehearsal' ? '是演练' : '未经现场见证'}，不是正式抽取，不得公示。没有写入任何数据。请在正式抽取后拟定公示稿。`,
    )
  if (session.state === 'void')
    throw new RefusalError(
      'NOTICE_NOT_LAWFUL',
      `“${number}”的抽取结果已作废，不得公示。没有写入任何数据。请再次抽取并确认结果后，拟定公示稿。`,
    )
  const hidden = hiddenOf(context, number)
  if (session.state !== 'confirmed' || hidden !== null)
    throw new RefusalError(
      'NOT_DRAWN_YET',
      `“${hidden ?? number}”还没有确认结果，不能拟定公示稿。没有写入任何数据。请先确认抽取结果。`,
    )
}

function composeBefore(facts: InspectionFacts, number: string, today: string): StoredNotice {
  const day = facts.entry.beforeNoticeOn ?? today
  const paper = beforeNotice(facts, day)
  if (paper === null)
    throw new RefusalError(
      'CONFIDENTIAL',
      `“${number}”是保密抽取，名单还没有公布，不能公示检查对象和检查人员。没有写入任何数据。请在文书要素中填写“不能事前公开的理由”，公示稿只写明理由；或者在检查实施后公布名单，再拟定公示稿。`,
    )
  return { day, paper }
}

function composeResult(facts: InspectionFacts, number: string, today: string): StoredNotice {
  const day = facts.entry.resultNoticeOn ?? today
  const paper = resultNotice(facts, day)
  if (paper === null)
    throw new RefusalError(
      'CONFIDENTIAL',
      `“${number}”是保密抽取，名单还没有公布，不能公示检查结果。没有写入任何数据。请在检查实施后公布名单，再拟定公示稿。`,
    )
  if (facts.visits.every(({ entry }) => entry.result === null))
    throw new RefusalError(
      'FORM_NOT_READY',
      `“${number}”还没有填写任何检查结果，不能拟定结果公示稿。没有写入任何数据。请先在检查情况中填写检查结果。`,
    )
  return { day, paper }
}
