import type { DrawFacts, ResultFacts } from '../../../shared/forms/draw-facts.ts'
import { defaultFormStyle, type FormStyle, formStyleSchema } from '../../../shared/forms/form-style.ts'
import type { FreezeSlipFacts } from '../../../shared/forms/freeze-slip-facts.ts'
import { noInspectionEntry } from '../../../shared/forms/inspection-entry.ts'
import type {
  ArchivedFacts,
  InspectionFacts,
  ItemDetailFacts,
  NonRandomFacts,
  RulesFacts,
  VisitedObjectFacts,
  VisitFacts,
} from '../../../shared/forms/inspection-facts.ts'
import type { SchemeFacts } from '../../../shared/forms/scheme-form.ts'
import { noVisitEntry, type VisitEntry } from '../../../shared/forms/visit-entry.ts'
import {
  absentVisitEntry,
  longEntry,
  longName,
  longVisitEntry,
  patchyVisitEntry,
  sampleEntry,
  sampleVisitEntry,
  soundVisitEntry,
} from './sample-entries.ts'
import { sampleDigest, sampleFacts, sampleMember } from './sample-facts.ts'
import { sampleLists } from './sample-lists.ts'
import { sampleSlip } from './sample-slip.ts'
import { worstDraw, worstItems, worstNonRandom, worstScheme, worstStyle } from './sample-worst.ts'

/** How much there is to print: one row, a usual inspection, or the worst that an office may bring. */
export type SampleLevel = 'one' | 'typical' | 'worst'
export const sampleLevels = ['one', 'typical', 'worst'] as const satisfies readonly SampleLevel[]

const office = '云岭县住房和城乡建设局'
const rowCounts = { one: 1, typical: 25, worst: 5000 } as const satisfies Record<SampleLevel, number>

/**
 * Everything that papers are written from. Objects, people and slip follow the draw: give another `draw` in `change`
 * for another kind, mode or number of rows (`worstDraw(60)`).
 */
export function sampleInspection(level: SampleLevel, change: Partial<InspectionFacts> = {}): InspectionFacts {
  const draw = change.draw === undefined ? sampleDraw(level) : change.draw
  const results = draw?.results ?? []
  const worst = level === 'worst'
  return {
    office: draw?.office ?? office,
    style: worst ? worstStyle : sampleStyle,
    draw,
    freezeSlip: draw === null ? null : slipOf(draw),
    scheme: worst ? worstScheme : sampleScheme,
    items: worst ? worstItems : sampleItems,
    entry: worst ? longEntry : sampleEntry,
    visits: results.map((result, index) => visitOf(level, result, index)),
    rules: sampleRules,
    archive: archiveOf(level),
    lists: sampleLists(worst, rowCounts[level]),
    nonRandom: worst ? worstNonRandom : sampleNonRandom,
    ...change,
  }
}

/** A draw of which nothing was entered yet, and of whose objects nothing is known but what the draw itself says. */
export function emptyInspection(change: Partial<InspectionFacts> = {}): InspectionFacts {
  const draw = change.draw === undefined ? bareDraw(sampleFacts(3)) : change.draw
  return {
    office,
    style: defaultFormStyle,
    draw,
    freezeSlip: draw === null ? null : slipOf(draw),
    scheme: null,
    items: (draw?.items ?? []).map(({ name }) => ({ ...noItemDetail, name })),
    entry: noInspectionEntry,
    visits: (draw?.results ?? []).map((result) => ({
      order: result.order,
      object: { ...noObjectDetail, id: result.id, name: result.name },
      team: result.team,
      inspectors: [],
      entry: noVisitEntry,
    })),
    rules: null,
    archive: [],
    lists: {},
    nonRandom: null,
    ...change,
  }
}

/** What blank forms are printed from: of no draw, with the office's name. */
export function blankInspection(change: Partial<InspectionFacts> = {}): InspectionFacts {
  return {
    office,
    style: defaultFormStyle,
    draw: null,
    freezeSlip: null,
    scheme: null,
    items: [],
    entry: noInspectionEntry,
    visits: [],
    rules: null,
    archive: [],
    lists: {},
    nonRandom: null,
    ...change,
  }
}

function sampleDraw(level: SampleLevel): DrawFacts {
  if (level === 'worst') return worstDraw(rowCounts.worst)
  return sampleFacts(rowCounts[level], { mediaNumber: sampleEntry.mediaNumber })
}

