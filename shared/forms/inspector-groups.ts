import type { DrawFacts } from './draw-facts.ts'
import { withExtraSignatures } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, FormModel } from './form-model.ts'
import { countsTable, fourColumns, modeBanner, pairRow, signedDigests, wideRow } from './form-parts.ts'
import { kindSuffix, marksOf, runningOf, timeInWords } from './form-words.ts'
import { pairingTable, teamTable } from './group-table.ts'

/** 检查人员名单及分组: the teams, where there are any, and every object with the people who inspect it. */
export function inspectorGroups(facts: DrawFacts): FormModel {
  const title = `检查人员名单及分组${kindSuffix[facts.kind]}`
  return {
    id: 'inspector-groups',
    title,
    running: runningOf(facts, title),
    marks: marksOf(facts),
    blocks: [
      { kind: 'title', above: facts.office, text: title, below: `编号：${facts.number}` },
      ...modeBanner(facts),
      {
        kind: 'grid',
        columns: fourColumns,
        rows: [
          wideRow('任务（计划）', facts.task.name),
          pairRow('抽取时间', timeInWords(facts.drawnAt), '地点', facts.venue),
          wideRow('编组方式', facts.topologyText),
          ...facts.notes.map((note) => wideRow('说明', note)),
        ],
      },
      ...groups(facts),
      countsTable(facts, '次数统计'),
      signedDigests(facts),
    ],
  }
}

function groups(facts: DrawFacts): FormBlock[] {
  if (facts.results.every(({ inspectors }) => inspectors.length === 0)) {
    return [
      { kind: 'space', height: 8 },
      { kind: 'paragraph', text: '本次只抽取检查对象，检查人员由实施检查的单位另行匹配。', size: 'small' },
      { kind: 'space', height: 8 },
    ]
  }
  const teams = facts.teams.length > 0 ? [teamTable(facts.teams, '检查组')] : []
  return [...teams, pairingTable(facts.results, '检查对象与检查人员', facts.topology === 'teams')]
}

/** 检查人员名单及分组: of what drew people. */
export const inspectorGroupsForm = {
  id: 'inspector-groups',
  name: '检查人员名单及分组',
  stage: '抽取',
  scope: 'draw',
  numberWord: null,
  build: ({ draw, style }) =>
    draw !== null && draw.topology !== 'none' ? withExtraSignatures(inspectorGroups(draw), style) : null,
} as const satisfies FormDefinition
