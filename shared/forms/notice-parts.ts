import type { DrawFacts } from './draw-facts.ts'
import type { FormBlock, FormModel, GridBlock, TableBlock, TableRow } from './form-model.ts'
import { codePiece } from './form-model.ts'
import { cells, codeRow, fourColumns, labels, modeBanner, pairRow, wideRow } from './form-parts.ts'
import { dayInWords, numberedLines, timeInWords } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import type { MaskedMeaning } from './masking.ts'
import { isNaturalPerson, knownOfAll, type NoticeCover } from './notice-cover.ts'
import type { NoticeSheet } from './notice-paper.ts'
import { grid, orBlank } from './official-parts.ts'

/** A part of a notice under its heading; without blocks it is left out and not counted. */
export interface NoticeSection {
  readonly name: string
  readonly blocks: readonly FormBlock[]
}

/** Sections with their numbers, each heading with the beginning of what it heads. */
export function numbered(sections: readonly NoticeSection[]): FormBlock[] {
  return sections
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ name, blocks: [first, ...others] }, index): FormBlock[] => {
      const heading = { kind: 'heading', text: `${'一二三四五六七八九十'[index] ?? ''}、${name}` } as const
      // A table keeps its heading by itself, and may be longer than a page.
      const together: FormBlock[] =
        first === undefined
          ? []
          : first.kind === 'table'
            ? [heading, first]
            : [{ kind: 'group', blocks: [heading, first] }]
      return [...together, ...others]
    })
}

/** `（共25个）` behind a heading; nothing on a blank form. */
export function count({ draw }: Pick<InspectionFacts, 'draw'>, number: number, unit: string): string {
  return draw === null ? '' : `（共${number}${unit}）`
}

/** A little room between what is written and what is ruled. */
export const gap = { kind: 'space', height: 8 } as const satisfies FormBlock

/** The model of a notice. It is published as it stands; what goes round before is marked by `asDraft`. */
export function noticeModel(
  { office, draw }: InspectionFacts,
  form: { readonly id: string; readonly name: string; readonly title: string },
  blocks: readonly FormBlock[],
): FormModel {
  const number = draw?.number ?? ''
  return {
    id: form.id,
    title: form.title,
    running: { left: `${office}　${form.name}`, right: `编号：${number}` },
    marks: draw === null ? [] : marksOfMode(draw),
    blocks: [
      { kind: 'title', above: office, text: form.title, below: `编号：${orBlank(draw?.number, 10)}` },
      ...(draw === null ? [] : modeBanner(draw)),
      ...blocks,
    ],
  }
}

/** A notice names nobody before it may, so it is never marked 保密 itself. */
function marksOfMode({ mode }: DrawFacts): readonly string[] {
  return mode === 'official' ? [] : [mode === 'rehearsal' ? '演练' : '未经现场见证']
}

/** Grounds of the draw that the public is told: what it rests on, who takes part, and who was sent without a draw. */
const publicGrounds: ReadonlySet<string> = new Set([
  '执行细则',
  '年度计划',
  '计划外抽查',
  '省平台',
  '省平台任务号',
  '联合抽查',
  '人员来源',
])

/** What was inspected, on what ground, by whom and when. */
export function taskGrid(facts: InspectionFacts, cover: NoticeCover, publication: string | null): GridBlock {
  const { draw, entry, items, office } = facts
  const personal = knownOfAll(facts)
  const read = (field: string, text: string | null) =>
    text === null ? '' : cover.read(text, { where: '基本情况', field }, personal)
  return grid([
    wideRow('抽查任务', draw?.task.name ?? ''),
    wideRow('抽查事项', numberedLines(itemNames(facts))),
    wideRow('检查依据', entry.basis === null ? lines(items, 'basis') : read('检查依据', entry.basis)),
    ...known(
      draw,
      '检查内容',
      entry.content === null ? lines(items, 'content') : read('检查内容', entry.content),
    ),
    pairRow(
      '检查机关',
      office,
      '检查方式',
      entry.method ?? [...new Set(items.flatMap(({ method }) => method ?? []))].join('、'),
    ),
    ...known(draw, '检查时间', periodInWords(entry.startsOn, entry.endsOn)),
    ...(draw?.grounds ?? [])
      .filter(({ title }) => publicGrounds.has(title))
      .map(({ title, text }) =>
        wideRow(
          title,
          title === '人员来源' ? cover.read(text, { where: '抽取依据', field: title }, personal) : text,
        ),
      ),
    ...(publication === null ? [] : [wideRow('公示依据', publication)]),
    pairRow('公示渠道', entry.noticePlace ?? '', '监督电话', entry.supervisionPhone ?? ''),
  ])
}

