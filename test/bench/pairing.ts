import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { measureInChild } from './measured-child.ts'
import { median, repeat } from './statistics.ts'

/** Two inspectors for each of many objects. */
export async function benchPairing({ pairing, runs }: BenchSizes): Promise<Figure[]> {
  const parameters = [String(pairing.objects), String(pairing.inspectors)]
  const measured = await repeat(runs, () => measureInChild('pairing.ts', ...parameters))
  return [
    {
      name: 'pairing-each',
      label: `${pairing.objects}个对象从${pairing.inspectors}名人员中逐一配对，每个对象2席`,
      value: median(measured.map((run) => run.seconds)),
      unit: 's',
      target: 1,
    },
  ]
}
