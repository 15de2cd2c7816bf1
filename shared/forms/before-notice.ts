import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, TableBlock } from './form-model.ts'
import { cells, codeRow, labels, pairRow, wideRow } from './form-parts.ts'
import { dayInWords, timeInWords } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { knownOfAll, NoticeCover, secretNames } from './notice-cover.ts'
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
import { closing, grid, says } from './official-parts.ts'

const form = {
  id: 'before-notice',
  name: '事前公示稿',
  title: '“双随机、一公开”抽查事前公示',
} as const

/**
 * 事前公示稿 (S1 附件4五4): the drawn objects and people before the inspection, or the reason why not. `day` is its date;
 * `null` leaves room for it. Of a confidential draw it is `null` unless the reason was entered.
 */
export function beforeNotice(facts: InspectionFacts, day: string | null): NoticePaper | null {
  const cover = new NoticeCover(facts)
  if (facts.entry.noDisclosureReason !== null)
    return notDisclosed(facts, facts.entry.noDisclosureReason, cover, day)
  return facts.draw?.confidential === true ? null : disclosed(facts, cover, day)
}

function disclosed(facts: InspectionFacts, cover: NoticeCover, day: string | null): NoticePaper {
  const { draw, visits } = facts
  const head = taskGrid(facts, cover, null)
  const objects = visits.map((visit) => ({ visit, shown: publicObject(visit, cover) }))
  const people = publicPeople(visits, cover)
  const blocks: FormBlock[] = [
    says(opening(facts, people.length)),
    gap,
    head,
    ...numbered([
      {
        name: `抽取的检查对象${count(facts, visits.length, '个')}`,
        blocks: [toFillIn(facts, objectTable(objects))],
      },
      {
        name: `检查人员${count(facts, people.length, '人')}`,
        blocks: [toFillIn(facts, peopleTable(people))],
      },
      { name: '抽取过程', blocks: draw === null ? [] : drawGrid(draw) },
      { name: '核对方法', blocks: draw === null ? [] : [checkingBlock(draw)] },
      { name: '未予公开的内容', blocks: [leftOutBlock(cover)] },
    ]),
    closing(facts, day),
  ]
  const title = `${facts.office}${form.title}`
  return {
    model: noticeModel(facts, form, blocks),
    sheets: [
      summarySheet(facts, title),
      {
        name: '检查对象',
        title,
        columns: [
          { title: '序号', width: 8 },
          { title: '检查对象', width: 40 },
          { title: '统一社会信用代码', width: 24 },
          { title: '地址', width: 40 },
          { title: '检查事项', width: 36 },
          { title: '检查机关', width: 28 },
          { title: '检查人员', width: 30 },
          { title: '检查时间', width: 28 },
        ],
        rows: objects.map(({ visit, shown }) => [
          shown.order,
          shown.name,
          shown.code,
          shown.address,
          itemNames(facts).join('、'),
          facts.office,
          groupInWords(visit, '：'),
          periodInWords(facts.entry.startsOn, facts.entry.endsOn),
        ]),
      },
      peopleSheet(people, title),
    ],
    masked: cover.masked,
    free: cover.free,
  }
}

function opening({ draw, entry, visits }: InspectionFacts, people: number): string {
  if (draw === null) return '现将随机抽取的检查对象和检查人员公示如下，接受社会监督。'
  const period = periodInWords(entry.startsOn, entry.endsOn)
  const sent = people === 0 ? '' : `，由${people}名检查人员实施检查`
  const when = period === '' ? '' : `检查时间为${period}。`
  return `本机关于${dayInWords(draw.drawnAt)}采用电子摇号方式，从${draw.objectRegister.listed}个检查对象中随机抽取${visits.length}个${sent}。${when}现予公示，接受社会监督。`
}

function objectTable(
  objects: readonly { readonly visit: VisitFacts; readonly shown: PublicObject }[],
): TableBlock {
  return {
    kind: 'table',
    fontSize: 9,
    columns: [{ width: 12, align: 'center' }, { width: 54 }, { width: 50 }, { width: 40 }],
    header: [labels(['序号', '检查对象\n（名称、统一社会信用代码）', '地址', '检查人员'])],
    rows: objects.map(({ visit, shown }) =>
      cells([shown.order, nameAndCode(shown), shown.address, groupInWords(visit, '\n')]),
    ),
    empty: '无',
  }
}

/** What is not public before the visit: the number, the codes that bind the office, and the reason; no name (S1, S2 第九条). */
function notDisclosed(
  facts: InspectionFacts,
  reason: string,
  cover: NoticeCover,
  day: string | null,
): NoticePaper {
  const { draw, entry } = facts
  const shown = cover.read(reason, { where: '不能事前公开的理由', field: '理由' }, [
    ...knownOfAll(facts),
    ...secretNames(facts),
  ])
  const title = `${facts.office}${form.title}`
  const blocks: FormBlock[] = [
    says('本次抽查的检查对象和检查人员不能在检查前公开，现将理由公示如下：'),
    ...shown.split('\n').map((line) => says(line)),
    says('检查实施后，将依法公示抽查结果。'),
    gap,
    ...(draw === null
      ? []
      : [
          grid([
            wideRow('抽查任务', draw.task.name),
            pairRow('抽取编号', draw.number, '抽取时间', timeInWords(draw.drawnAt)),
            pairRow('公示渠道', entry.noticePlace ?? '', '监督电话', entry.supervisionPhone ?? ''),
          ]),
          {
            kind: 'grid' as const,
            columns: [{ width: 25 }, { width: 131 }],
            rows: [codeRow('名单校验码 F', draw.freeze), codeRow('记录校验码 D', draw.digest)],
          },
        ]),
    closing(facts, day),
  ]
  return {
    model: noticeModel(facts, form, blocks),
    sheets: [summarySheet(facts, title, [['不能事前公开的理由', shown]])],
    masked: cover.masked,
    free: cover.free,
  }
}

/** 事前公示稿, as it goes round to be compared; what is published is made and confirmed under 公示. */
export const beforeNoticeForm = {
  id: form.id,
  name: form.name,
  stage: '公开',
  scope: 'draw',
  numberWord: null,
  build: (facts) => {
    const paper = beforeNotice(facts, facts.entry.beforeNoticeOn)
    if (paper === null) return null
    return facts.draw === null ? paper.model : asDraft(paper.model)
  },
} as const satisfies FormDefinition
