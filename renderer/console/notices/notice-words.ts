import type { Notice, NoticeKind } from '../../../shared/api/notice-contract.ts'
import type { DrawSession } from '../../../shared/api/session.ts'

/** What each notice is for, under its heading. */
export const noticePurposes = {
  before: '检查之前公示抽取的检查对象和检查人员；不能事前公开的，只公示理由。',
  result: '检查之后公示检查结果和处理情况。整改、处罚有了结果，再拟定一份，作第二次公示。',
} as const satisfies Record<NoticeKind, string>

/** Why nothing of a draw can be published now, told before anybody begins; `null` where the core is to say. */
export function whyNoNotice({
  mode,
  state,
  root,
}: Pick<DrawSession, 'mode' | 'state' | 'root'>): string | null {
  if (mode === 'rehearsal') return '本场是演练，不是正式抽取，不得公示。正式抽取以后，在那一场的文书里拟定。'
  if (mode === 'unwitnessed') return '本场未经现场见证，不是正式抽取，不得公示。'
  if (state === 'aborted') return '本次抽取已中止，没有可以公示的结果。'
  if (state === 'void') return '本次抽取结果已作废，不得公示。再次抽取并确认结果以后，在这里拟定。'
  // The notices of a match or a replacement are those of the draw that it amends.
  return root === null && state !== 'confirmed' ? '结果全部揭晓并确认以后，在这里拟定公示稿。' : null
}

/** How a notice stands, as a mark. */
export type NoticeStanding = 'none' | 'waiting' | 'changed' | 'confirmed' | 'outdated'

/** How the newest notice of a kind stands: what changed since is told of a draft and of a confirmed one alike. */
export function standingOf(notice: Notice | undefined): NoticeStanding {
  if (notice === undefined) return 'none'
  if (notice.confirmed === null) return notice.current ? 'waiting' : 'changed'
  return notice.current ? 'confirmed' : 'outdated'
}

export const standingMarks = {
  none: '还没有拟定',
  waiting: '待核对',
  changed: '内容有变化，须重新拟定',
  confirmed: '已核对存档',
  outdated: '已核对存档，此后内容有变化',
} as const satisfies Record<NoticeStanding, string>

/** The newest notice of a kind and those before it; `notices` come newest first. */
export function ofKind(
  notices: readonly Notice[],
  kind: NoticeKind,
): { readonly newest: Notice | undefined; readonly earlier: readonly Notice[] } {
  const [newest, ...earlier] = notices.filter((notice) => notice.kind === kind)
  return { newest, earlier }
}

/** A page in two: without its style element, and the style, which a page of ours may only adopt. */
export function splitStyle(html: string): { readonly page: string; readonly style: string } {
  const parts = /^([\s\S]*?)<style>([\s\S]*?)<\/style>([\s\S]*)$/.exec(html)
  if (parts === null) return { page: html, style: '' }
  return { page: `${parts[1]}${parts[3]}`, style: parts[2] ?? '' }
}
