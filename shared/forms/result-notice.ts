import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, TableBlock, TableRow } from './form-model.ts'
import { cells, labels } from './form-parts.ts'
import { dayInWords } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { knownOfAll, knownOfVisit, NoticeCover } from './notice-cover.ts'
import { asDraft, type NoticePaper } from './notice-paper.ts'
import {
  checkingBlock,
  count,
  drawGrid,
  gap,
  groupInWords,
  itemNames,
  leftOutBlock,
  nameAndCode,
  noticeModel,
  numbered,
  type PublicObject,
  peopleSheet,
  peopleTable,
  periodInWords,
  publicObject,
  publicPeople,
  summarySheet,
  taskGrid,
  toFillIn,
} from './notice-parts.ts'
import { closing, says } from './official-parts.ts'
import { resultCounts } from './result-counts.ts'

const form = {
  id: 'result-notice',
  name: '结果公示稿',
  title: '“双随机、一公开”抽查结果公示',
} as const

/** One object's outcome as the public sees it. */
interface PublicOutcome {
  readonly visit: VisitFacts
  readonly shown: PublicObject
  readonly day: string
  readonly result: string
  readonly problems: string
  readonly handling: string
  readonly due: string
  readonly recheckedOn: string
  readonly recheck: string
}

/**
 * 结果公示稿 (S1 第十一条, S2 第十六条, S3 第二十三条): every object with day, result and handling, and what became of
 * 整改 and 处理 (S1 附件4五7: published a second time, once it is known). `null` while names are secret.
 */
export function resultNotice(facts: InspectionFacts, day: string | null): NoticePaper | null {
  const { draw, visits, rules } = facts
  if (draw?.confidential === true) return null
  const cover = new NoticeCover(facts)
  const head = taskGrid(facts, cover, rules?.publication ?? null)
  const outcomes = visits.map((visit) => publicOutcome(visit, cover))
  const followed = outcomes.filter(isFollowed)
  const people = publicPeople(visits, cover)
  const blocks: FormBlock[] = [
    says(opening(facts)),
    gap,
    head,
    ...numbered([
      {
        name: `检查结果${count(facts, visits.length, '个检查对象')}`,
        blocks: [toFillIn(facts, outcomeTable(outcomes))],
      },
      { name: '整改和后续处理', blocks: followed.length === 0 ? [] : [followTable(followed)] },
      { name: '检查总体情况', blocks: passage(facts, cover, '检查总体情况', facts.entry.situation) },
      { name: '发现的主要问题', blocks: passage(facts, cover, '发现的主要问题', facts.entry.problems) },
      {
        name: `检查人员${count(facts, people.length, '人')}`,
        blocks: draw !== null && people.length === 0 ? [] : [toFillIn(facts, peopleTable(people))],
      },
      { name: '抽取过程', blocks: draw === null ? [] : drawGrid(draw) },
      { name: '核对方法', blocks: draw === null ? [] : [checkingBlock(draw)] },
      { name: '未予公开的内容', blocks: [leftOutBlock(cover, notBefore(facts, cover))] },
    ]),
    closing(facts, day),
  ]
  const title = `${facts.office}${form.title}`
  return {
    model: noticeModel(facts, form, blocks),
    sheets: [
      summarySheet(facts, title, [['检查结果统计', countsInWords(visits)]]),
      outcomeSheet(facts, outcomes, title),
      peopleSheet(people, title),
    ],
    masked: cover.masked,
    free: cover.free,
  }
}

function opening({ draw, entry, visits }: InspectionFacts): string {
  if (draw === null) return '现将抽查结果公示如下，接受社会监督。'
  const period = periodInWords(entry.startsOn, entry.endsOn)
  const when = period === '' ? '' : `于${period}`
  return `本机关${when}对${dayInWords(draw.drawnAt)}随机抽取的${visits.length}个检查对象实施检查。${countsInWords(visits)}。现予公示，接受社会监督。`
}

/** `未发现问题18个，经责令已改正2个，尚无检查结果5个`: the categories that occur, in their order. */
function countsInWords(visits: readonly VisitFacts[]): string {
  const { counts, open } = resultCounts(visits)
  return [...counts, { word: '尚无检查结果', count: open }]
    .flatMap(({ word, count }) => (count === 0 ? [] : [`${word}${count}个`]))
    .join('，')
}

function publicOutcome(visit: VisitFacts, cover: NoticeCover): PublicOutcome {
  const { entry, object, order } = visit
  const known = knownOfVisit(visit)
  const place = (field: string) => ({ where: `第${order}个检查对象（${object.id}）`, field })
  const read = (field: string, text: string | null) =>
    text === null ? '' : cover.read(text, place(field), known)
  const visited = entry.endedAt ?? entry.startedAt
  return {
    visit,
    shown: publicObject(visit, cover),
    // In tables a day is written as numbers (GB/T 7408.1-2023), so that it keeps to one line.
    day: visited === null ? '' : visited.slice(0, 10),
    result: entry.result ?? '尚无检查结果',
    problems: read('发现的问题', entry.problems),
    handling: handlingInWords(visit),
    due: entry.rectificationDue ?? '',
    recheckedOn: entry.recheckedOn ?? '',
    recheck: read('复查情况', entry.recheckResult),
  }
}

