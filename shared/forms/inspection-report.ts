import type { FormDefinition, FormOrder } from './form-definition.ts'
import type { FormBlock, FormModel, TableBlock } from './form-model.ts'
import { cells, labels, sectionRow } from './form-parts.ts'
import { dayInWords } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import {
  approvalWords,
  basisOf,
  contentOf,
  itemNames,
  officersOf,
  paragraphs,
  passageOrLines,
  periodOf,
  section,
  sentence,
  taskWords,
} from './inspection-words.ts'
import {
  addressee,
  blank,
  closing,
  inspectionPaper,
  officialHead,
  says,
  signatures,
} from './official-parts.ts'
import { countsInWords, handlingCounts, resultCounts } from './result-counts.ts'

const id = 'inspection-report'
const name = '随机抽查情况报告'

/**
 * 随机抽查情况报告: 检查时间、检查内容、实施步骤、检查情况、对被检查人评价、处理意见和建议 (S4 （十）), what was said against it on the
 * spot (S2 第十四条), and what is handed in with it (S2 第十五条). Figures are counted from what was entered.
 */
function inspectionReport(facts: InspectionFacts, order: FormOrder): FormModel {
  const { entry, rules } = facts
  const blocks: FormBlock[] = [
    ...officialHead(facts, order, name),
    addressee(entry.reportTo),
    says(`${opening(facts)}现将有关情况报告如下：`),
    ...section('一、检查时间', [says(`${periodOf(facts) ?? `${blank(20)}`}。`)]),
    ...section('二、检查内容', contentBlocks(facts)),
    ...section('三、实施步骤', [...drawSteps(facts), ...passageOrLines(entry.steps, 4)]),
    ...section('四、检查情况', [
      says(figures(facts)),
      ...passageOrLines(entry.situation, 4),
      ...(entry.problems === null ? [] : paragraphs(`发现的主要问题：${sentence(entry.problems)}`)),
      ...objections(facts.visits),
    ]),
    ...section('五、对被检查人的评价', [
      ...passageOrLines(entry.evaluation, 3),
      ...(evaluated(facts.visits).length === 0 ? [] : [says('对各被检查人的评价见附表。')]),
    ]),
    ...section('六、处理意见和建议', [...handled(facts), ...passageOrLines(entry.proposals, 4)]),
    ...attachments(facts),
    closing(facts, entry.reportedOn),
    ...(rules?.report == null ? [] : [note(`报告期限：${rules.report}。`)]),
    signatures(
      facts,
      id,
      [
        { label: '报告人', name: entry.reporter },
        { label: '检查部门负责人（审查）', name: null },
        { label: '分管负责人（审定）', name: null },
      ],
      3,
    ),
    ...evaluationTable(facts.visits),
  ]
  return inspectionPaper(facts, { id, name, blocks })
}

function opening(facts: InspectionFacts): string {
  const approval = approvalWords(facts)
  const approved = approval === null ? '' : `实施方案经${approval}。`
  return `${facts.office}组织开展了${taskWords(facts)}。${approved}`
}

function contentBlocks(facts: InspectionFacts): FormBlock[] {
  const names = itemNames(facts)
  const basis = basisOf(facts)
  const content = contentOf(facts)
  if (names.length === 0 && content === null) return [{ kind: 'lines', count: 3 }]
  return [
    ...(names.length === 0 ? [] : [says(`检查事项：${names.join('；')}。`)]),
    ...(content === null ? [] : paragraphs(`检查内容：${sentence(content)}`)),
    ...(basis === null ? [] : paragraphs(`检查依据：${sentence(basis)}`)),
  ]
}

/** How the objects and the people were found: this much the record says by itself. */
function drawSteps({ draw, entry }: InspectionFacts): FormBlock[] {
  if (draw === null) return []
  const { objectRegister, counts } = draw
  const mediaNumber = entry.mediaNumber ?? draw.mediaNumber
  const irregularities = entry.irregularities ?? draw.irregularities
  const scope = draw.conditions === '' ? '不定向抽取' : `定向抽取（${draw.conditions}）`
  const total = objectRegister.total === null ? '' : `检查对象名录库共${objectRegister.total}个，`
  return [
    says(
      `${dayInWords(draw.drawnAt)}在${draw.venue}随机抽取（编号：${draw.number}）。${total}${scope}，依规定排除${objectRegister.excludedRows}个，列入名单${objectRegister.listed}个，应抽${draw.due}个，实抽${draw.drawn}个。` +
        `本次共抽取${counts.attempts}次，中止${counts.aborts}次，作废${counts.voids}次，更换${counts.replacements}次。`,
    ),
    ...(mediaNumber === null ? [] : paragraphs(`抽取影像资料编号：${mediaNumber}。`)),
    ...(irregularities === null ? [] : paragraphs(`抽取异常情况：${sentence(irregularities)}`)),
  ]
}

