import type { PlanLine } from '../registry/plan-line.ts'
import { perCent } from '../rules/per-cent.ts'
import type { ListSection, ListTable } from './list-facts.ts'

/** A plan line with the objects that it means to draw. */
export interface PlanLineFacts {
  readonly line: PlanLine
  /** objects of one draw; `null` where neither ratio nor estimate says */
  readonly objects: number | null
  /** of the year */
  readonly total: number | null
}

/** What the lines of one 股室 come to. */
export interface PlanSum {
  readonly department: string
  readonly lines: readonly PlanLineFacts[]
  readonly items: number
  /** objects of the year, of the lines that say how many */
  readonly total: number
}

/** Who has no 股室. */
export const noDepartment = '未写明股室'

/** The lines of every 股室 in the order of their numbers, with their sums: screen and paper say the same. */
export function planSums(lines: readonly PlanLineFacts[]): readonly PlanSum[] {
  return [...Map.groupBy(lines, ({ line }) => line.department ?? noDepartment)].map(([department, own]) => ({
    department,
    lines: own,
    items: new Set(own.flatMap(({ line }) => [line.item, ...line.furtherItems])).size,
    total: own.reduce((sum, { total }) => sum + (total ?? 0), 0),
  }))
}

/** 年度抽查计划表 (S1 附件2三, S2 第八条, S3 第十三条): one row a line, by 股室, with their sums. */
export function planTable(lines: readonly PlanLineFacts[]): ListTable {
  const sums = planSums(lines)
  const all = sums.reduce((sum, { total }) => sum + total, 0)
  const items = new Set(lines.flatMap(({ line }) => [line.item, ...line.furtherItems])).size
  return {
    columns: [
      { title: '计划编号', width: 20, align: 'center' },
      { title: '责任股室', width: 20, inHeading: true },
      { title: '抽查事项', width: 36 },
      { title: '抽查范围和检查对象', width: 32 },
      { title: '抽查比例', width: 22, align: 'center' },
      { title: '抽查频次', width: 16, align: 'center' },
      { title: '预估数量', width: 17, align: 'center' },
      { title: '抽查时间', width: 20, align: 'center' },
      { title: '对执法检查\n人员的要求', width: 23 },
      { title: '步骤措施、\n结果应用', width: 31 },
      { title: '说明', width: 32 },
    ],
    sections: sums.map(sectionOf),
    notes: [
      `共${lines.length}个计划项、${items}个抽查事项，全年计划抽查${all}户（次）。抽查比例按排除前的名录计算，不足一个的进一。`,
    ],
  }
}

function sectionOf({ department, lines, items, total }: PlanSum): ListSection {
  return {
    heading: `${department}：${lines.length}个计划项，${items}个事项，全年计划抽查${total}户（次）`,
    rows: lines.map(rowOf),
  }
}

function rowOf({ line, objects }: PlanLineFacts): string[] {
  return [
    line.number,
    line.department ?? '',
    [line.item, ...line.furtherItems.map((item) => `合并：${item}`)].join('\n'),
    scopeWords(line),
    ratioWords(line),
    line.frequency === null ? '' : `每年${line.frequency}次`,
    objects === null ? '' : `每次${objects}户`,
    line.period ?? '',
    line.inspectors ?? '',
    [line.steps, line.use].filter((text) => text !== null).join('\n'),
    noteWords(line),
  ]
}

/** What a line draws from, in the office's own words and its 定向条件. */
export function scopeWords(line: PlanLine): string {
  const bounds = [
    ['种类', line.kinds],
    ['经营类别', line.businessCategories],
    ['区域', line.regions],
  ] as const
  const directed = bounds
    .filter(([, values]) => values.length > 0)
    .map(([title, values]) => `${title}：${values.join('、')}`)
  return [...(line.scope === null ? [] : [line.scope]), ...directed].join('\n')
}

function ratioWords(line: PlanLine): string {
  const own = [
    ['投诉举报多', line.ratioComplaint],
    ['经营异常', line.ratioAbnormal],
    ['严重违法失信', line.ratioDishonest],
    ['重点关注', line.ratioWatch],
    ['守信', line.ratioTrusted],
  ] as const
  return [
    ...(line.ratio === null ? [] : [perCent(line.ratio)]),
    ...own.flatMap(([who, ratio]) => (ratio === null ? [] : [`${who} ${perCent(ratio)}`])),
  ].join('\n')
}

function noteWords(line: PlanLine): string {
  const joint =
    line.jointInitiator === null && line.jointDepartments.length === 0
      ? []
      : [
          `联合抽查：${line.jointInitiator === null ? '' : `${line.jointInitiator}发起，`}${line.jointDepartments.join('、')}`,
        ]
  return [
    ...joint,
    ...(line.note === null ? [] : [line.note]),
    ...(line.exceptionReason === null ? [] : [`突破原则性规定的理由：${line.exceptionReason}`]),
  ].join('\n')
}
