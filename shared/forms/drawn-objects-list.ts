import type { DrawFacts } from './draw-facts.ts'
import { withExtraSignatures } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormModel } from './form-model.ts'
import { countsTable, fourColumns, modeBanner, pairRow, signedDigests, wideRow } from './form-parts.ts'
import { kindSuffix, marksOf, numberedLines, runningOf, timeInWords } from './form-words.ts'
import { resultTable } from './result-table.ts'

/** 随机抽取结果名单: the objects in drawn order, without the people, with what is needed to trace them to the record. */
export function drawnObjectsList(facts: DrawFacts): FormModel {
  const title = `随机抽取结果名单${kindSuffix[facts.kind]}`
  return {
    id: 'drawn-objects-list',
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
          wideRow('抽查事项', numberedLines(facts.items.map(({ name }) => name))),
          pairRow('抽取时间', timeInWords(facts.drawnAt), '地点', facts.venue),
          pairRow('应抽数', String(facts.due), '实抽数', String(facts.drawn)),
          ...facts.notes.map((note) => wideRow('说明', note)),
        ],
      },
      resultTable(facts.results, {
        section: facts.kind === 'match' ? '检查对象（按匹配顺序）' : '检查对象（按抽取顺序）',
        strata: facts.strata.length > 1,
        teams: false,
        people: false,
      }),
      countsTable(facts, '次数统计'),
      signedDigests(facts),
    ],
  }
}

/** 随机抽取结果名单: of what drew objects. */
export const drawnObjectsForm = {
  id: 'drawn-objects-list',
  name: '随机抽取结果名单',
  stage: '抽取',
  scope: 'draw',
  numberWord: null,
  build: ({ draw, style }) =>
    draw !== null && (draw.kind === 'draw' || draw.kind === 'replace-object')
      ? withExtraSignatures(drawnObjectsList(draw), style)
      : null,
} as const satisfies FormDefinition
