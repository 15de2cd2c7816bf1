import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, FormModel, TableBlock } from './form-model.ts'
import { cells, labels, pairRow, sectionRow, wideRow } from './form-parts.ts'
import { dayInWords, memberLine, numberedLines } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import {
  approvalWords,
  basisOf,
  contentOf,
  itemNames,
  methodOf,
  officersOf,
  periodOf,
  taskWords,
} from './inspection-words.ts'
import { itemDetailTable } from './item-detail-table.ts'
import { grid, inspectionPaper, signatures, tableHead } from './official-parts.ts'
import { opinionRow } from './opinion-row.ts'
import { recordFoot } from './record-foot.ts'

const id = 'inspection-approval'
const name = '行政检查审批表'
/** So many names are said in the form itself; all of them stand in the list behind it. */
const namedInForm = 3

/** 行政检查审批表 (国办发〔2024〕54号: every on-site check is approved beforehand): what is asked for, then who agrees. */
function inspectionApproval(facts: InspectionFacts): FormModel {
  const { entry, items, visits } = facts
  const blocks: FormBlock[] = [
    ...tableHead(facts, name),
    grid([
      wideRow('检查事项', numberedLines(itemNames(facts))),
      wideRow('申请事由', groundWords(facts), 30),
      wideRow('检查依据', basisOf(facts) ?? '', 30),
      wideRow('检查对象', objectWords(facts), 30),
      pairRow('检查时间', periodOf(facts) ?? '', '检查方式', methodOf(facts) ?? ''),
      wideRow('检查内容', contentOf(facts) ?? '', 44),
      wideRow('检查人员', officers(facts), 30),
      wideRow('实施方案\n批准', approvalWords(facts) ?? ''),
      pairRow(
        '申请\n（承办）人',
        entry.applicant ?? '',
        '申请日期',
        entry.appliedOn === null ? '' : dayInWords(entry.appliedOn),
      ),
      opinionRow('承办人\n意见', 3),
      opinionRow('承办机构\n负责人意见', 3),
      opinionRow('本机关\n负责人\n审批意见', 3),
    ]),
    signatures(facts, id, []),
    ...itemDetailTable(items, '附一：检查事项'),
    ...(visits.length === 0 ? [] : objectList(visits)),
    ...recordFoot(facts),
  ]
  return inspectionPaper(facts, { id, name, blocks })
}

/** The draw and what it rests on: 年度计划, or why it is held outside of it (S4 （十八）: nothing beside the plan). */
function groundWords(facts: InspectionFacts): string {
  const { draw, scheme, rules } = facts
  if (draw === null) return ''
  const plan = scheme === null ? null : (scheme.line ?? `计划外抽查：${scheme.outside ?? ''}`)
  return [
    `开展${taskWords(facts)}`,
    ...(plan === null ? [] : [`列入：${plan}`]),
    ...(rules === null ? [] : [`执行细则：${rules.name}`]),
  ].join('\n')
}

function objectWords({ draw, visits }: InspectionFacts): string {
  if (draw === null) return '共　　　个，名单附后'
  const named = visits.slice(0, namedInForm).map(({ object }) => object.name)
  const others = visits.length > namedInForm ? '等' : ''
  return `随机抽取${visits.length}个${named.length === 0 ? '' : `：${named.join('、')}${others}`}，名单附后`
}

function officers({ visits }: InspectionFacts): string {
  const all = officersOf(visits)
  if (all.length === 0) return ''
  // Who leads one group may be a member of another: the list behind says who leads which.
  const people = all.map((member) => memberLine({ ...member, leader: false }))
  return `共${all.length}人：${people.join('、')}`
}

function objectList(visits: readonly VisitFacts[]): FormBlock[] {
  const table: TableBlock = {
    kind: 'table',
    fontSize: 9,
    columns: [{ width: 10, align: 'center' }, { width: 52 }, { width: 48 }, { width: 46 }],
    header: [
      sectionRow('附二：检查对象名单', 4),
      labels(['序号', '检查对象\n（名称、编号）', '统一社会信用代码\n地址', '检查人员\n（执法证号）']),
    ],
    rows: visits.map(({ order, object, inspectors }) =>
      cells([
        String(order),
        `${object.name}\n${object.id}`,
        `${object.creditCode ?? ''}\n${object.address ?? ''}`,
        inspectors.map(memberLine).join('\n'),
      ]),
    ),
  }
  return [{ kind: 'space', height: 12 }, table]
}

/** 行政检查审批表. */
export const inspectionApprovalForm = {
  id,
  name,
  stage: '检查之前',
  scope: 'draw',
  numberWord: null,
  build: inspectionApproval,
} as const satisfies FormDefinition
