import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { measureInChild } from './measured-child.ts'
import { median, repeat } from './statistics.ts'

/** A large draw: its picks alone, and with lists, digests, manifest and result. */
export async function benchDraw({ draw, runs }: BenchSizes): Promise<Figure[]> {
  const parameters = [String(draw.objects), String(draw.sample)]
  const picks = await repeat(runs, () => measureInChild('draw-picks.ts', ...parameters))
  const whole = await repeat(runs, () => measureInChild('draw-whole.ts', ...parameters))
  const what = `${draw.objects}个对象抽取${draw.sample}个`
  return [
    {
      name: 'draw-picks',
      label: `${what}，仅抽取`,
      value: median(picks.map((run) => run.seconds)),
      unit: 's',
      target: 0.6,
    },
    {
      name: 'draw-whole',
      label: `${what}，连同名单、校验码和结果`,
      value: median(whole.map((run) => run.seconds)),
      unit: 's',
      target: 8,
    },
    {
      name: 'draw-whole-memory',
      label: `${what}，连同名单、校验码和结果，内存峰值`,
      value: Math.max(...whole.map((run) => run.megabytes)),
      unit: 'MB',
      target: null,
    },
  ]
}