/** A row of what is not always told: a blank form has room for it, a notice is published without it. */
function known(draw: DrawFacts | null, title: string, text: string): TableRow[] {
  return text === '' && draw !== null ? [] : [wideRow(title, text)]
}

/** The items as the draw froze them; those of the list where there is no draw. */
export function itemNames({ draw, items }: InspectionFacts): readonly string[] {
  return draw === null ? items.map(({ name }) => name) : draw.items.map(({ name }) => name)
}

function lines(items: InspectionFacts['items'], field: 'basis' | 'content'): string {
  return numberedLines([...new Set(items.flatMap((item) => item[field] ?? []))])
}

/** `2026年11月23日至2026年12月4日`; one day once; empty where it is not known. */
export function periodInWords(from: string | null, until: string | null): string {
  if (from === null && until === null) return ''
  if (from === null) return `${dayInWords(until ?? '')}前`
  if (until === null) return `${dayInWords(from)}起`
  return from === until ? dayInWords(from) : `${dayInWords(from)}至${dayInWords(until)}`
}

/** An object as the public sees it. */
export interface PublicObject {
  readonly order: string
  readonly name: string
  readonly code: string
  readonly address: string
}

/** A firm by name, 统一社会信用代码 and address; a natural person covered. */
export function publicObject(visit: VisitFacts, cover: NoticeCover): PublicObject {
  const { object, order } = visit
  const place = (field: string) => ({ where: `第${order}个检查对象（${object.id}）`, field })
  const code = object.creditCode ?? ''
  const address = object.address ?? ''
  if (!isNaturalPerson(visit)) return { order: String(order), name: object.name, code, address }
  return {
    order: String(order),
    name: cover.show('person-name', object.name, place('检查对象')),
    code,
    address: address === '' ? '' : cover.show('home-address', address, place('地址')),
  }
}

/** Name and code in one cell, a line each. */
export function nameAndCode({ name, code }: PublicObject): string {
  return code === '' ? name : `${name}\n${code}`
}

/** Who inspects an object: the number of the group, and `张伟（组长）、李淑芬`. */
export function groupInWords({ team, inspectors }: VisitFacts, between: string): string {
  if (inspectors.length === 0) return ''
  const names = inspectors.map(({ name, leader }) => (leader ? `${name}（组长）` : name)).join('、')
  return team === null ? names : `第${team}组${between}${names}`
}

/** The people of the list in force, each once, in the order in which they first stand in it, with what the public sees. */
export function publicPeople(
  visits: readonly VisitFacts[],
  cover: NoticeCover,
): readonly (readonly [order: string, name: string, department: string, certificate: string])[] {
  const people = new Map(visits.flatMap(({ inspectors }) => inspectors.map((one) => [one.id, one] as const)))
  return [...people.values()].map(({ id, name, department, certificate }, index) => [
    String(index + 1),
    name,
    department ?? '',
    certificate === null
      ? ''
      : cover.show('certificate', certificate, { where: `检查人员 ${name}（${id}）`, field: '执法证号' }),
  ])
}

/** 检查人员, or the sentence that there are none yet. */
export function peopleTable(people: readonly (readonly string[])[]): TableBlock {
  return {
    kind: 'table',
    fontSize: 9,
    columns: [
      { width: 14, align: 'center' },
      { width: 36, align: 'center' },
      { width: 66 },
      { width: 40, align: 'center' },
    ],
    header: [labels(['序号', '姓名', '单位（部门）', '执法证号'])],
    rows: people.map((row) => cells(row)),
    empty: '检查人员尚未匹配，将在检查实施前随机匹配',
  }
}

/** A table of a blank form: rows to fill in by hand instead of the sentence that there are none. */
export function toFillIn({ draw }: InspectionFacts, table: TableBlock): TableBlock {
  if (draw !== null || table.rows.length > 0) return table
  const row: TableRow = { cells: table.columns.map(() => ({ text: '' })), minHeight: 24 }
  return { ...table, rows: Array.from({ length: 5 }, () => row) }
}

