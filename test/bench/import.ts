import path from 'node:path'
import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { measureInChild, runChild } from './measured-child.ts'
import { sampleRowsAbove } from './sample-workbook.ts'
import { repeat } from './statistics.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

const variants = [
  { strings: 'inline', suffix: '', words: '' },
  { strings: 'shared', suffix: '-shared-strings', words: '（共享字符串）' },
] as const

/** The report of a large import beside exceljs reading the same file and doing nothing with it. */
export async function benchImport(sizes: BenchSizes): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const variant of variants) figures.push(...(await benchVariant(sizes, variant)))
  return figures
}

async function benchVariant(
  { importRows, runs }: BenchSizes,
  { strings, suffix, words }: (typeof variants)[number],
): Promise<Figure[]> {
  const pairs = await withTemporaryFolder(async (folder) => {
    const file = path.join(folder, '市场主体名录库.xlsx')
    await runChild('write-workbook.ts', file, String(importRows), strings)
    // One after the other, so that whatever else the machine does falls on both.
    return repeat(runs, async () => {
      const ours = await measureInChild('import-inspect.ts', file)
      const bare = await measureInChild('import-exceljs.ts', file)
      if (ours.count !== importRows || bare.count !== importRows + sampleRowsAbove)
        throw new Error(`${ours.count} and ${bare.count} rows of ${importRows} were read`)
      return { ours, bare }
    })
  })
  const ours = Math.min(...pairs.map((pair) => pair.ours.seconds))
  const bare = Math.min(...pairs.map((pair) => pair.bare.seconds))
  const what = `导入${importRows}行14列的工作簿${words}`
  return [
    { name: `import${suffix}`, label: `${what}，生成报告`, value: ours, unit: 's', target: null },
    {
      name: `import${suffix}-exceljs`,
      label: `exceljs流式读取同一文件${words}`,
      value: bare,
      unit: 's',
      target: null,
    },
    {
      name: `import${suffix}-ratio`,
      label: `${what}，耗时与exceljs之比`,
      value: ours / bare,
      unit: 'ratio',
      target: 2.5,
    },
    {
      name: `import${suffix}-memory`,
      label: `${what}，内存峰值`,
      value: Math.max(...pairs.map((pair) => pair.ours.megabytes)),
      unit: 'MB',
      target: 400,
    },
    {
      name: `import${suffix}-exceljs-memory`,
      label: `exceljs流式读取同一文件${words}，内存峰值`,
      value: Math.max(...pairs.map((pair) => pair.bare.megabytes)),
      unit: 'MB',
      target: null,
    },
  ]
}
