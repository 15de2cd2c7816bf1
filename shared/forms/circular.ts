import type { FormDefinition, FormOrder } from './form-definition.ts'
import type { FormBlock, FormModel } from './form-model.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import {
  itemNames,
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
  orBlank,
  says,
  signatures,
} from './official-parts.ts'
import { countsInWords, handlingCounts, resultCounts } from './result-counts.ts'

const id = 'circular'
const name = '一抽查一通报'

/** 一抽查一通报 (S0 三（九）, S1 第十一条): after each inspection, what was found and what everybody has to mend. */
function circular(facts: InspectionFacts, order: FormOrder): FormModel {
  const { entry, draw } = facts
  const title = draw === null ? '关于双随机抽查情况的通报' : `关于${draw.task.name}情况的通报`
  const blocks: FormBlock[] = [
    ...officialHead(facts, order, title),
    addressee(entry.circularTo),
    says(`${opening(facts)}现将抽查情况通报如下：`),
    ...section('一、总体情况', [says(figures(facts)), ...passageOrLines(entry.situation, 3)]),
    ...section('二、存在的主要问题', [
      ...passageOrLines(entry.problems, 3),
      ...problemsByObject(facts.visits),
    ]),
    ...section('三、处理情况', handledBlocks(facts.visits)),
    ...section('四、工作要求', passageOrLines(entry.circularDemands, 4)),
    closing(facts, entry.circularOn),
    signatures(facts, id, []),
  ]
  return inspectionPaper(facts, { id, name, title, blocks })
}

function opening(facts: InspectionFacts): string {
  const names = itemNames(facts)
  const what = names.length === 0 ? '' : `，抽查事项为${names.join('、')}`
  return `${orBlank(periodOf(facts), 16)}，${facts.office}组织开展了${taskWords(facts)}${what}。`
}

function figures({ visits, draw }: InspectionFacts): string {
  const results = resultCounts(visits)
  const words = countsInWords(results)
  const drawn = `本次随机抽取检查对象${visits.length === 0 ? blank(4) : visits.length}个`
  const replaced = draw === null ? '' : `，抽取后更换${draw.counts.replacements}次`
  if (words === null) return `${drawn}${replaced}，已检查${blank(4)}个。`
  const open = results.open === 0 ? '' : `；其余${results.open}个结果待登记`
  return `${drawn}${replaced}，已登记检查结果${results.entered}个，其中${words}${open}。`
}

/** Whoever is named for a problem is named with it alone; of a sound object nothing is said. */
function problemsByObject(visits: readonly VisitFacts[]): FormBlock[] {
  const found = visits.filter(({ entry }) => entry.problems !== null)
  return found.flatMap(({ object, entry }, index) =>
    paragraphs(`${index + 1}．${object.name}：${sentence((entry.problems ?? '').replaceAll('\n', ''))}`),
  )
}

function handledBlocks(visits: readonly VisitFacts[]): FormBlock[] {
  const words = countsInWords(handlingCounts(visits))
  if (words === null) return [{ kind: 'lines', count: 3 }]
  return [says(`对发现的问题依法处理：${words}。`), ...handledObjects(visits)]
}

/** What was decided of whom, where anything but nothing was. */
function handledObjects(visits: readonly VisitFacts[]): FormBlock[] {
  const handling = visits.filter(({ entry }) => entry.handling !== null && entry.handling !== '无需处理')
  return handling.flatMap(({ object, entry }, index) =>
    paragraphs(
      `${index + 1}．${object.name}：${entry.handling}。${sentence(entry.opinion)?.replaceAll('\n', '') ?? ''}`,
    ),
  )
}

/** 一抽查一通报. */
export const circularForm = {
  id,
  name,
  stage: '公开',
  scope: 'draw',
  numberWord: '通报',
  build: circular,
} as const satisfies FormDefinition
