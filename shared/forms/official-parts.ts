import type { MemberFacts } from './draw-facts.ts'
import type { FormOrder } from './form-definition.ts'
import type { FormBlock, FormModel, FormText, GridBlock, SignatureBox, TableRow } from './form-model.ts'
import { fourColumns, modeBanner, pairRow, wideRow } from './form-parts.ts'
import { dayInWords, marksOf } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'

/** Room to write by hand inside a sentence, so many characters wide. */
export function blank(characters = 8): string {
  return '＿'.repeat(characters)
}

/** The value, or room to write it by hand inside a sentence. */
export function orBlank(value: string | null | undefined, characters = 8): string {
  return value ?? blank(characters)
}

/** A day in a sentence: `2026年11月20日`, or room to write it. */
export function dayOrBlank(day: string | null | undefined): string {
  return day === null || day === undefined ? '＿＿＿＿年＿＿月＿＿日' : dayInWords(day)
}

/** A moment as it is entered, `2026-11-20T09:30`, as `2026年11月20日9时30分`; empty where it is not known. */
export function momentInWords(moment: string | null): string {
  const parts = moment === null ? null : /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(moment)
  if (parts === null) return moment ?? ''
  return `${dayInWords(parts[1] ?? '')}${Number(parts[2])}时${parts[3]}分`
}

/** From when to when; room to write both where neither is known. */
export function spanInWords(from: string | null, until: string | null): string {
  const open = '＿＿＿年＿＿月＿＿日＿＿时＿＿分'
  return `${from === null ? open : momentInWords(from)}至${until === null ? open : momentInWords(until)}`
}

/** The people of a group with their 执法证号, in full: this is paper that the inspected party is shown (S1 第十条). */
export function officersInWords(inspectors: readonly MemberFacts[]): string {
  if (inspectors.length === 0) return ''
  return inspectors
    .map(
      ({ name, certificate, leader }) =>
        `${name}${leader ? '（组长）' : ''}（执法证号：${orBlank(certificate)}）`,
    )
    .join('、')
}

/** {@link officersInWords}, or room for two: fewer may not inspect (S1 第十条, S4 （九）). */
export function officersOrBlank(visit: VisitFacts | null): string {
  const words = officersInWords(visit?.inspectors ?? [])
  return words === '' ? `${blank(6)}（执法证号：${blank()}）、${blank(6)}（执法证号：${blank()}）` : words
}

/** What a paper of an inspection is made of, around its own blocks. */
export interface PaperParts {
  readonly id: string
  readonly name: string
  /** 标题 where it says more than the form's name */
  readonly title?: string
  readonly blocks: readonly FormBlock[]
  /** Papers that the inspected party is given carry no 保密: they name nobody else. */
  readonly toParty?: boolean
  readonly across?: boolean
}

/** The model of an inspection's paper: running line, marks and the frame of what is no official draw. */
export function inspectionPaper(facts: InspectionFacts, parts: PaperParts): FormModel {
  const { draw, office } = facts
  const title = parts.title ?? parts.name
  const right = draw === null ? '编号：' : `编号：${draw.number}`
  const confidential = draw?.confidential === true && parts.toParty !== true
  return {
    id: parts.id,
    title,
    running: { left: `${office}　${parts.name}`, right },
    marks: draw === null ? [] : marksOf({ mode: draw.mode, confidential }),
    ...(parts.across === true ? { across: true } : {}),
    blocks: parts.blocks,
  }
}

/** Head of a letter to one addressee (通知书、函、告知书、答复书); the same of every letter, however long it is. */
export function letterHead(facts: InspectionFacts, order: FormOrder, title: string): FormBlock[] {
  return officialHead(facts, order, title, true)
}

/**
 * Head of an official paper (公文): 版头 with 文号, the frame of what is no official draw, and the title.
 * The office's mark, red or not, and the logo are the office's choice (文书版式).
 */
export function officialHead(
  facts: InspectionFacts,
  order: FormOrder,
  title: string,
  letter = false,
): FormBlock[] {
  const { style, office, draw } = facts
  return [
    {
      kind: 'letterhead',
      office: style.headOffice ?? office,
      logo: style.logo,
      number: order.documentNumber,
      red: style.redHead,
      letter,
    },
    ...(draw === null ? [] : modeBanner(draw)),
    { kind: 'title', text: title },
  ]
}

/** Head of a form that is a table: the office above the title, the number of the draw below it. */
export function tableHead(facts: InspectionFacts, title: string): FormBlock[] {
  const { office, draw } = facts
  return [
    { kind: 'title', above: office, text: title, below: `编号：${draw?.number ?? blank(10)}` },
    ...(draw === null ? [] : modeBanner(draw)),
  ]
}

/** 主送: the addressee at the left edge, with a colon. */
export function addressee(name: string | null): FormBlock {
  return { kind: 'paragraph', text: `${orBlank(name, 16)}：`, indent: false }
}

/** A paragraph of the body of an official paper. */
export function says(text: FormText): FormBlock {
  return { kind: 'paragraph', text }
}

/** 署名, 成文日期 and room for the seal. */
export function closing(facts: InspectionFacts, day: string | null): FormBlock {
  return { kind: 'seal', office: facts.office, date: day === null ? null : dayInWords(day) }
}

/** What is cut off a paper, under its name: it stays together below its cut line. */
export function cutOff(name: string, blocks: readonly FormBlock[]): FormBlock {
  const title = [{ text: name, style: 'strong' }] as const
  return {
    kind: 'group',
    blocks: [
      { kind: 'cut' },
      { kind: 'paragraph', text: title, size: 'small', align: 'center', indent: false },
      ...blocks,
    ],
  }
}

/** Who the inspected party is, in a four-column grid; every cell is empty where nothing is known. */
export function partyRows(visit: Pick<VisitFacts, 'object'> | null): TableRow[] {
  const object = visit?.object
  return [
    wideRow('被检查对象', object?.name ?? ''),
    pairRow(
      '统一社会\n信用代码',
      object?.creditCode ?? '',
      '法定代表人\n（负责人）',
      object?.legalRepresentative ?? '',
    ),
    pairRow('地址', object?.address ?? '', '联系电话', object?.phone ?? ''),
  ]
}

/** A four-column grid. */
export function grid(rows: readonly TableRow[]): GridBlock {
  return { kind: 'grid', columns: fourColumns, rows }
}

/** The boxes of a form, and after them those that the office adds. */
export function signatures(
  facts: InspectionFacts,
  form: string,
  boxes: readonly SignatureBox[],
  perRow = 2,
): FormBlock {
  const extra = (facts.style.extraSignatures[form] ?? []).map((label) => ({ label, name: null }))
  return { kind: 'signatures', perRow, boxes: [...boxes, ...extra] }
}
