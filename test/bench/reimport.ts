import path from 'node:path'
import { z } from 'zod'
import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { runChild } from './measured-child.ts'
import { repeat } from './statistics.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** What a re-import took of itself; times in seconds, memory in 10^6 bytes. */
const reimported = z.object({
  compare: z.number().positive(),
  write: z.number().positive(),
  /** the longest time for which the core's own thread answered nobody */
  block: z.number().nonnegative(),
  megabytes: z.number().positive(),
  rows: z.int().nonnegative(),
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  retired: z.int().nonnegative(),
})
export type Reimported = z.infer<typeof reimported>

/** A register re-imported against as many rows as the file has: read, compared three ways, decided, written. */
export async function benchReimport({ importRows, runs }: BenchSizes): Promise<Figure[]> {
  const taken = await withTemporaryFolder(async (folder) => {
    const first = path.join(folder, '名录一.xlsx')
    const next = path.join(folder, '名录二.xlsx')
    await runChild('write-workbook.ts', first, String(importRows), 'inline')
    await runChild('write-workbook.ts', next, String(importRows), 'inline', 'next')
    let run = 0
    return repeat(runs, async () => {
      run += 1
      const data = path.join(folder, `data-${run}`)
      await runChild('reimport.ts', data, first)
      const measured = reimported.parse(JSON.parse(await runChild('reimport.ts', data, next)))
      const others = Math.ceil(importRows / 50)
      if (measured.rows !== importRows || measured.added !== others || measured.retired !== others)
        throw new Error(`not what was to be imported: ${JSON.stringify(measured)}`)
      return measured
    })
  })
  const what = `${importRows}行再次导入，对照名录中的${importRows}条`
  const figure = (
    name: string,
    label: string,
    value: number,
    unit: Figure['unit'],
    target: number | null,
  ) => ({
    name,
    label: `${what}，${label}`,
    value,
    unit,
    target,
  })
  const best = (of: (one: Reimported) => number) => Math.min(...taken.map(of))
  const most = (of: (one: Reimported) => number) => Math.max(...taken.map(of))
  return [
    figure(
      'reimport',
      '生成三方对照',
      best((one) => one.compare),
      's',
      30,
    ),
    figure(
      'reimport-write',
      '写入',
      best((one) => one.write),
      's',
      null,
    ),
    figure(
      'reimport-memory',
      '内存峰值',
      most((one) => one.megabytes),
      'MB',
      500,
    ),
    figure(
      'reimport-block',
      '主线程最长停顿',
      most((one) => one.block),
      's',
      0.1,
    ),
  ]
}