function figures({ visits }: InspectionFacts): string {
  const results = resultCounts(visits)
  const words = countsInWords(results)
  if (words === null)
    return `应检查${visits.length === 0 ? blank(4) : visits.length}个，已检查${blank(4)}个。`
  const open = results.open === 0 ? '' : `；尚未登记结果${results.open}个`
  return `应检查${visits.length}个，已登记检查结果${results.entered}个：${words}${open}。`
}

/** S2 第十四条: what the party objected and what the examination found is put into the report. */
function objections(visits: readonly VisitFacts[]): FormBlock[] {
  const heard = visits.filter(({ entry }) => entry.statement !== null || entry.reexamination !== null)
  if (heard.length === 0) return []
  return [
    says(`有${heard.length}个被检查人当场提出异议或者陈述申辩，复核情况如下：`),
    ...heard.flatMap(({ object, entry }, index) =>
      paragraphs(
        `${index + 1}．${object.name}：${sentence(entry.statement) ?? ''}${entry.reexamination === null ? '' : `复核意见：${sentence(entry.reexamination)}`}`,
      ),
    ),
  ]
}

function handled({ visits }: InspectionFacts): FormBlock[] {
  const words = countsInWords(handlingCounts(visits))
  return words === null ? [] : [says(`处理情况：${words}。`)]
}

function evaluated(visits: readonly VisitFacts[]): readonly VisitFacts[] {
  return visits.filter(({ entry }) => entry.evaluation !== null || entry.opinion !== null)
}

/** A table of so few rows is not begun on one page and ended on the next. */
const keptTogether = 10

function evaluationTable(visits: readonly VisitFacts[]): FormBlock[] {
  const rows = evaluated(visits)
  if (rows.length === 0) return []
  const table: TableBlock = {
    kind: 'table',
    fontSize: 9,
    columns: [{ width: 10, align: 'center' }, { width: 42 }, { width: 28 }, { width: 38 }, { width: 38 }],
    header: [
      sectionRow('附表：对被检查人的评价和处理意见', 5),
      labels(['序号', '被检查人', '检查结果', '评价', '处理意见']),
    ],
    rows: rows.map(({ order, object, entry }) =>
      cells([
        String(order),
        object.name,
        entry.result ?? '',
        entry.evaluation ?? '',
        [entry.handling, entry.opinion].filter((text) => text !== null).join('：'),
      ]),
    ),
  }
  const blocks: readonly FormBlock[] = [{ kind: 'space', height: 12 }, table]
  return rows.length > keptTogether ? [...blocks] : [{ kind: 'group', blocks }]
}

/** 附件说明 (GB/T 9704-2012 7.3.4): what is handed in with the report. */
function attachments({ draw, visits }: InspectionFacts): FormBlock[] {
  // People may also have been matched later, to a draw of objects alone.
  const people = draw === null || draw.topology !== 'none' || officersOf(visits).length > 0
  const papers = [
    '抽查工作记录表',
    '随机抽取结果名单',
    ...(people ? ['检查人员名单及分组'] : []),
    `现场检查记录表（${visits.length === 0 ? blank(3) : visits.length}份）`,
    '检查结果清单',
    '检查过程中形成的其他材料',
  ]
  const lines = papers.map((paper, index) =>
    says(`${index === 0 ? '附件：' : '　　　'}${index + 1}．${paper}`),
  )
  return [{ kind: 'group', blocks: [{ kind: 'space', height: 10 }, ...lines] }]
}

function note(text: string): FormBlock {
  return { kind: 'paragraph', text, size: 'small', indent: false }
}

/** 随机抽查情况报告. */
export const inspectionReportForm = {
  id,
  name,
  stage: '结果',
  scope: 'draw',
  numberWord: null,
  build: inspectionReport,
} as const satisfies FormDefinition
