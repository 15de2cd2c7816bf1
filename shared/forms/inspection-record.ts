import type { MemberFacts } from './draw-facts.ts'
import { presentRows } from './enforcement-parts.ts'
import type { FormDefinition, FormOrder } from './form-definition.ts'
import type { FormBlock, FormModel, SignatureBox, TableBlock, TableRow } from './form-model.ts'
import { cells, labels, pairRow, sectionRow, wideRow } from './form-parts.ts'
import { ticked, tickedLines } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { itemNames, methodOf, officerLines } from './inspection-words.ts'
import { objectRows } from './object-rows.ts'
import { grid, inspectionPaper, momentInWords, partyRows, signatures, tableHead } from './official-parts.ts'
import { handlings, inspectionResults } from './visit-entry.ts'
import { writingRow } from './writing-row.ts'

const id = 'inspection-record'
const name = '现场检查记录表'

/** Rows of a checklist that no item fills. */
const emptyRows = 3

/**
 * 现场检查记录表 (S1 第十条, S2 第十三条, S3 第二十一条): pre-filled with what is known, and room to write what is found. What
 * nobody entered is a box to tick by hand.
 */
function inspectionRecord(facts: InspectionFacts, { visit }: FormOrder): FormModel {
  const blocks: FormBlock[] = [
    ...tableHead(facts, name),
    grid(headRows(facts, visit)),
    checklist(facts),
    grid(findingRows(visit)),
    { kind: 'group', blocks: [grid(partyOpinionRows(visit)), signatures(facts, id, signers(visit), 3)] },
  ]
  return inspectionPaper(facts, { id, name, blocks })
}

function headRows(facts: InspectionFacts, visit: VisitFacts | null): TableRow[] {
  const entry = visit?.entry
  return [
    ...partyRows(visit),
    ...objectRows(visit?.object ?? null),
    ...presentRows(visit),
    pairRow('开始时间', momentRoom(entry?.startedAt), '结束时间', momentRoom(entry?.endedAt)),
    pairRow('检查地点', entry?.place ?? visit?.object.address ?? '', '检查方式', methodOf(facts) ?? ''),
    wideRow('检查人员', officerLines(visit), 34),
    wideRow('执法证件', certificateWords(visit)),
  ]
}

/** When, or room to write it. */
function momentRoom(moment: string | null | undefined): string {
  return moment === null || moment === undefined ? '　　　年　月　日　时　分' : momentInWords(moment)
}

/**
 * S1 第十条: the certificate is shown, and it is recorded that it was. That the party was told its rights is nowhere
 * entered, and is ticked by hand.
 */
function certificateWords(visit: VisitFacts | null): string {
  const shown = visit?.entry.certificatesShown ?? null
  const choice = ticked([
    ['已出示', shown === '已出示'],
    ['未出示', shown === '未出示'],
  ])
  const told = ticked([
    ['已告知', false],
    ['未告知', false],
  ])
  return `检查前向当事人出示执法证件：${choice}\n告知检查事项、依据和陈述申辩、申请回避的权利：${told}`
}

function checklist(facts: InspectionFacts): TableBlock {
  return {
    kind: 'table',
    columns: [{ width: 10, align: 'center' }, { width: 68 }, { width: 24 }, { width: 54 }],
    header: [sectionRow('检查事项和内容', 4), labels(['序号', '检查内容', '结果', '情况说明'])],
    rows: checkLines(facts).map((line, index) =>
      cells([String(index + 1), line, '☐ 符合\n☐ 不符合\n☐ 不适用', '']),
    ),
  }
}

/** A line a thing to look at: what was entered for the whole inspection, else what each item asks for. */
function checkLines(facts: InspectionFacts): readonly string[] {
  const { entry, items } = facts
  if (entry.content !== null) return parts(entry.content)
  const lines = items.flatMap(({ name: item, content }) =>
    content === null ? [item] : parts(content).map((part) => `${item}：${part}`),
  )
  if (lines.length > 0) return lines
  const names = itemNames(facts)
  return names.length > 0 ? names : Array.from({ length: emptyRows }, () => '')
}

/** Whatever a list keeps apart by lines or semicolons is looked at one by one; 、 may join what belongs together. */
function parts(content: string): readonly string[] {
  return content.split(/[\n；]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
}

function findingRows(visit: VisitFacts | null): TableRow[] {
  const entry = visit?.entry
  return [
    writingRow('现场状况', entry?.situation ?? '', 84),
    writingRow('发现的问题', entry?.problems ?? '', 140),
    wideRow('检查结果', choices(inspectionResults, entry?.result)),
    wideRow('处理方式', choices(handlings, entry?.handling)),
    writingRow('处理意见', entry?.opinion ?? '', 44),
    wideRow('影像资料\n编号', entry?.mediaNumber ?? '', 26),
  ]
}

/** Characters that a line of the grid's wide cell holds. */
const lineLength = 34

/** All the words with a box each, the one that was entered ticked. */
function choices(words: readonly string[], chosen: string | null | undefined): string {
  return tickedLines(
    words.map((word) => [word, word === chosen]),
    lineLength,
  )
}

/** S2 第十四条: the party reads the record and may object on the spot; what it said is examined again. */
function partyOpinionRows(visit: VisitFacts | null): TableRow[] {
  const entry = visit?.entry
  return [
    writingRow(
      '当事人意见',
      `本记录已经当事人阅读（或者向当事人宣读）：☐ 属实　☐ 有异议\n异议、陈述和申辩：${entry?.statement ?? ''}`,
      62,
    ),
    writingRow('当场复核\n意见', entry?.reexamination ?? '', 36),
    wideRow('说明', '当事人拒绝签名或者不能签名的，由检查人员注明原因，有见证人的由见证人签名。'),
  ]
}

/** All members sign (S3 第二十一条). */
function signers(visit: VisitFacts | null): SignatureBox[] {
  const entry = visit?.entry
  const members = visit?.inspectors ?? []
  return [
    { label: '被检查对象负责人', name: entry?.representative ?? null },
    { label: '见证人', name: entry?.witness ?? null },
    { label: '记录人', name: null },
    ...(members.length === 0 ? noMembers : members.map(memberBox)),
  ]
}

const noMembers: readonly SignatureBox[] = [1, 2, 3].map(() => ({ label: '检查人员', name: null }))

function memberBox({ name: member, leader }: MemberFacts): SignatureBox {
  return { label: leader ? '检查人员（组长）' : '检查人员', name: member }
}

/** 现场检查记录表, one an object. */
export const inspectionRecordForm = {
  id,
  name,
  stage: '现场检查',
  scope: 'object',
  numberWord: null,
  build: inspectionRecord,
} as const satisfies FormDefinition
