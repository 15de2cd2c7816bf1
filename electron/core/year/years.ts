import { yearFigures } from '../../../shared/forms/year-figures.ts'
import { yearOverviewForm } from '../../../shared/forms/year-overview.ts'
import { type RowsPart, type YearAsk, yearRows } from '../../../shared/forms/year-rows.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { renderForm } from '../../documents/pdf/render-form.ts'
import { type CoreContext, now } from '../context.ts'
import { listVisits, type VisitQuery } from './list-visits.ts'
import { objectYear } from './object-year.ts'
import { readYearFacts, standingObjects } from './year-facts.ts'

/** What the years have seen: 年度总览, 非双随机检查, and the year of one object. Reads only. */
export class Years {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** The years of which there is a plan line, a draw or a visit, and this one; the newest first. */
  list(): readonly number[] {
    const { draws, plans, visits } = this.#context.database
    const years = new Set([
      Number(now(this.#context).slice(0, 4)),
      ...draws.draws().map(({ year }) => year),
      ...plans.current().map(({ row }) => row.year),
      ...visits.current().map(({ row }) => Number(row.date.slice(0, 4))),
    ])
    return [...years].sort((a, b) => b - a)
  }

  figures(year: number) {
    return yearFigures(readYearFacts(this.#context, year))
  }

  rows(year: number, ask: YearAsk, part: RowsPart) {
    return yearRows(readYearFacts(this.#context, year), ask, part, standingObjects(this.#context))
  }

  /** The overview as PDF. */
  async print(year: number) {
    const at = now(this.#context)
    const form = yearOverviewForm(this.figures(year))
    const { pdf, pages } = await renderForm(form, { creationDate: new Date(at) })
    return { name: `${year}年度双随机抽查总览.pdf`, type: 'application/pdf', pages, bytes: pdf }
  }

  /** Refuses with `ROW_UNKNOWN`. */
  ofObject(serial: Serial, year: number) {
    return objectYear(this.#context, serial, year)
  }

  visits(query: VisitQuery) {
    return listVisits(this.#context, query)
  }
}
