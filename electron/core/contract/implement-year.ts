import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** 年度总览, 非双随机检查, and what a year has seen of one object. */
export function implementYear({ year: root }: ConsoleRoot, { years }: Core) {
  return {
    years: root.years.handler(() => years.list()),
    read: root.read.handler(({ input: { year } }) => years.figures(year)),
    rows: root.rows.handler(({ input: { year, ask, ...part } }) => years.rows(year, ask, part)),
    print: root.print.handler(async ({ input: { year } }) => {
      const { bytes, ...said } = await years.print(year)
      return { ...said, data: Buffer.from(bytes).toString('base64') }
    }),
    ofObject: root.ofObject.handler(({ input: { serial, year } }) => years.ofObject(serial, year)),
    visits: root.visits.handler(({ input }) => years.visits(input)),
  }
}
