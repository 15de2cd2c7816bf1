import { z } from 'zod'
import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { runChild } from './measured-child.ts'
import { median, repeat } from './statistics.ts'

const measured = z.object({ search: z.number(), facets: z.number() })

/** The search of a large register as somebody types, and the counts of its filters. */
export async function benchSearch({ searchRows, runs }: BenchSizes): Promise<Figure[]> {
  const found = await repeat(runs, async () =>
    measured.parse(JSON.parse(await runChild('search.ts', String(searchRows)))),
  )
  return [
    {
      name: 'search',
      label: `在${searchRows}行的名录中检索，95%的检索不超过`,
      value: median(found.map(({ search }) => search)),
      unit: 's',
      target: 0.05,
    },
    {
      name: 'search-facets',
      label: `统计${searchRows}行名录各筛选项的条数`,
      value: median(found.map(({ facets }) => facets)),
      unit: 's',
      target: 0.2,
    },
  ]
}
