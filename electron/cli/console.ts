import type { Refusal } from '../core/outcome.ts'

/** Exit codes of the command line: done, failed, refused. */
export const exits = { done: 0, failed: 1, refused: 2 } as const
export type Exit = (typeof exits)[keyof typeof exits]

/** What a command comes to: the answer for `--json`, and the same in words for a person. */
export interface Answer {
  readonly exit: Exit
  readonly json: Readonly<Record<string, unknown>>
  readonly text: string
  /** what must be known besides, on the error stream so that it is in nobody's table */
  readonly notice?: string | null
}

/** A refusal as an answer. */
export function refused(refusal: Refusal): Answer {
  return { exit: exits.refused, json: { error: refusal }, text: refusal.message }
}