/** `移送其他部门（云岭县应急管理局）`. */
function handlingInWords({ entry: { handling, transferTo } }: VisitFacts): string {
  if (handling === null) return ''
  const moved = handling === '移送其他部门' || handling === '移送司法机关'
  return moved && transferTo !== null ? `${handling}（${transferTo}）` : handling
}

/** Whether something came or is to come after the visit. */
function isFollowed({ handling, due, recheckedOn, recheck }: PublicOutcome): boolean {
  const settled = handling === '' || handling === '无需处理' || handling === '当场处理'
  return !settled || [due, recheckedOn, recheck].some((text) => text !== '')
}

function outcomeTable(outcomes: readonly PublicOutcome[]): TableBlock {
  return {
    kind: 'table',
    fontSize: 9,
    columns: [
      { width: 12, align: 'center' },
      { width: 60 },
      { width: 24, align: 'center' },
      { width: 32 },
      { width: 28 },
    ],
    header: [labels(['序号', '检查对象\n（名称、统一社会信用代码）', '检查日期', '检查结果', '处理方式'])],
    rows: outcomes.flatMap(({ shown, day, result, problems, handling }) =>
      withText(shown.order, [nameAndCode(shown), day, result, handling], '发现的问题', problems),
    ),
    empty: '无',
  }
}

function followTable(followed: readonly PublicOutcome[]): TableBlock {
  return {
    kind: 'table',
    fontSize: 9,
    columns: [
      { width: 12, align: 'center' },
      { width: 60 },
      { width: 36 },
      { width: 24, align: 'center' },
      { width: 24, align: 'center' },
    ],
    header: [labels(['序号', '检查对象', '处理方式', '整改期限', '复查日期'])],
    rows: followed.flatMap(({ shown, handling, due, recheckedOn, recheck }) =>
      withText(shown.order, [shown.name, handling, due, recheckedOn], '复查情况', recheck),
    ),
  }
}

/** An object's row, and under it over the whole width what was written of it, however long. */
function withText(order: string, row: readonly string[], title: string, text: string): TableRow[] {
  if (text === '') return [cells([order, ...row])]
  const said = [{ text: `${title}：`, style: 'strong' }, { text }] as const
  return [
    { cells: [{ text: order, rowSpan: 2 }, ...row.map((one) => ({ text: one }))] },
    { cells: [{ text: said, colSpan: row.length }] },
  ]
}

/** What the office wrote of the whole, as it is published. */
function passage(
  facts: InspectionFacts,
  cover: NoticeCover,
  field: string,
  text: string | null,
): readonly FormBlock[] {
  if (text === null) return []
  const shown = cover.read(text, { where: '情况报告', field }, knownOfAll(facts))
  return shown.split('\n').map((line) => says(line))
}

/** Why the drawn objects were not published beforehand (S1 附件4五4). */
function notBefore(facts: InspectionFacts, cover: NoticeCover): readonly string[] {
  const { noDisclosureReason: reason } = facts.entry
  if (reason === null) return []
  const shown = cover.read(reason, { where: '不能事前公开的理由', field: '理由' }, knownOfAll(facts))
  return [`抽取的检查对象和检查人员没有在检查前公开，理由：${shown}`]
}

function outcomeSheet(
  facts: InspectionFacts,
  outcomes: readonly PublicOutcome[],
  title: string,
): NoticePaper['sheets'][number] {
  return {
    name: '检查结果',
    title,
    columns: [
      { title: '序号', width: 8 },
      { title: '检查对象', width: 40 },
      { title: '统一社会信用代码', width: 24 },
      { title: '地址', width: 36 },
      { title: '检查事项', width: 36 },
      { title: '检查机关', width: 28 },
      { title: '检查人员', width: 30 },
      { title: '检查日期', width: 16 },
      { title: '检查结果', width: 26 },
      { title: '发现的问题', width: 40 },
      { title: '处理方式', width: 24 },
      { title: '整改期限', width: 16 },
      { title: '复查日期', width: 16 },
      { title: '复查情况', width: 36 },
    ],
    rows: outcomes.map(({ visit, shown, day, result, problems, handling, due, recheckedOn, recheck }) => [
      shown.order,
      shown.name,
      shown.code,
      shown.address,
      itemNames(facts).join('、'),
      facts.office,
      groupInWords(visit, '：'),
      day,
      result,
      problems,
      handling,
      due,
      recheckedOn,
      recheck,
    ]),
  }
}

/** 结果公示稿, as it goes round to be compared; what is published is made and confirmed under 公示. */
export const resultNoticeForm = {
  id: form.id,
  name: form.name,
  stage: '公开',
  scope: 'draw',
  numberWord: null,
  build: (facts) => {
    const paper = resultNotice(facts, facts.entry.resultNoticeOn)
    if (paper === null) return null
    return facts.draw === null ? paper.model : asDraft(paper.model)
  },
} as const satisfies FormDefinition
