import { serialSchema } from '../../../shared/registry/office.ts'
import type { RowVerdict, UndecidedRow } from '../../../shared/registry/verdict.ts'
import type { ImportDecision } from '../import/imports.ts'

/** What was decided about a line of a file, for whoever watches. */
export interface ClerkDecision {
  readonly line: number
  readonly reason: string
  /** the answer in words */
  readonly answer: string
}

/**
 * Decides what waits for a decision (待确认) in a report of the sample county as a clerk would: what is probably
 * meant, and never the same row of the register for two lines.
 */
export function decideAsClerk(
  rows: readonly RowVerdict<unknown>[],
  say: (decision: ClerkDecision) => void = () => {},
): ImportDecision {
  const answers: Record<number, (string | null)[]> = {}
  const taken = new Set<string>()
  for (const row of rows) if (row.verdict === 'undecided') answers[row.line] = answersFor(row, taken, say)
  return { answers }
}

function answersFor(
  row: UndecidedRow<unknown>,
  taken: Set<string>,
  say: (decision: ClerkDecision) => void,
): (string | null)[] {
  return row.questions.map((question) => {
    const free = question.options.filter((option) => !taken.has(option.value))
    const answer = free.find((option) => option.value === question.suggestion) ?? free[0]
    if (answer !== undefined && serialSchema.safeParse(answer.value).success) taken.add(answer.value)
    say({ line: row.line, reason: question.reason, answer: answer?.label ?? '不导入' })
    return answer?.value ?? null
  })
}
