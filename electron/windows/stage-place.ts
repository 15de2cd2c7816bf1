import type { ShellState } from '../../shared/api/shell-contract.ts'
import { arrangement, type DisplaySeen, stageDisplay } from './displays.ts'

/** Where the stage (大屏) is. `parked`: its display was unplugged; its page goes on, unseen, until it is back. */
export type StagePlace =
  | { readonly at: 'closed' }
  | { readonly at: 'second-display'; readonly display: number }
  | { readonly at: 'same-display' }
  | { readonly at: 'parked'; readonly display: number }

/** What happens to the stage. */
export type StageEvent = 'open' | 'close' | 'displays-changed'

/** The stage, and what the operator is told of it. */
export interface StageState {
  readonly place: StagePlace
  readonly notice: string | null
}

/** What is there to stand on. */
export interface Desktop {
  readonly displays: readonly DisplaySeen[]
  /** the display that the console is on */
  readonly console: DisplaySeen
}

export const stageClosed: StageState = { place: { at: 'closed' }, notice: null }

/** What the operator reads. */
export const stageNotices = {
  unplugged:
    '大屏所在的显示器已断开，大屏已收起，场次和已封存的结果没有受影响。重新接上后大屏会自动恢复；也可以点“打开大屏”，在本机显示。',
  mirrored:
    '显示器改成了复制模式，大屏已收起，场次没有受影响。请把显示器改为扩展模式；也可以点“打开大屏”，在本机显示。',
  back: '显示器已接上，大屏已恢复，显示的是当前画面。',
  moved: '已接上另一台显示器，大屏已移到那里。',
} as const

/**
 * Where the stage goes. It fills a display of its own and never the one that the console is on: unplugging parks it,
 * plugging in puts it back. Asked for where there is no other display, it is a window like any other.
 */
export function nextStage(state: StageState, event: StageEvent, desktop: Desktop): StageState {
  const { place } = state
  if (event === 'close') return stageClosed
  const last = place.at === 'second-display' || place.at === 'parked' ? place.display : null
  const free = stageDisplay(desktop.displays, desktop.console, last)
  if (event === 'open')
    return { place: free === null ? { at: 'same-display' } : onDisplay(free), notice: null }
  if (place.at === 'closed') return state
  if (free !== null) return { place: onDisplay(free), notice: noticeOfDisplay(state, free) }
  if (place.at !== 'second-display') return state
  const isMirrored = arrangement(desktop.displays) === 'mirrored'
  return {
    place: { at: 'parked', display: place.display },
    notice: isMirrored ? stageNotices.mirrored : stageNotices.unplugged,
  }
}

function onDisplay({ id }: DisplaySeen): StagePlace {
  return { at: 'second-display', display: id }
}

function noticeOfDisplay({ place, notice }: StageState, free: DisplaySeen): string | null {
  if (place.at === 'parked') return stageNotices.back
  if (place.at === 'same-display') return stageNotices.moved
  return place.at === 'second-display' && place.display !== free.id ? stageNotices.moved : notice
}

/** The place as windows are told of it: parked, it is not to be seen. */
export function toldPlace({ at }: StagePlace): ShellState['stage'] {
  return at === 'parked' ? 'closed' : at
}
