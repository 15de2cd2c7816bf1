import type { RegisterName } from './columns.ts'
import { composeRow } from './compose-row.ts'
import {
  type Effect,
  type FieldValue,
  type Finding,
  leaveOut,
  type Question,
  type RegisterRows,
  type UndecidedRow,
} from './verdict.ts'

/** What became of an undecided row. */
export type Decision<Row> =
  | { readonly decision: 'row'; readonly line: number; readonly row: Row; readonly effect: Effect }
  | { readonly decision: 'left-out'; readonly line: number }
  /** Questions without an answer yet, as positions in `row.questions`. */
  | { readonly decision: 'open'; readonly line: number; readonly questions: readonly number[] }
  /** With these answers the row breaks a rule of the register. */
  | { readonly decision: 'refused'; readonly line: number; readonly findings: readonly Finding[] }

function answerValue(question: Question, answer: string): FieldValue {
  if (question.question === 'ratio') return Number(answer)
  if (answer === '是' || answer === '否') return answer === '是'
  return answer === '' ? null : answer
}

/**
 * Turns an undecided row into a row, or leaves it out.
 *
 * @param answers one for each of `row.questions`, in their order: the `value` of one of its options, `leaveOut`,
 *   or `null` while it is open
 * @throws RangeError when an answer is none of the question's options: a fault of the caller
 */
export function decide<R extends RegisterName>(
  register: R,
  row: UndecidedRow<RegisterRows[R]>,
  answers: readonly (string | null)[],
): Decision<RegisterRows[R]> {
  const { line, questions, draft } = row
  if (answers.includes(leaveOut)) return { decision: 'left-out', line }
  const values: Record<string, FieldValue> = { ...draft.values }
  let target = draft.target
  const open: number[] = []
  for (const [index, question] of questions.entries()) {
    const answer = answers[index] ?? null
    if (answer === null) {
      open.push(index)
      continue
    }
    if (!question.options.some((option) => option.value === answer)) {
      throw new RangeError(`第${line}行第${index + 1}个问题没有“${answer}”这个选项`)
    }
    switch (question.question) {
      case 'unknown-word': {
        const { field } = question
        if (!question.many) values[field] = answerValue(question, answer)
        else if (answer !== '') {
          const words = values[field]
          const list = Array.isArray(words) ? words : []
          values[field] = list.includes(answer) ? list : [...list, answer]
        }
        break
      }
      case 'ratio':
        values[question.field] = answerValue(question, answer)
        break
      case 'seconded':
        values.state = answer
        break
      case 'same-name':
        target = draft.candidates.find((candidate) => candidate.serial === answer) ?? null
        break
      case 'other-name':
      case 'repeated-name':
        break
    }
  }
  if (open.length > 0) return { decision: 'open', line, questions: open }
  const composed = composeRow(register, values, target)
  return composed.composed
    ? { decision: 'row', line, row: composed.row, effect: composed.effect }
    : { decision: 'refused', line, findings: composed.findings }
}
