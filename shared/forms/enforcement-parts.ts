import type { MemberFacts } from './draw-facts.ts'
import type { FormBlock, SignatureBox, TableBlock, TableRow } from './form-model.ts'
import { evenBoxes, pairRow, sectionRow } from './form-parts.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { taskWords } from './inspection-words.ts'
import { blank, dayOrBlank, officersOrBlank, orBlank } from './official-parts.ts'
import type { VisitEntry } from './visit-entry.ts'

/** 小四: what was seen and said is read line by line. */
const narrativeSize = 12
/** Height of a row to write on by hand, points. */
const ruledRow = 27
/** Least height of what is printed, points. */
const typedRow = 40

/** Whether anything of these is entered: a paper of what is not always done is made for no other object. */
export function anyEntered(entry: VisitEntry, names: readonly (keyof VisitEntry)[]): boolean {
  return names.some((name) => {
    const value = entry[name]
    return value !== null && value.length > 0
  })
}

/**
 * What was seen, said or decided, in full below its heading, which is repeated on every page it goes over;
 * ruled rows to write on where nothing is entered.
 */
export function narrative(section: string, text: string | null | undefined, rows: number): TableBlock {
  return narrativeRows(section, text === null || text === undefined ? [] : [text], rows)
}

/** Several of them, one below the other: questions with their answers. */
export function narrativeRows(section: string, texts: readonly string[], rows: number): TableBlock {
  return {
    kind: 'table',
    columns: [{ width: 156 }],
    header: [sectionRow(section, 1)],
    rows:
      texts.length > 0
        ? texts.map((text) => ({ cells: [{ text, valign: 'top' }], minHeight: typedRow }))
        : ruledRows(rows),
    fontSize: narrativeSize,
  }
}

function ruledRows(count: number): TableRow[] {
  return Array.from({ length: count }, () => ({ cells: [{ text: '' }], minHeight: ruledRow }))
}

/**
 * A box for each officer: all members sign (S3 第二十一条); two where nobody is known yet, since fewer may not
 * inspect (S1 第十条, S4 （九）).
 */
export function officerBoxes(visit: VisitFacts | null, label = '执法检查人员'): SignatureBox[] {
  const people: readonly (MemberFacts | null)[] = visit?.inspectors ?? []
  return [...people, null, null]
    .slice(0, Math.max(2, people.length))
    .map((person) => ({ label, name: person === null ? null : personWords(person) }))
}

function personWords({ name, certificate }: MemberFacts): string {
  return certificate === null ? name : `${name}　${certificate}`
}

/** {@link evenBoxes} with those that the office adds. */
export function signedBoxes(facts: InspectionFacts, form: string, boxes: readonly SignatureBox[]): FormBlock {
  const added = (facts.style.extraSignatures[form] ?? []).map((label) => ({ label, name: null }))
  return evenBoxes([...boxes, ...added])
}

/** Who was at the place for the party, in a row of a four-column grid. */
export function presentRow(visit: VisitFacts | null): TableRow {
  const entry = visit?.entry
  return pairRow('在场负责人', entry?.representative ?? '', '职务', entry?.representativeRole ?? '')
}

/** The same with what tells the person from others of that name. */
export function presentRows(visit: VisitFacts | null): TableRow[] {
  const entry = visit?.entry
  return [
    presentRow(visit),
    pairRow('身份证号', entry?.representativeIdentity ?? '', '电话', entry?.representativePhone ?? ''),
  ]
}

/** By what draw, by whom and when the inspection was made: what every paper that follows from it begins with. */
export function inspectionWords(facts: InspectionFacts, visit: VisitFacts | null, whom: string): string {
  const drawn = `经随机抽取（编号：${orBlank(facts.draw?.number)}）`
  const day = dayOrBlank(visit?.entry.startedAt)
  return `按照${taskWords(facts)}安排，${drawn}，本机关执法检查人员${officersOrBlank(visit)}于${day}对${whom}进行了检查`
}

/** 复议 and 诉讼 in general words: which organ, which court and which terms are the law's of the case. */
export function remedies(you: string, paper: string): string {
  return (
    `${you}如对${paper}不服，可以自收到之日起${blank(3)}日内依法向${blank()}申请行政复议，` +
    `或者在${blank(3)}个月内依法向${blank()}人民法院提起行政诉讼。`
  )
}