/** A draw whose optional facts are all unknown. */
function bareDraw(draw: DrawFacts): DrawFacts {
  return {
    ...draw,
    task: { name: draw.task.name, documentNumber: null },
    items: draw.items.map(({ name }) => ({ name, category: null })),
    conditions: '',
    witnesses: draw.witnesses.slice(0, 1),
    results: draw.results.map((result) => ({ ...result, creditCode: null, address: null, inspectors: [] })),
    teams: [],
    topology: 'none',
    teamCount: null,
    slots: [],
    grounds: [],
    signatories: { host: null, operator: null, recorder: null, supervisor: null, leadingOffice: null },
  }
}

/** The slip of a draw's freeze: what both say is the same. */
export function slipOf(draw: DrawFacts): FreezeSlipFacts {
  return sampleSlip({
    number: draw.number,
    kind: draw.kind,
    mode: draw.mode,
    attempt: draw.attempt,
    office: draw.office,
    task: draw.task,
    items: draw.items.map(({ name }) => name),
    conditions: draw.conditions,
    venue: draw.venue,
    amends: draw.amends,
    reason: draw.reason,
    approver: draw.approver,
    objectRegister: draw.objectRegister,
    inspectorRegister: draw.inspectorRegister,
    due: draw.due,
    strata: draw.strata,
    teamCount: draw.teamCount,
    slots: draw.slots,
    vacancies: draw.vacancies,
    freeze: draw.freeze,
    commit: draw.commit,
    grounds: draw.grounds,
    notes: draw.notes,
    witnesses: draw.witnesses.map(({ seat, role, name }) => ({ seat, role, name })),
    signatories: { operator: draw.signatories.operator, supervisor: draw.signatories.supervisor },
  })
}

const sampleStyle: FormStyle = formStyleSchema.parse({
  numberPattern: '云住建{字}〔{年}〕{号}号',
  address: '云岭县城关镇人民路18号',
  phone: '0871-5550100',
})

const sampleScheme: SchemeFacts = {
  office,
  title: '2026年第四季度城镇燃气和物业服务抽查实施方案',
  line: '2026年度抽查计划 2026-01',
  outside: null,
  items: ['对燃气经营企业安全管理的检查', '对物业服务企业履约情况的检查'],
  period: '2026年11月20日至12月10日',
  purpose: '督促企业落实安全生产和服务质量主体责任，消除隐患。',
  procedure: '锁定名单，公开摇号，送达通知，现场检查，汇总公示。',
  division: '城建股牵头组织，城市管理综合执法大队参加检查，办公室负责公示。',
  inspectors: 6,
  objects: 25,
  confidentiality: '检查人员在公示前不得泄露检查对象名单。',
  approval: { name: '苏文彬', number: '云住建方案〔2026〕1号', date: '2026-11-18' },
  digest: sampleDigest('scheme'),
}

const noObjectDetail: Omit<VisitedObjectFacts, 'id' | 'name'> = {
  kind: null,
  creditCode: null,
  address: null,
  legalRepresentative: null,
  contact: null,
  phone: null,
  businessCategory: null,
  region: null,
  department: null,
}

const noItemDetail: Omit<ItemDetailFacts, 'name'> = {
  category: null,
  basis: null,
  content: null,
  method: null,
  subject: null,
  department: null,
}

const sampleItems: readonly ItemDetailFacts[] = [
  {
    name: '对燃气经营企业安全管理的检查',
    category: '重点检查事项',
    basis: '《城镇燃气管理条例》第四十一条',
    content: '经营许可、安全管理制度、设施维护和从业人员资格',
    method: '现场检查',
    subject: office,
    department: '城建股',
  },
  {
    name: '对物业服务企业履约情况的检查',
    category: '一般检查事项',
    basis: '《物业管理条例》第五条',
    content: '合同履行、收费公示、公共设施维护',
    method: '现场检查',
    subject: office,
    department: '房管股',
  },
]

const sampleRules: RulesFacts = {
  name: '云岭细则',
  recusal: '检查人员与检查对象有利害关系的应当回避（云岭细则第十二条）',
  replacement: '更换检查人员须经分管负责人同意，并从其余符合条件的人员中随机抽取（云岭细则第十三条）',
  report: '检查结束后3个工作日内提交检查报告（云岭细则第十五条）',
  publication: '检查结果在10个工作日内公示（云岭细则第十六条）',
  review: '收到复核申请后5个工作日内复核并答复（云岭细则第十八条）',
}

