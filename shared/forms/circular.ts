import type { FormDefinition, FormOrder } from './form-definition.ts'
import type { FormBlock, FormModel } from './form-model.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { itemNames, passageOrLines, periodOf, section, sentence, taskWords } from './inspection-words.ts'
import { knownOfAll, knownOfVisit, NoticeCover } from './notice-cover.ts'
import { publicObject } from './notice-parts.ts'
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

/**
 * 一抽查一通报 (S0 三（九）, S1 第十一条): after each inspection, what was found and what everybody has to mend. It is made
 * public, so that it is covered as a notice is, and is none while the names of a draw are secret (S2 第九条).
 */
function circular(facts: InspectionFacts, order: FormOrder): FormModel | null {
  const { entry, draw, visits } = facts
  if (draw?.confidential === true) return null
  const cover = new NoticeCover(facts)
  const known = knownOfAll(facts)
  const covered = (field: string, text: string | null) =>
    text === null ? null : cover.read(text, { where: name, field }, known)
  const title = draw === null ? '关于双随机抽查情况的通报' : `关于${draw.task.name}情况的通报`
  const blocks: FormBlock[] = [
    ...officialHead(facts, order, title),
    addressee(entry.circularTo),
    says(`${opening(facts)}现将抽查情况通报如下：`),
    ...section('一、总体情况', [
      says(figures(facts)),
      ...passageOrLines(covered('检查总体情况', entry.situation), 3),
    ]),
    ...section('二、存在的主要问题', [
      ...passageOrLines(covered('发现的主要问题', entry.problems), 3),
      ...problemsByObject(visits, cover),
    ]),
    ...section('三、处理情况', handledBlocks(visits, cover)),
    ...section('四、工作要求', passageOrLines(covered('通报提出的要求', entry.circularDemands), 4)),
    ...coveredNote(cover),
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
function problemsByObject(visits: readonly VisitFacts[], cover: NoticeCover): FormBlock[] {
  return visits
    .filter(({ entry }) => entry.problems !== null)
    .map((visit, index) => {
      const said = publicWords(visit, cover, '发现的问题', visit.entry.problems)
      return says(`${index + 1}．${publicObject(visit, cover).name}：${said}`)
    })
}

function handledBlocks(visits: readonly VisitFacts[], cover: NoticeCover): FormBlock[] {
  const words = countsInWords(handlingCounts(visits))
  if (words === null) return [{ kind: 'lines', count: 3 }]
  return [says(`对发现的问题依法处理：${words}。`), ...handledObjects(visits, cover)]
}

/** What was decided of whom, where anything but nothing was. */
function handledObjects(visits: readonly VisitFacts[], cover: NoticeCover): FormBlock[] {
  return visits
    .filter(({ entry }) => entry.handling !== null && entry.handling !== '无需处理')
    .map((visit, index) => {
      const said = publicWords(visit, cover, '处理意见', visit.entry.opinion)
      return says(`${index + 1}．${publicObject(visit, cover).name}：${visit.entry.handling}。${said}`)
    })
}

/** What was entered of an object as the public reads it, its lines as one paragraph. */
function publicWords(visit: VisitFacts, cover: NoticeCover, field: string, text: string | null): string {
  if (text === null) return ''
  const where = `第${visit.order}个检查对象（${visit.object.id}）`
  const shown = cover.read(text, { where, field }, knownOfVisit(visit))
  return shown
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [sentence(line.trim())]))
    .join('')
}

/** That something was covered is said, and what. */
function coveredNote({ masked }: NoticeCover): FormBlock[] {
  if (masked.length === 0) return []
  const meanings = [...new Set(masked.map(({ meaning }) => meaning))].join('、')
  return [{ kind: 'paragraph', text: `说明：${meanings}依法不予公开，已作遮盖。`, size: 'small' }]
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
