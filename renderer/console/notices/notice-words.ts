import type { Notice, NoticeKind } from '../../../shared/api/notice-contract.ts'

/** What each notice is for, under its heading. */
export const noticePurposes = {
  before: '检查之前公示抽取的检查对象和检查人员；不能事前公开的，只公示理由。',
  result: '检查之后公示检查结果和处理情况。整改、处罚有了结果，再拟定一份，作第二次公示。',
} as const satisfies Record<NoticeKind, string>

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

/** Two names that are one person's to the core; the page only tells it early. */
export function isSameName(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  return folded(one) === folded(other)
}
