import type { DrawFacts, EarlierAttemptFacts } from './draw-facts.ts'
import type { FormBlock, FormText, GridBlock, TableBlock, TableRow } from './form-model.ts'
import { codePiece } from './form-model.ts'
import { cells, codeRow, labels, sectionRow } from './form-parts.ts'
import { timeInWords } from './form-words.ts'
import { teamTable } from './group-table.ts'
import { resultTable } from './result-table.ts'

/** 历次中止与作废: every earlier attempt of this number, a void outcome in full. Printed also where there is none. */
export function attemptBlocks(facts: DrawFacts, section: string): FormBlock[] {
  const { earlierAttempts } = facts
  return [summary(earlierAttempts.slice(0, 1), section), ...earlierAttempts.flatMap(remainder)]
}

/** A line an attempt; where there is no attempt, the table says so. */
function summary(attempts: readonly EarlierAttemptFacts[], section: string | null): TableBlock {
  return {
    kind: 'table',
    columns: [{ width: 25, align: 'center' }, { width: 46 }, { width: 32 }, { width: 53 }],
    header: [
      ...(section === null ? [] : [sectionRow(section, 4)]),
      labels(['次序', '理由', '批准人、监督人', '决定文号、时间']),
    ],
    rows: attempts.map((attempt) =>
      cells([
        `第${attempt.attempt}次\n${attempt.outcome === 'void' ? '作废' : '中止'}`,
        attempt.reason,
        `批准：${attempt.approver}\n监督：${attempt.supervisor}`,
        `${decisionWords(attempt)}\n${timeInWords(attempt.at)}`,
      ]),
    ),
    empty: '没有中止，没有作废',
  }
}

/** What follows an attempt's line: its codes, a void outcome; before them the line of each attempt after the first. */
function remainder(attempt: EarlierAttemptFacts, index: number): FormBlock[] {
  const line = index === 0 ? [] : [summary([attempt], null)]
  return [...line, codeGrid(attempt), ...voidOutcome(attempt)]
}

function decisionWords({ outcome, decision }: EarlierAttemptFacts): string {
  if (outcome === 'aborted') return '（中止，尚无结果）'
  return `决定文号：${decision ?? ''}`
}

function codeGrid(attempt: EarlierAttemptFacts): GridBlock {
  const frozen =
    attempt.freeze === null
      ? textRow('名单校验码 F', '中止时名单尚未锁定')
      : codeRow('名单校验码 F', attempt.freeze)
  return {
    kind: 'grid',
    columns: [{ width: 25 }, { width: 131 }],
    rows: [
      codeRow('该次校验码', attempt.digest),
      frozen,
      codeRow('承诺码 C', attempt.commit),
      codeRow('秘密数 S', attempt.secret),
      ...(attempt.result === null ? [] : [codeRow('作废结果 D', attempt.result)]),
      textRow('已报数字', contributionText(attempt)),
    ],
  }
}

function textRow(label: string, text: FormText): TableRow {
  return { cells: [{ text: label, role: 'label' }, { text }] }
}

function contributionText({ contributions }: EarlierAttemptFacts): FormText {
  if (contributions.length === 0) return '无'
  return contributions.flatMap(({ seat, digits }, index) => [
    { text: `${index === 0 ? '' : '\n'}第${seat}席 ` },
    codePiece(digits, 4),
  ])
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
