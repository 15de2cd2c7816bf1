import type { Page } from './page.ts'

/** Where blocks are put: the page in hand, how far down it is filled, and how to get another page. */
export interface Sheet {
  readonly left: number
  readonly width: number
  page(): Page
  /** Top of what is still free, points. */
  cursor(): number
  moveTo(y: number): void
  /** Upper and lower edge of the text area. */
  top(): number
  bottom(): number
  /** Whether nothing stands on the page yet. */
  empty(): boolean
  nextPage(): void
  /** Goes to the next page where this one, which something stands on, has less room than this. */
  need(height: number): void
}
