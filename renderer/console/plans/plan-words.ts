import type { PlannedLine, PlanYear } from '../../../shared/api/plan-contract.ts'
import { type PlanSum, planSums } from '../../../shared/forms/plan-table.ts'

/** The lines of one 股室 with their sums and its people. */
export interface DepartmentPlan extends Omit<PlanSum, 'lines'> {
  readonly lines: readonly PlannedLine[]
  /** 执法人员 on duty */
  readonly people: number
}

/** The year's lines by 股室. */
export function departmentPlans({ lines, people }: PlanYear): readonly DepartmentPlan[] {
  const facts = lines.map(({ row, objects, total }) => ({ line: row, objects, total }))
  return planSums(facts).map((sum) => ({
    ...sum,
    lines: sum.lines.flatMap(({ line }) => lines.filter(({ row }) => row === line)),
    people: people.find(({ department }) => department === sum.department)?.count ?? 0,
  }))
}

/** The time that is left: `还有12天`, `已过3天`, `就在今天`. */
export function leftWords(days: number): string {
  if (days === 0) return '就在今天'
  return days > 0 ? `还有${days}天` : `已过${-days}天`
}

/** How far a line has come, `已抽2次、8户`. */
export function progressWords({ draws, row }: PlannedLine): string {
  const done = draws.filter(({ objects }) => objects !== null)
  const drawn = done.reduce((sum, { objects }) => sum + (objects ?? 0), 0)
  const waiting = draws.length - done.length
  const of = row.frequency === null ? '' : `/${row.frequency}`
  if (draws.length === 0) return row.frequency === null ? '尚未抽取' : `0${of}次`
  const held = done.length === 0 && of === '' ? '' : `${done.length}${of}次`
  return [
    ...(held === '' ? [] : [held]),
    ...(drawn === 0 ? [] : [`${drawn}户`]),
    ...(waiting === 0 ? [] : [`${waiting}次进行中`]),
  ].join('，')
}

/** The twelve months of a line: whether its 抽查时间 names the month, and whether a draw was held in it. */
export function monthMarks({ months, draws }: PlannedLine) {
  const held = new Set(draws.map(({ at }) => Number(at.slice(5, 7))))
  return Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    planned: months.includes(index + 1),
    drawn: held.has(index + 1),
  }))
}

/** {@link monthMarks} in a sentence. */
export function monthsInWords(line: PlannedLine): string {
  const marks = monthMarks(line)
  const list = (found: typeof marks) => found.map(({ month }) => `${month}月`).join('、')
  const planned = marks.filter((mark) => mark.planned)
  const drawn = marks.filter((mark) => mark.drawn)
  return `${planned.length === 0 ? '没有写明月份' : `计划在${list(planned)}`}，${drawn.length === 0 ? '尚未抽取' : `已在${list(drawn)}抽取`}`
}

/** The year in a few figures. */
export function yearFacts(plan: PlanYear) {
  const items = new Set(plan.lines.flatMap(({ row }) => [row.item, ...row.furtherItems])).size
  const total = plan.lines.reduce((sum, line) => sum + (line.total ?? 0), 0)
  const times = plan.lines.reduce((sum, { row }) => sum + (row.frequency ?? 0), 0)
  const done = plan.lines.flatMap(({ draws }) => draws).filter(({ objects }) => objects !== null)
  const drawn = done.reduce((sum, { objects }) => sum + (objects ?? 0), 0)
  const stopping =
    plan.lines.flatMap(({ problems }) => problems).filter(({ stops }) => stops).length +
    plan.problems.filter(({ stops }) => stops).length
  return { items, total, times, held: done.length, drawn, stopping }
}
