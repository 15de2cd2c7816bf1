import type { RecusalFacts, ReplacementFacts } from './draw-facts.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, FormModel, TableBlock, TableRow } from './form-model.ts'
import { cells, labels, pairRow, sectionRow, wideRow } from './form-parts.ts'
import { dayInWords, tickedLines } from './form-words.ts'
import type { InspectionFacts } from './inspection-facts.ts'
import { grid, inspectionPaper, signatures, tableHead } from './official-parts.ts'
import { opinionRow } from './opinion-row.ts'
import { recordFoot } from './record-foot.ts'

const id = 'replacement-approval'
const name = '回避、更换人员审批表'
/** Rows to apply in by hand where nobody was replaced yet; one below those who were kept apart from the beginning. */
const emptyRows = 3

/** Reasons that S3 第十八条 knows, and the words by which a reason given in other words is known as one of them. */
const reasons = [
  ['岗位调整', '岗位'],
  ['工作冲突', '冲突'],
  ['健康', '健康'],
  ['回避', '回避'],
] as const

/** 回避/更换人员审批表 (S3 第十八条, S0 三（六）2): who leaves, why, with whose consent; the substitute is drawn, never named. */
function replacementApproval(facts: InspectionFacts): FormModel {
  const { draw } = facts
  const blocks: FormBlock[] = [
    ...tableHead(facts, name),
    grid([
      wideRow('任务（计划）', draw?.task.name ?? ''),
      pairRow('抽取编号', draw?.number ?? '', '抽取日期', draw === null ? '' : dayInWords(draw.drawnAt)),
    ]),
    changeTable(facts),
    grid([
      wideRow('回避和更换\n的规定', ruleWords(facts)),
      wideRow('替补人员\n的产生', substituteWords),
      opinionRow('申请人'),
      opinionRow('检查部门\n意见'),
      opinionRow('分管负责人\n意见'),
    ]),
    ...(draw === null ? [blankCount] : recordFoot(facts)),
    signatures(facts, id, []),
  ]
  return inspectionPaper(facts, { id, name, blocks })
}

/** The number of replacements is on the form in any case; on a blank one it is written. */
const blankCount = grid([pairRow('更换次数', '　　　　次', '回避条数', '　　　　条')])

function changeTable({ draw }: InspectionFacts): TableBlock {
  const replacements = draw?.replacements ?? []
  const recusals = draw?.recusals ?? []
  const rows = [
    ...replacements.map((entry, index) => replacementRow(entry, index + 1)),
    ...recusals.map((entry, index) => recusalRow(entry, replacements.length + index + 1)),
  ]
  const count = draw === null ? '' : `（更换${draw.counts.replacements}次，回避${recusals.length}条）`
  return {
    kind: 'table',
    fontSize: 9,
    columns: [
      { width: 10, align: 'center' },
      { width: 13, align: 'center' },
      { width: 28 },
      { width: 29 },
      { width: 32 },
      { width: 44 },
    ],
    header: [
      sectionRow(`回避和更换情况${count}`, 6),
      labels(['序号', '类别', '原检查人员\n（检查对象）', '更换后', '涉及的检查对象', '理由']),
    ],
    rows:
      replacements.length === 0
        ? [...rows, ...Array.from({ length: rows.length === 0 ? emptyRows : 1 }, emptyRow)]
        : rows,
  }
}

function replacementRow(entry: ReplacementFacts, order: number): TableRow {
  const approved = [
    `同意：${entry.approver}`,
    ...(entry.approvalNumber === null ? [] : [entry.approvalNumber]),
  ]
  return cells([
    String(order),
    entry.kind === 'inspector' ? '更换人员' : '更换对象',
    entry.from,
    `${entry.to}\n${entry.draw}\n${dayInWords(entry.at)}`,
    entry.objects.join('、'),
    `${reasonBoxes(entry.reason)}\n${entry.reason}\n${approved.join('，')}`,
  ])
}

/** A pair that was kept apart from the beginning: nobody had to be replaced. */
function recusalRow({ object, inspector, reason }: RecusalFacts, order: number): TableRow {
  return cells([
    String(order),
    '回避',
    inspector,
    '锁定名单时已回避，不需更换',
    object,
    `${reasonBoxes('回避')}\n${reason}`,
  ])
}

function emptyRow(): TableRow {
  return cells(['', '☐ 回避\n☐ 更换', '', '', '', reasonBoxes('')])
}

function reasonBoxes(reason: string): string {
  return tickedLines(
    reasons.map(([word, part]) => [word, reason.includes(part)]),
    14,
  )
}

/** What the 执行细则 says; room to cite it by hand where none is known. */
function ruleWords({ rules }: InspectionFacts): string {
  if (rules === null) return ''
  const sentences = [rules.recusal, rules.replacement].flatMap((rule) => (rule === null ? [] : [`${rule}。`]))
  return [`执行细则：${rules.name}`, ...sentences].join('\n')
}

const substituteWords =
  '替补人员不指定：经分管负责人同意后，在具备执法资格、符合席位要求、与检查对象没有回避关系的其他人员中另行随机抽取，另取编号，由见证人现场给出数字。'

/** 回避/更换人员审批表. */
export const replacementApprovalForm = {
  id,
  name,
  stage: '检查之前',
  scope: 'draw',
  numberWord: null,
  build: replacementApproval,
} as const satisfies FormDefinition
