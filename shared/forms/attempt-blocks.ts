import type { DrawFacts, EarlierAttemptFacts } from './draw-facts.ts'
import type { FormBlock, FormText, TableBlock, TextPiece } from './form-model.ts'
import { codePiece } from './form-model.ts'
import { cells, labels, sectionRow } from './form-parts.ts'
import { timeInWords } from './form-words.ts'
import { teamTable } from './group-table.ts'
import { resultTable } from './result-table.ts'

/** 历次中止与作废: every earlier attempt of this number, a void outcome in full. Printed also where there is none. */
export function attemptBlocks(facts: DrawFacts, section: string): FormBlock[] {
  const summary: TableBlock = {
    kind: 'table',
    columns: [{ width: 18, align: 'center' }, { width: 44 }, { width: 38 }, { width: 56 }],
    header: [
      sectionRow(section, 4),
      labels(['次数', '中止（作废）理由', '批准人、监督人', '决定文号、时间']),
    ],
    rows: facts.earlierAttempts.flatMap((attempt) => [
      cells([
        `第${attempt.attempt}次\n${attempt.outcome === 'void' ? '作废' : '中止'}`,
        attempt.reason,
        `批准：${attempt.approver}\n监督：${attempt.supervisor}`,
        `${decisionWords(attempt)}\n${timeInWords(attempt.at)}`,
      ]),
      { cells: [{ text: codesOf(attempt), colSpan: 4 }] },
    ]),
    empty: '没有中止，没有作废',
  }
  return [summary, ...facts.earlierAttempts.flatMap(voidOutcome)]
}

function decisionWords({ outcome, decision }: EarlierAttemptFacts): string {
  if (outcome === 'aborted') return '（中止，尚无结果）'
  return `决定文号：${decision ?? ''}`
}

function codesOf(attempt: EarlierAttemptFacts): FormText {
  const pieces: TextPiece[] = [{ text: '该次记录的校验码 ' }, codePiece(attempt.digest)]
  const named = [
    ['名单校验码 F ', attempt.freeze],
    ['承诺码 C ', attempt.commit],
    ['秘密数 S ', attempt.secret],
    ['作废结果的 D ', attempt.result],
  ] as const
  for (const [name, value] of named) {
    if (value !== null) pieces.push({ text: `\n${name}` }, codePiece(value))
  }
  if (attempt.freeze === null) pieces.push({ text: '\n中止时名单尚未锁定' })
  for (const { seat, digits } of attempt.contributions) {
    pieces.push({ text: `\n第${seat}席已报数字 ` }, codePiece(digits, 4))
  }
  return pieces
}

function voidOutcome(attempt: EarlierAttemptFacts): FormBlock[] {
  if (attempt.outcome !== 'void') return []
  const name = `第${attempt.attempt}次抽取的结果（已作废）`
  const people = attempt.voidResults.some(({ inspectors }) => inspectors.length > 0)
  const strata = new Set(attempt.voidResults.map(({ stratum }) => stratum)).size > 1
  const teams = attempt.voidTeams.length > 0
  return [
    resultTable(attempt.voidResults, { section: name, strata, teams, people }),
    ...(teams ? [teamTable(attempt.voidTeams, `第${attempt.attempt}次抽取的检查组（已作废）`)] : []),
  ]
}
