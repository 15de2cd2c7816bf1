import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { measureInChild } from './measured-child.ts'
import { median, repeat } from './statistics.ts'

/** Every paper of a large inspection, one file a form and then all in one file. */
export async function benchAllPapers({ allPapers, runs }: BenchSizes): Promise<Figure[]> {
  const { objects, seconds, memory, size } = allPapers
  const figures: Figure[] = []
  for (const [how, name, words] of [
    ['each', 'all-papers', '每种一个文件'],
    ['combined', 'all-papers-combined', '合成一个文件'],
  ] as const) {
    const measured = await repeat(runs, () => measureInChild('all-papers.ts', String(objects), how))
    const what = `${objects}个对象的整套文书，${words}`
    const most = (of: (run: (typeof measured)[number]) => number) => Math.max(...measured.map(of))
    figures.push(
      { name, label: what, value: median(measured.map((run) => run.seconds)), unit: 's', target: seconds },
      {
        name: `${name}-pages`,
        label: `${what}，页数`,
        value: most((run) => run.count),
        unit: 'pages',
        target: null,
      },
      {
        name: `${name}-memory`,
        label: `${what}，内存峰值`,
        value: most((run) => run.megabytes),
        unit: 'MB',
        target: memory,
      },
      {
        name: `${name}-size`,
        label: `${what}，文件大小`,
        value: most((run) => run.bytes) / 1e6,
        unit: 'MB',
        target: size,
      },
    )
  }
  return figures
}