/** How it was drawn, and the numbers that are told also when they are 0. */
export function drawGrid(draw: DrawFacts): FormBlock[] {
  const { counts } = draw
  const place: TableRow[] = [
    pairRow('抽取编号', draw.number, '抽取时间', timeInWords(draw.drawnAt)),
    wideRow('抽取地点', draw.venue),
    wideRow('抽取方式', draw.method),
    wideRow(
      '次数',
      `抽取${counts.attempts}次，中止${counts.aborts}次，作废${counts.voids}次，更换${counts.replacements}次`,
    ),
  ]
  return [
    { kind: 'grid', columns: fourColumns, rows: place },
    {
      kind: 'grid',
      columns: [{ width: 25 }, { width: 131 }],
      rows: [
        codeRow('名单校验码 F', draw.freeze),
        codeRow('承诺码 C', draw.commit),
        codeRow('记录校验码 D', draw.digest),
      ],
    },
  ]
}

/** How anybody recomputes the draw, beside D as a QR code. */
export function checkingBlock(draw: DrawFacts): FormBlock {
  return {
    kind: 'qr',
    content: draw.qrText,
    size: 30,
    caption: [
      [{ text: '任何人都可以重算抽取结果', style: 'strong' }],
      '向检查机关索取本次抽取的校验包，用浏览器打开其中的 verify.html（不需联网），即可由锁定的名单和公开的随机数重算全部结果。',
      [{ text: '重算所得的记录校验码 D 应与本公示逐组相同：' }],
      [codePiece(draw.digest.slice(0, 32)), { text: '\n' }, codePiece(draw.digest.slice(32))],
    ],
  }
}

/** What was covered, by meaning, and on what ground it was. */
const leftOut: readonly (readonly [meaning: MaskedMeaning, sentence: string])[] = [
  ['person-name', '检查对象是自然人的，姓名只公开姓氏，住址只公开到乡镇、街道。'],
  ['certificate', '执法证号只公开末四位；检查人员实施检查时出示执法证件，检查对象可以查验。'],
  ['phone', '联系电话、身份证号等个人信息不予公开（个人信息保护法第二十五条）。'],
]

/** 未予公开的内容: why something is not there that one might look for. */
export function leftOutBlock(cover: NoticeCover, further: readonly string[] = []): FormBlock {
  const items = leftOut.flatMap(([meaning, sentence]) => (cover.covers(meaning) ? [sentence] : []))
  return { kind: 'list', items: [...items, ...further], size: 'small' }
}

/** What the notice says of the whole, as a sheet of names and values. */
export function summarySheet(
  facts: InspectionFacts,
  title: string,
  more: readonly (readonly [title: string, text: string])[] = [],
): NoticeSheet {
  const { draw, entry, office } = facts
  const period = periodInWords(entry.startsOn, entry.endsOn)
  const rows: readonly (readonly [string, string | null])[] = [
    ['检查机关', office],
    ['抽查任务', draw?.task.name ?? null],
    ['抽查事项', itemNames(facts).join('、')],
    ['检查时间', period === '' ? null : period],
    ['抽取编号', draw?.number ?? null],
    ['抽取时间', draw === null ? null : timeInWords(draw.drawnAt)],
    ['名单校验码 F', draw?.freeze ?? null],
    ['记录校验码 D', draw?.digest ?? null],
    ...more,
    ['公示渠道', entry.noticePlace],
    ['监督电话', entry.supervisionPhone],
  ]
  return {
    name: '公示信息',
    title,
    columns: [
      { title: '项目', width: 20 },
      { title: '内容', width: 90 },
    ],
    rows: rows.map(([name, text]) => [name, text ?? '']),
  }
}

/** 检查人员 as a sheet. */
export function peopleSheet(people: readonly (readonly string[])[], title: string): NoticeSheet {
  return {
    name: '检查人员',
    title,
    columns: [
      { title: '序号', width: 8 },
      { title: '姓名', width: 16 },
      { title: '单位（部门）', width: 36 },
      { title: '执法证号', width: 22 },
    ],
    rows: people,
  }
}
