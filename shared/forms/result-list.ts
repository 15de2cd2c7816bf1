import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, FormModel, TableBlock } from './form-model.ts'
import { cells, labels, pairRow, sectionRow, wideRow } from './form-parts.ts'
import { dayInWords, numberedLines } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { itemNames, methodOf, periodOf } from './inspection-words.ts'
import { grid, inspectionPaper, signatures, tableHead } from './official-parts.ts'
import { recordFoot } from './record-foot.ts'
import { resultCounts } from './result-counts.ts'

const id = 'result-list'
const name = '检查结果清单'
/** Rows to fill in by hand where no object is known. */
const emptyRows = 12

const signers = ['填表人', '责任股室负责人', '分管负责人'].map((label) => ({ label, name: null }))

/** 检查结果清单 (S1 附件2五): each object with its result and what was decided, then how many of each. */
function resultList(facts: InspectionFacts): FormModel {
  const { draw, visits } = facts
  const blocks: FormBlock[] = [
    ...tableHead(facts, name),
    grid([
      wideRow('任务（计划）', draw?.task.name ?? ''),
      wideRow('检查事项', numberedLines(itemNames(facts))),
      pairRow('检查时间', periodOf(facts) ?? '', '检查方式', methodOf(facts) ?? ''),
    ]),
    listTable(visits),
    ...recordFoot(facts, 'across'),
    { kind: 'group', blocks: [countTable(visits), signatures(facts, id, signers, 3)] },
  ]
  return inspectionPaper(facts, { id, name, blocks, across: true })
}

function listTable(visits: readonly VisitFacts[]): TableBlock {
  return {
    kind: 'table',
    fontSize: 9,
    columns: [
      { width: 11, align: 'center' },
      { width: 57 },
      { width: 38, align: 'center' },
      { width: 26.5, align: 'center' },
      { width: 18.5, align: 'center' },
      { width: 30 },
      { width: 36 },
      { width: 32 },
    ],
    header: [
      labels([
        '序号',
        '检查对象\n（名称、编号）',
        '统一社会信用代码',
        '检查时间',
        '检查人员',
        '检查结果',
        '发现的问题',
        '处理意见',
      ]),
    ],
    rows: visits.length === 0 ? Array.from({ length: emptyRows }, emptyRow) : visits.map(row),
  }
}

function row({ order, object, inspectors, entry }: VisitFacts) {
  return {
    ...cells([
      String(order),
      `${object.name}\n${object.id}`,
      object.creditCode ?? '',
      entry.startedAt === null ? '' : dayInWords(entry.startedAt),
      inspectors.map((member) => member.name).join('\n'),
      entry.result ?? '',
      entry.problems ?? '',
      [entry.handling, entry.opinion].filter((text) => text !== null).join('：'),
    ]),
    minHeight: 30,
  }
}

function emptyRow() {
  return { ...cells(Array.from({ length: 8 }, () => '')), minHeight: 30 }
}

/** Numbers as soon as one result is entered, a 0 included; before that, room to write them. */
function countTable(visits: readonly VisitFacts[]): TableBlock {
  const { counts, entered, open } = resultCounts(visits)
  const known = entered > 0
  const words = [...counts.map(({ word }) => word), '尚未登记', '合计']
  const numbers = [...counts.map(({ count }) => count), open, visits.length]
  return {
    kind: 'table',
    fontSize: 9,
    dense: true,
    columns: words.map(() => ({ width: 24.9, align: 'center' as const })),
    header: [sectionRow('按检查结果统计', words.length), labels(words)],
    rows: [{ ...cells(numbers.map((count) => (known ? String(count) : ''))), minHeight: 20 }],
  }
}

/** 检查结果清单. */
export const resultListForm = {
  id,
  name,
  stage: '结果',
  scope: 'draw',
  numberWord: null,
  build: resultList,
} as const satisfies FormDefinition
