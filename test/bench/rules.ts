import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { measureInChild } from './measured-child.ts'
import { median, repeat } from './statistics.ts'

/** Who of a large register may be drawn, with stratum, clause and sentence for every object. */
export async function benchRules({ ruleObjects, runs }: BenchSizes): Promise<Figure[]> {
  const measured = await repeat(runs, () => measureInChild('rules.ts', String(ruleObjects)))
  return [
    {
      name: 'rules',
      label: `逐一判断${ruleObjects}个对象能否列入抽取`,
      value: median(measured.map((run) => run.seconds)),
      unit: 's',
      target: 1,
    },
  ]
}