const sampleNonRandom: NonRandomFacts = {
  serial: 'YL01-V000003',
  object: {
    id: 'YL01-O000102',
    name: '云岭县石桥第9物业服务有限公司',
    kind: '企业',
    creditCode: '91530100000001026X',
    address: '云岭县石桥镇滨河路9号',
    legalRepresentative: '秦淑芬',
    contact: '秦淑芬',
    phone: '13800000102',
    businessCategory: '物业服务',
    region: '石桥镇',
    department: '房管股',
  },
  kind: '投诉举报',
  date: '2026-05-06',
  number: '云住建投〔2026〕11号',
  department: '房管股',
  item: '对物业服务企业履约情况的检查',
  passed: '不合格',
  findings: '未公示收费标准，电梯维护保养记录不全。',
  remark: '已责令整改并复查',
}

function visitOf(level: SampleLevel, result: ResultFacts, index: number): VisitFacts {
  const worst = level === 'worst'
  const serial = String(result.order).padStart(4, '0')
  return {
    order: result.order,
    object: {
      id: result.id,
      name: result.name,
      kind: '企业',
      creditCode: result.creditCode,
      address: result.address,
      legalRepresentative: worst ? longName('法定代表人') : sampleMember(index + 20).name,
      contact: worst ? longName('联络人') : sampleMember(index + 21).name,
      phone: `1380000${serial}`,
      businessCategory: worst ? longName('经营类别') : index % 2 === 0 ? '燃气' : '物业服务',
      region: worst ? longName('区域') : '城关镇',
      department: worst ? longName('监管股室') : '城建股',
    },
    team: result.team,
    inspectors: result.inspectors,
    entry: entryOf(level, index),
  }
}

/** Of a usual inspection most objects are sound, one could not be found, and the last are still to be visited. */
function entryOf(level: SampleLevel, index: number): VisitEntry {
  if (level === 'one') return sampleVisitEntry
  if (level === 'worst') {
    return (
      [longVisitEntry, noVisitEntry, patchyVisitEntry, soundVisitEntry][Math.min(index, 3)] ?? noVisitEntry
    )
  }
  if (index === 0) return sampleVisitEntry
  if (index === 4) return absentVisitEntry
  if (index === 9) return rectifiedVisitEntry
  return index < 20 ? soundVisitEntry : noVisitEntry
}

const rectifiedVisitEntry: VisitEntry = {
  ...soundVisitEntry,
  problems: '未按规定公示收费标准。',
  result: '经责令已改正',
  handling: '当场处理',
  opinion: '当场改正，已张贴收费标准。',
}

function archiveOf(level: SampleLevel): readonly ArchivedFacts[] {
  const kinds = ['文书', '签字件', '照片', '扫描件', '抽取数据包'] as const
  const usual = [
    ['抽查实施方案.pdf', '文书', 3],
    ['锁定名单校验单.pdf', '文书', 1],
    ['锁定名单校验单（签字）.jpg', '照片', null],
    ['抽查工作记录表.pdf', '文书', 6],
    ['抽查工作记录表（签字）.pdf', '签字件', 6],
    ['随机抽取结果名单.pdf', '文书', 2],
    ['检查人员名单及分组.pdf', '文书', 2],
    ['YL01-2026-0007.zip', '抽取数据包', null],
    ['现场检查记录表.pdf', '文书', 50],
    ['现场照片01.jpg', '照片', null],
  ] as const
  const entry = (name: string, kind: string, pages: number | null, index: number): ArchivedFacts => ({
    name,
    kind,
    pages,
    bytes: 12_345 + index * 6789,
    sha256: sampleDigest(`archive ${index}`),
    at: '2026-11-20T10:05:00+08:00',
    by: '蒋晓东',
    note: null,
  })
  if (level === 'one') return usual.slice(3, 4).map(([name, kind, pages]) => entry(name, kind, pages, 0))
  if (level === 'typical') return usual.map(([name, kind, pages], index) => entry(name, kind, pages, index))
  return Array.from({ length: 600 }, (_, index) => ({
    ...entry(
      `${longName(`档案${index + 1}`)}.pdf`,
      kinds[index % 5] ?? '',
      index % 3 === 0 ? null : 12,
      index,
    ),
    by: longName('归档人'),
    note: index % 4 === 0 ? longName('档案备注') : null,
  }))
}
