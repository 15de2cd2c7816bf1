import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { measureInChild } from './measured-child.ts'
import { median, repeat } from './statistics.ts'

/** The first 抽查工作记录表 of a process, with few and with many results. */
export async function benchPaper({ paper, runs }: BenchSizes): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { rows, target } of paper) {
    const measured = await repeat(runs, () => measureInChild('paper.ts', String(rows)))
    const name = `paper-${rows}-rows`
    const what = `抽查工作记录表，${rows}行结果`
    figures.push(
      { name, label: what, value: median(measured.map((run) => run.seconds)), unit: 's', target },
      {
        name: `${name}-pages`,
        label: `${what}，页数`,
        value: Math.max(...measured.map((run) => run.count)),
        unit: 'pages',
        target: null,
      },
      {
        name: `${name}-memory`,
        label: `${what}，内存峰值`,
        value: Math.max(...measured.map((run) => run.megabytes)),
        unit: 'MB',
        target: null,
      },
    )
  }
  return figures
}
