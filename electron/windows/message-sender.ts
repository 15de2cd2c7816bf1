import type { Scope } from '../host/messages.ts'
import { scopeOf } from './addresses.ts'

/** What is looked at of the frame that a message came from. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** Whether a message is from the page of this scope itself, in its own window, and no frame within it. */
export function isFromPage(frame: SenderFrame | null, scope: Scope): boolean {
  return frame !== null && frame.parent === null && scopeOf(frame.url) === scope
}
