import type { MemberFacts } from './draw-facts.ts'
import type { FormBlock } from './form-model.ts'
import { dayInWords } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { blank, dayOrBlank, orBlank, says } from './official-parts.ts'

/** Names of the 抽查事项: as the list of items has them, else as the draw was held on them. */
export function itemNames({ items, draw, scheme }: InspectionFacts): readonly string[] {
  if (items.length > 0) return items.map(({ name }) => name)
  return draw?.items.map(({ name }) => name) ?? scheme?.items ?? []
}

/** 检查依据: what was entered, else what the list of items says of each; `null` where neither is known. */
export function basisOf({ entry, items }: InspectionFacts): string | null {
  return entry.basis ?? eachItem(items.map(({ name, basis }) => [name, basis]))
}

/** 检查内容, likewise. */
export function contentOf({ entry, items }: InspectionFacts): string | null {
  return entry.content ?? eachItem(items.map(({ name, content }) => [name, content]))
}

/** 检查方式: what was entered, else the different ways that the items name. */
export function methodOf({ entry, items }: InspectionFacts): string | null {
  const ways = [...new Set(items.flatMap(({ method }) => method ?? []))]
  return entry.method ?? (ways.length === 0 ? null : ways.join('、'))
}

/** The value alone where all items share it, else one line an item that has one. */
function eachItem(values: readonly (readonly [name: string, value: string | null])[]): string | null {
  const known = values.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  const shared = new Set(known.map(([, value]) => value))
  if (known.length === 0) return null
  if (shared.size === 1 && known.length === values.length) return known[0]?.[1] ?? null
  return known.map(([name, value]) => `${name}：${value}`).join('\n')
}

/** 检查时间 of the whole inspection: the days entered, else the scheme's words; `null` where nothing is known. */
export function periodOf({ entry, scheme }: InspectionFacts): string | null {
  const { startsOn, endsOn } = entry
  if (startsOn === null && endsOn === null) return scheme?.period ?? null
  if (startsOn === endsOn) return dayOrBlank(startsOn)
  const until = dayOrBlank(endsOn)
  const sameYear = startsOn !== null && endsOn?.slice(0, 4) === startsOn.slice(0, 4)
  return `${dayOrBlank(startsOn)}至${sameYear ? until.slice('2026年'.length) : until}`
}

/** Everybody who inspects, each once, in the order of the objects. */
export function officersOf(visits: readonly VisitFacts[]): readonly MemberFacts[] {
  const seen = new Map<string, MemberFacts>()
  for (const { inspectors } of visits)
    for (const member of inspectors) if (!seen.has(member.id)) seen.set(member.id, member)
  return [...seen.values()]
}

/** The people of one visit, one a line, with their 执法证号 in full; empty where they are not known. */
export function officerLines(visit: VisitFacts | null): string {
  return (visit?.inspectors ?? [])
    .map(
      ({ name, certificate, leader }) =>
        `${name}${leader ? '（组长）' : ''}　执法证号：${orBlank(certificate)}`,
    )
    .join('\n')
}

/** How a letter speaks to whoever is inspected: a firm, a person, or what is neither. */
export function partyPronoun(visit: VisitFacts | null): string {
  switch (visit?.object.kind) {
    case '企业':
      return '你单位'
    case '从业人员':
      return '你'
    default:
      return '你（单位）'
  }
}

/** The inspection in a sentence: `“2026年第四季度……抽查”（云住建发〔2026〕58号）`. */
export function taskWords({ draw }: InspectionFacts): string {
  if (draw === null) return `“${orBlank(null, 14)}”`
  const { name, documentNumber } = draw.task
  // Quotation marks inside quotation marks are single ones (GB/T 15834-2011 4.8.3.2).
  const inner = name.replaceAll('“', '‘').replaceAll('”', '’')
  return `“${inner}”${documentNumber === null ? '' : `（${documentNumber}）`}`
}

/** The approval of the scheme as it is cited; `null` where there is none. */
export function approvalWords({ scheme }: InspectionFacts): string | null {
  if (scheme === null || scheme.approval === null) return null
  const { name, number, date } = scheme.approval
  return `${name}批准，批准文号${number}，批准日期${dayInWords(date)}`
}

/** Paragraphs of a passage, each begun as a paragraph is. */
export function paragraphs(passage: string): FormBlock[] {
  return passage.split('\n').flatMap((line) => (line.trim() === '' ? [] : [says(line.trim())]))
}

/**
 * A section of an official paper: its heading in 黑体 on a line of its own, then what it says. The heading is the first
 * line of its paragraph, so that no page ends with it.
 */
export function section(heading: string, blocks: readonly FormBlock[]): FormBlock[] {
  const [first, ...rest] = blocks
  if (first === undefined) return []
  if (first.kind !== 'paragraph' || typeof first.text !== 'string')
    return [{ kind: 'group', blocks: [says([{ text: heading, style: 'strong' }]), first] }, ...rest]
  const text = [{ text: heading, style: 'strong' } as const, { text: `\n${first.text}` }]
  return [{ ...first, text }, ...rest]
}

/** What was entered, as paragraphs, or ruled lines to write it on. */
export function passageOrLines(passage: string | null, lines: number): FormBlock[] {
  return passage === null ? [{ kind: 'lines', count: lines }] : paragraphs(passage)
}

/** Characters of a line of the body (156 mm at 3号), and those that a paragraph is indented by. */
const lineLength = 27
const indentation = 2

/**
 * `一、检查时间：…`: a short section of a letter; a passage of several paragraphs goes on below. Where nothing is known,
 * so many lines to write on.
 */
export function clause(heading: string, passage: string | null, lines = 1): FormBlock[] {
  const begun = lineLength - indentation - heading.length - 1
  const [first = '', ...rest] = (passage ?? blank(begun)).split('\n')
  const further: FormBlock[] =
    passage === null && lines > 1 ? [{ kind: 'lines', count: lines - 1 }] : paragraphs(rest.join('\n'))
  return [says([{ text: `${heading}：`, style: 'strong' }, { text: first }]), ...further]
}

/** The words as a sentence: with 。 where nothing ends them yet; `null` where there are none. */
export function sentence(words: string | null): string | null {
  if (words === null || /[。；！？…]$/u.test(words)) return words
  return `${words}。`
}
