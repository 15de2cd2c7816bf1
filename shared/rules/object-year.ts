import type { VisitKind } from '../registry/visit.ts'

/** One draw of this calendar year in which the object was drawn. */
export interface YearDraw {
  /** 摇号编号 */
  readonly number: string
  /** when, `2026-05-06T…` */
  readonly at: string
  /** the items that it was drawn for */
  readonly items: readonly string[]
}

/** One visit of this calendar year that no draw decided: 非双随机, or of another office. */
export interface YearVisit {
  readonly kind: VisitKind
  /** `2026-05-06` */
  readonly date: string
  readonly item: string | null
  readonly passed: boolean | null
  /** 案件或来源编号 */
  readonly number: string | null
}

/** What this calendar year (年度) has seen of one object. */
export interface ObjectYear {
  readonly draws: readonly YearDraw[]
  readonly visits: readonly YearVisit[]
}

export const emptyYear: ObjectYear = { draws: [], visits: [] }

/** What counts in the year of `on`, up to that day: each draw once, whatever the number of its items (一次到位 is one visit). */
export function inYear({ draws, visits }: ObjectYear, on: string): ObjectYear {
  if (draws.length === 0 && visits.length === 0) return emptyYear
  const inside = (day: string) => day.startsWith(on.slice(0, 4)) && day <= on
  const numbers = new Set<string>()
  return {
    draws: draws.filter((draw) => {
      const counts = inside(draw.at.slice(0, 10)) && !numbers.has(draw.number)
      numbers.add(draw.number)
      return counts
    }),
    visits: visits.filter((visit) => inside(visit.date)),
  }
}

/** The year's draws and visits as a sentence lists them: `YL01-2026-0003、其他部门检查 2026-05-06`. */
export function describeYear({ draws, visits }: ObjectYear): string {
  return [...draws.map((draw) => draw.number), ...visits.map((visit) => `${visit.kind} ${visit.date}`)].join(
    '、',
  )
}
